import Enforcement
import GeoFiles
import LandGeometry

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

    var request: ReadRequest {
        ReadRequest(path: path, layer: sourceLayer, coordinates: coordinates, transformation: transformation, encoding: encoding)
    }
}

/// What came of adopting a layer (图层入库结果).
public struct LayerOutcome: Sendable {
    public var version: LayerVersion
    public var remarks: [Remark]
    /// The same file in the same version was adopted before.
    public var wasKnown: Bool

    public init(version: LayerVersion, remarks: [Remark], wasKnown: Bool) {
        self.version = version
        self.remarks = remarks
        self.wasKnown = wasKnown
    }
}

extension Caseworker {
    /// Adopts a control layer in a new version (图层入库): binds the table, keeps class codes with their scheme,
    /// and stores features and event in one act. A version is never edited: a new one is added.
    public func addLayer(_ order: LayerOrder, by officer: Officer, progress: ProgressReport = { _ in }) async throws -> LayerOutcome {
        try require(.adoptLayer, of: officer)
        if let from = order.validFrom, let to = order.validTo, from > to { throw CaseworkError.datesMustBeOrdered(from: from, to: to) }
        let digest = try SourceDigest.of(order.path)
        let read = try await readRows(order.request, progress: progress)
        let binding = try LayerMaker.binding(order, table: read.description.layer)
        let id = LayerVersionID(layer: binding.layer, version: order.version)
        if let known = try await store.layerVersions().first(where: { $0.id == id }) {
            guard known.sourceDigest == digest.hex else { throw CaseworkError.ledger(.layerVersionMustBeNew(id)) }
            return LayerOutcome(version: known, remarks: [], wasKnown: true)
        }
        var made = try LayerMaker(order: order, binding: binding, id: id, digest: digest.hex).make(read)
        made.version.contentDigest = LayerDigest.text(of: made.features, by: store.digest)
        progress(Progress(.storing, done: 0, total: made.features.count))
        try await append(
            StreamChange(.layer(id), expectedVersion: 0, events: [.layerAdopted(made.version)]),
            key: IdempotencyKey("adopt/\(id.text)/\(digest.hex)"), by: officer, material: Material(features: [id: made.features]))
        if binding.layer == LayerName("units") { try await store.save(made.features.map(ResponsibleUnit.init)) }
        progress(Progress(.done, done: made.features.count, total: made.features.count))
        return LayerOutcome(version: made.version, remarks: made.remarks, wasKnown: false)
    }
}

extension ResponsibleUnit {
    /// A unit as its feature in the `units` layer tells: development zones have no code of their own
    /// or one of 400–599 in the town segment (GB/T 10114).
    init(_ feature: LayerFeature) {
        let division = feature.division
        let town = division.map { $0.dropFirst(6).prefix(3) }.flatMap { Int($0) }
        let isZone = division == nil || town.map { (400...599).contains($0) } ?? false
        self.init(
            id: UnitID(feature.code), title: feature.name ?? feature.code, level: isZone ? .developmentZone : .town, division: division)
    }
}
