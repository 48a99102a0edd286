/// A closed line (环). The first position is not repeated at the end; the closing edge is implied.
public struct Ring: Hashable, Sendable, Codable {
    public var positions: [Position]

    public init(_ positions: [Position]) {
        self.positions = positions
    }
}

/// One outer ring and its holes (面). Orientation of the rings carries no meaning here.
public struct Polygon: Hashable, Sendable, Codable {
    public var outer: Ring
    public var holes: [Ring]

    public init(outer: Ring, holes: [Ring] = []) {
        self.outer = outer
        self.holes = holes
    }

    /// The outer ring, then the holes.
    public var rings: [Ring] { [outer] + holes }
}

/// The ground a patch, an entry or a layer feature covers (图形): zero or more polygons whose interiors do not overlap.
public struct MultiPolygon: Hashable, Sendable, Codable {
    public var polygons: [Polygon]

    public init(_ polygons: [Polygon]) {
        self.polygons = polygons
    }

    public var isEmpty: Bool { polygons.isEmpty }

    /// Number of stored positions over all rings.
    public var positionCount: Int {
        polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } }
    }

    /// The smallest box that holds every position; empty for no polygons.
    public var box: BoundingBox {
        var box = BoundingBox.empty
        for polygon in polygons {
            for position in polygon.outer.positions { box.include(position) }
        }
        return box
    }
}
