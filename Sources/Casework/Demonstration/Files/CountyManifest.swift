import Enforcement
import GeoFiles

/// `county.json`: what is in the folder, in which order it goes in, and with which words (示范县清单).
public struct CountyManifest: Codable, Equatable, Sendable {
    /// Said to everybody who opens the folder.
    public var notice: String
    public var county: String
    public var division: String
    public var seed: UInt64
    public var coordinates: String
    public var layers: [Layer]
    public var files: [File]

    /// One `landledger layer add`.
    public struct Layer: Codable, Equatable, Sendable {
        public var path: String
        public var layer: LayerName
        public var table: String
        public var title: String
        public var version: String
        public var validFrom: Day
        public var validTo: Day?
        public var approval: String?
        public var codeScheme: String?
        public var classField: String?
        public var features: Int
    }

    /// One `landledger import`.
    public struct File: Codable, Equatable, Sendable {
        public var path: String
        public var kind: Batch.Kind
        public var origin: String
        public var period: String
        /// Named by the sender, for a file that does not say it itself.
        public var coordinates: String?
        public var rows: Int
    }

    init(_ county: DemonstrationCounty) {
        notice = "虚构数据，仅供演示：示范县并不存在，行政区划代码、地名、批准文号和坐标均为虚构。Fictitious data for demonstration only."
        self.county = CountyNames.county
        division = CountyNames.code
        seed = county.seed
        coordinates = "EPSG:4527"
        layers = county.layers.map { Layer($0) }
        files =
            county.batches.map { File(path: $0.file, kind: .patches, origin: "satellite", period: $0.period, rows: $0.count) }
            + [
                File(path: "tower-alerts.json", kind: .clues, origin: "tower", period: "2019", coordinates: "EPSG:4490", rows: county.alerts.count),
                File(path: "old-ledger.xlsx", kind: .oldLedger, origin: "old-ledger", period: "2018", rows: county.oldLedger.count),
                File(path: "clues.csv", kind: .clues, origin: "report", period: "2019", rows: county.clues.count),
            ]
    }

    /// The orders for `addLayer`, in order, for the files in `folder`.
    public func layerOrders(in folder: String) -> [LayerOrder] {
        layers.map { layer in
            var order = LayerOrder(path: folder + "/" + layer.path, fileName: name(layer.path), layer: layer.layer, version: layer.version)
            order.title = layer.title
            order.validFrom = layer.validFrom
            order.validTo = layer.validTo
            order.approval = layer.approval
            order.codeScheme = layer.codeScheme
            order.classField = layer.classField
            return order
        }
    }

    /// The orders for `importFile`, in order, for the files in `folder`.
    public func importOrders(in folder: String) -> [ImportOrder] {
        files.map {
            ImportOrder(
                path: folder + "/" + $0.path, fileName: name($0.path), kind: $0.kind, origin: $0.origin, period: $0.period,
                coordinates: $0.coordinates)
        }
    }

    private func name(_ path: String) -> String { path.split(separator: "/").last.map { String($0) } ?? path }
}

extension CountyManifest.Layer {
    init(_ layer: DemonstrationLayer) {
        path = layer.file
        self.layer = layer.layer
        table = layer.table.name
        title = layer.title
        version = layer.version
        validFrom = layer.validFrom
        validTo = layer.validTo
        approval = layer.approval
        codeScheme = layer.codeScheme
        classField = layer.classField
        features = layer.table.rows.count
    }
}
