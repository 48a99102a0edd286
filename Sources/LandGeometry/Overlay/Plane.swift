/// The plane the kernel works in (计算平面).
public enum Plane: String, Sendable, Codable {
    /// Positions in degrees, areas of record.
    case equalArea
    /// Positions are plane coordinates already: areas in the plane of a file, for comparison with other programs.
    case asGiven

    func point(at position: Position) -> EqualAreaPoint {
        switch self {
        case .equalArea: AreaProjection.standard.point(at: position)
        case .asGiven: EqualAreaPoint(x: position.longitude, y: position.latitude)
        }
    }

    /// The area up to which two shapes are said to touch, not to overlap, for a patch whose box has area `box`.
    ///
    /// On the ground a square millimetre (far below the 0.01 m² of record, far above what rounding leaves behind on
    /// a shared border), and for very large patches the rounding of the sum itself.
    func contactFloor(box: Double) -> Double {
        switch self {
        case .equalArea: max(1e-6, 1e-13 * box)
        case .asGiven: 1e-13 * box
        }
    }
}
