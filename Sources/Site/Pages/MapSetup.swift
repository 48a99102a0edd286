import Casework
import Enforcement
import Foundation
import LandGeometry

/// What the map's scripts are told in one JSON attribute (地图配置): addresses, layers, words. Nothing in it is code.
struct MapSetup: Encodable {
    struct Layer: Encodable {
        var id: String
        var layer: String
        var title: String
        var version: String
        var tiles: String
        /// Drawn unless the officer switches it off: boundaries and names of the units.
        var base: Bool
        var inForce: Bool
    }
    struct Choice: Encodable {
        var id: String
        var title: String
    }

    /// West, south, east, north.
    var home: [Double]
    var entries = MapPath.entryTiles.path
    var list = MapPath.list.path
    var panel = "/map/entries/"
    var find = MapPath.find.path
    var measure = MapPath.measure.path
    /// Lowest first.
    var layers: [Layer]
    var baseMaps: [BaseMap]
    var stages: [Choice]
    var verdicts: [Choice]
    var words: [String: String]
    /// On the Entry page: the entry, and the layer versions that hold a part of it.
    var entry: String?
    var touched: [String]?

    /// Wide areas lie below narrow ones.
    private static let order = [
        "survey", "land-use-plan", "growth", "farmland", "redline", "reserve", "approvals", "supply", "facility", "temporary", "units",
    ]
    private static let words = [
        "zoomIn", "zoomOut", "credits", "notInForce", "noAnswer", "nothingFound", "measureHint", "home", "fit",
        "off-county",
    ]

    init(home: BoundingBox, versions: [LayerVersion], baseMaps: [BaseMap], today: Day, names: PlanWords) {
        self.home = [home.west, home.south, home.east, home.north]
        self.baseMaps = baseMaps
        let language = names.language
        layers = versions.sorted { Self.rank($0) < Self.rank($1) }.map { version in
            Layer(
                id: version.id.text, layer: version.layer.text, title: names.layer(version.layer, title: version.title).text,
                version: version.version,
                tiles: MapPath.layerTiles(version.id).path, base: version.layer.text == "units" && version.isInForce(on: today),
                inForce: version.isInForce(on: today))
        }
        stages = EntryState.Stage.allCases.map { Choice(id: $0.rawValue, title: Catalogue.text("stage.\($0.rawValue)", in: language)) }
        verdicts =
            Verdict.allCases.map { Choice(id: $0.rawValue, title: Catalogue.text("verdict.\($0.rawValue)", in: language)) }
            + [Choice(id: "", title: Catalogue.text("verdict.none", in: language))]
        words = Dictionary(uniqueKeysWithValues: Self.words.map { ($0, Catalogue.text("map.\($0)", in: language)) })
    }

    private static func rank(_ version: LayerVersion) -> (Int, Int) {
        (order.firstIndex(of: version.layer.text) ?? order.count - 1, version.validFrom?.number ?? 0)
    }

    /// As an attribute value; keys sorted.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension Workplace {
    /// The setup of a map over `home`, or over the county.
    func mapSetup(over home: BoundingBox? = nil, in language: Language) async throws -> MapSetup {
        let versions = try await store.layerVersions()
        let county = if let home { home } else { try await county(versions) }
        return MapSetup(
            home: county, versions: versions, baseMaps: configuration.baseMaps, today: casework.clock.now().day,
            names: try await words(language))
    }

    /// The ground of the units; without such a layer that of the largest entries; on an empty store all of China.
    private func county(_ versions: [LayerVersion]) async throws -> BoundingBox {
        var box = BoundingBox.empty
        if let units = versions.last(where: { $0.layer.text == "units" }) {
            for feature in try await store.features(of: units.id, in: .china, limit: 200) { box.include(feature.shape.box) }
        }
        guard box.isEmpty else { return box }
        for ground in try await store.grounds(in: .china, EntryQuery(), limit: 200) { box.include(ground.box) }
        return box.isEmpty ? .china : box
    }
}

extension EntryGround {
    /// The box of the shape, or of the point; empty for neither.
    var box: BoundingBox {
        var box = shape?.box ?? .empty
        if let point { box.include(point) }
        return box
    }
}

extension BoundingBox {
    /// Longitudes and latitudes of the country, sea included (中国范围).
    static let china = BoundingBox(west: 73, south: 3, east: 136, north: 54)
}
