import Foundation

@testable import LandGeometry

/// Just enough GeoJSON to read polygons into tests.
struct GeoJSONGround: Decodable {
    struct Feature: Decodable { var geometry: Geometry }
    struct Geometry: Decodable {
        var ground: MultiPolygon

        private enum Key: CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            let polygons =
                try box.decode(String.self, forKey: .type) == "Polygon"
                ? [box.decode([[[Double]]].self, forKey: .coordinates)]
                : box.decode([[[[Double]]]].self, forKey: .coordinates)
            ground = MultiPolygon(polygons.compactMap { GeoJSONGround.polygon($0) })
        }
    }
    var features: [Feature]

    static func polygon(_ rings: [[[Double]]]) -> LandGeometry.Polygon? {
        let lines = rings.map { Ring($0.dropLast().map { Position(longitude: $0[0], latitude: $0[1]) }) }
        return lines.first.map { Polygon(outer: $0, holes: Array(lines.dropFirst())) }
    }

    static func read(_ file: URL) throws -> [MultiPolygon] {
        try JSONDecoder().decode(GeoJSONGround.self, from: Data(contentsOf: file)).features.map(\.geometry.ground)
    }
}
