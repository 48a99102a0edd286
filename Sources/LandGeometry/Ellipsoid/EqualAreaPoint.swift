/// A point of the equal-area plane (等积平面点), in metres: `x` grows to the east, `y` to the north.
public struct EqualAreaPoint: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    static func - (a: EqualAreaPoint, b: EqualAreaPoint) -> EqualAreaPoint { EqualAreaPoint(x: a.x - b.x, y: a.y - b.y) }
}
