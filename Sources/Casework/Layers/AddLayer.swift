import Enforcement
import GeoFiles

/// A control layer to be adopted (图层入库单).
public struct LayerOrder: Sendable, Equatable {
    public var path: String
    public var fileName: String
    /// Nil binds by the standard table name (YJJBNTTB, STBHHX, …).
    public var layer: LayerName?
    public var title: String?
    public var version: String
    public var validFrom: Day?
    public var validTo: Day?
    public var approval: String?
    /// Layer (table) inside the file.
    public var sourceLayer: String?
    public var classField: String?
    public var codeScheme: String?
    public var coordinates: String?
    public var transformation: String?
    public var encoding: String?

    public init(path: String, fileName: String, layer: LayerName? = nil, version: String) {
        self.path = path
        self.fileName = fileName
        self.layer = layer
        self.version = version
    }
}

public struct LayerOutcome: Sendable {
    public var version: LayerVersion
    public var remarks: [Remark]
    public var wasKnown: Bool

    public init(version: LayerVersion, remarks: [Remark], wasKnown: Bool) {
        self.version = version
        self.remarks = remarks
        self.wasKnown = wasKnown
    }
}

extension Casework {
    /// Adopts a control layer in a new version (图层入库).
    public func addLayer(_ order: LayerOrder, by officer: Officer, progress: ProgressReport = { _ in }) async throws -> LayerOutcome {
        throw CaseworkError.permissionMustBeHeld(.adoptLayer)
    }
}
