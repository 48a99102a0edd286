import Enforcement
import GeoFiles
import LandGeometry

/// A tile of one layer version (图层瓦片): features under `features`, names under `labels`.
enum LayerTile {
    /// Counts up when tiles come to look different, so that browsers and shelves forget the old ones.
    static let edition = 1
    /// Most features a tile holds; the largest are kept.
    static let featureLimit = 12_000
    /// Layers with more features carry no names: they would hide the ground.
    static let labelLimit = 60

    static func encode(_ features: [LayerFeature], of version: LayerVersion, at address: TileAddress) -> [UInt8] {
        var tile = VectorTile(address)
        let least = smallestSide(at: address)
        for feature in features where isLarge(feature.shape, least) {
            var properties: [(String, VectorTile.Value)] = []
            if !feature.code.isEmpty { properties.append(("code", .text(feature.code))) }
            tile.add(feature.shape, id: UInt64(feature.number), properties: properties, to: "features")
        }
        if version.featureCount <= labelLimit { addLabels(features, at: address, to: &tile) }
        return tile.encoded()
    }

    /// A name stands once, at a point of its ground, in the one tile that holds the point.
    private static func addLabels(_ features: [LayerFeature], at address: TileAddress, to tile: inout VectorTile) {
        let box = address.box()
        for feature in features {
            guard let name = feature.name, !name.isEmpty, let place = feature.shape.labelPoint, box.holds(place) else { continue }
            tile.add(place, id: UInt64(feature.number), properties: [("name", .text(name)), ("code", .text(feature.code))], to: "labels")
        }
    }

    /// Degrees of longitude that half a pixel of a 512-pixel tile shows.
    private static func smallestSide(at address: TileAddress) -> Double {
        360 / Double(1 << address.zoom) / 512 / 2
    }

    private static func isLarge(_ shape: MultiPolygon, _ least: Double) -> Bool {
        let box = shape.box
        return max(box.east - box.west, box.north - box.south) >= least
    }
}

extension BoundingBox {
    /// West and south edges belong to the box, east and north do not: each point lies in one tile.
    func holds(_ position: Position) -> Bool {
        west <= position.longitude && position.longitude < east && south <= position.latitude && position.latitude < north
    }
}
