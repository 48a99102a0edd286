import Enforcement
import Foundation
import LandGeometry

/// An entry's ground as a GeoJSON feature (条目图形, RFC 7946): longitude first, degrees.
struct GeoJSONFeature: Encodable {
    struct Geometry: Encodable {
        var type: String
        var coordinates: Coordinates
    }
    enum Coordinates: Encodable {
        case point([Double])
        case areas([[[[Double]]]])

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .point(let position): try position.encode(to: encoder)
            case .areas(let areas): try areas.encode(to: encoder)
            }
        }
    }

    var id: String
    var bbox: [Double]?
    var geometry: Geometry?
    var properties: EntryAnswer

    init(_ entry: EntryState, ground: EntryGround?) {
        id = entry.number.text
        properties = EntryAnswer(entry)
        if let shape = ground?.shape {
            let box = shape.box
            bbox = [box.west, box.south, box.east, box.north]
            geometry = Geometry(type: "MultiPolygon", coordinates: .areas(shape.polygons.map { $0.rings.map(Self.closed) }))
        } else if let point = ground?.point {
            geometry = Geometry(type: "Point", coordinates: .point([point.longitude, point.latitude]))
        }
    }

    private enum Member: CodingKey {
        case type, id, bbox, geometry, properties
    }

    /// An absent geometry is written as null, as RFC 7946 asks.
    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode("Feature", forKey: .type)
        try members.encode(id, forKey: .id)
        try members.encodeIfPresent(bbox, forKey: .bbox)
        try members.encode(geometry, forKey: .geometry)
        try members.encode(properties, forKey: .properties)
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    private static func closed(_ ring: Ring) -> [[Double]] {
        (ring.positions + ring.positions.prefix(1)).map { [$0.longitude, $0.latitude] }
    }
}
