import Enforcement
import GeoFiles

/// What every verb works with (工作环境): the store, the clock, the processes for files, the plan in force.
public struct Caseworker: Sendable {
    public var store: any Store
    let holder: PlanHolder
    public var clock: Clock
    public var reader: FileReader
    public var writer: FileWriter
    /// Layers ready for overlay.
    public let layers: PreparedLayers

    /// - Parameter layerFolder: where prepared layers are kept between runs; nil keeps them in memory.
    public init(
        store: any Store, plan: Plan, clock: Clock, reader: FileReader, writer: FileWriter, layerFolder: String? = nil
    ) {
        self.init(store: store, inForce: PlanInForce(plan), clock: clock, reader: reader, writer: writer, layerFolder: layerFolder)
    }

    /// - Parameter inForce: as `planInForce(of:)` gives it.
    public init(
        store: any Store, inForce: PlanInForce, clock: Clock, reader: FileReader, writer: FileWriter, layerFolder: String? = nil
    ) {
        self.store = store
        holder = PlanHolder(inForce)
        self.clock = clock
        self.reader = reader
        self.writer = writer
        layers = PreparedLayers(store: store, folder: layerFolder)
    }

    /// The plan in force, as the request or job under way began with it.
    public var inForce: PlanInForce { PlanInForce.ofTask ?? holder.current }
    public var plan: Plan { inForce.plan }

    func require(_ permission: Permission, of officer: Officer) throws(CaseworkError) {
        guard Policy.allows(officer, permission) else { throw .permissionMustBeHeld(permission) }
    }
}
