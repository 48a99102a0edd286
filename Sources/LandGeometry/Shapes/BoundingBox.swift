/// A box along meridians and parallels (外包矩形), in degrees.
public struct BoundingBox: Hashable, Sendable, Codable {
    public var west: Double
    public var south: Double
    public var east: Double
    public var north: Double

    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The box of nothing: including a position in it gives that position's box.
    public static let empty = BoundingBox(
        west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)

    public var isEmpty: Bool { west > east || south > north }

    public var centre: Position {
        Position(longitude: (west + east) / 2, latitude: (south + north) / 2)
    }

    public mutating func include(_ position: Position) {
        west = min(west, position.longitude)
        east = max(east, position.longitude)
        south = min(south, position.latitude)
        north = max(north, position.latitude)
    }

    public mutating func include(_ other: BoundingBox) {
        west = min(west, other.west)
        east = max(east, other.east)
        south = min(south, other.south)
        north = max(north, other.north)
    }

    /// Whether the two boxes share at least a point.
    public func touches(_ other: BoundingBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    /// Whether the position lies in the box, its sides included.
    public func contains(_ position: Position) -> Bool {
        west <= position.longitude && position.longitude <= east && south <= position.latitude && position.latitude <= north
    }

    /// The box with `margin` degrees more on every side; of an empty box, the empty box.
    public func widened(by margin: Double) -> BoundingBox {
        guard !isEmpty else { return self }
        return BoundingBox(west: west - margin, south: south - margin, east: east + margin, north: north + margin)
    }
}
