/// The plane the kernel works in (计算平面).
public enum Plane: UInt32, Hashable, Sendable, Codable {
    /// Positions in degrees; areas are areas of record, on the CGCS2000 ellipsoid.
    case equalArea = 1
    /// Positions are plane coordinates already, metres east for longitude and north for latitude; areas are planar.
    case asGiven = 2

    func point(at position: Position) -> EqualAreaPoint {
        switch self {
        case .equalArea: AreaProjection.standard.point(at: position)
        case .asGiven: EqualAreaPoint(x: position.longitude, y: position.latitude)
        }
    }

    /// The area up to which a patch is said to touch a ring, not to overlap it, for a patch whose box has area `box`.
    ///
    /// On the ground a square millimetre (far below the 0.01 m² of record, far above what rounding leaves behind on
    /// a shared border), and for very large patches the rounding of the sum itself.
    func contactFloor(box: Double) -> Double {
        switch self {
        case .equalArea: max(1e-6, 1e-13 * box)
        case .asGiven: 1e-13 * box
        }
    }

    /// The box in positions that surely holds a box of the plane.
    func box(on box: PlaneBox) -> BoundingBox {
        guard !box.isEmpty else { return .empty }
        let (low, high) = (
            EqualAreaPoint(x: box.minX, y: box.minY), EqualAreaPoint(x: box.maxX, y: box.maxY)
        )
        switch self {
        case .asGiven: return BoundingBox(west: low.x, south: low.y, east: high.x, north: high.y)
        case .equalArea:
            let (a, b) = (
                AreaProjection.standard.position(at: low), AreaProjection.standard.position(at: high)
            )
            return BoundingBox(west: a.longitude, south: a.latitude, east: b.longitude, north: b.latitude)
                .widened(by: 1e-12)
        }
    }
}
