/// The ground of some features in a row, as flat coordinates (图形批): how large files pass through memory.
///
/// Coordinates of all rings stand one after another, in degrees or in the metres of some plane. Rings in either
/// orientation; a closing position that repeats the first is not kept. Adding features again after `removeAll` uses the
/// same storage.
public struct GroundBatch: Sendable {
    public private(set) var x: [Double] = []
    public private(set) var y: [Double] = []
    private var ringStarts: [Int] = [0]
    private var holes: [Bool] = []
    private var featureStarts: [Int] = [0]

    public init() {}

    public var featureCount: Int { featureStarts.count - 1 }
    public var positionCount: Int { x.count }

    /// The rings of a feature, by their place in the batch.
    public func rings(of feature: Int) -> Range<Int> { featureStarts[feature]..<featureStarts[feature + 1] }

    /// The positions of a ring, by their place in `x` and `y`.
    public func positions(of ring: Int) -> Range<Int> { ringStarts[ring]..<ringStarts[ring + 1] }

    public func isHole(_ ring: Int) -> Bool { holes[ring] }

    /// The positions of a feature, all its rings together.
    func positions(ofFeature feature: Int) -> Range<Int> {
        ringStarts[featureStarts[feature]]..<ringStarts[featureStarts[feature + 1]]
    }

    public mutating func removeAll() {
        x.removeAll(keepingCapacity: true)
        y.removeAll(keepingCapacity: true)
        ringStarts.removeSubrange(1...)
        holes.removeAll(keepingCapacity: true)
        featureStarts.removeSubrange(1...)
    }

    /// Adds a ring of `count` positions to the feature at the end; `fill` writes eastings and northings.
    public mutating func addRing(
        isHole: Bool, count: Int, fill: (_ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) -> Void
    ) {
        let first = x.count
        x.append(contentsOf: repeatElement(0, count: count))
        y.append(contentsOf: repeatElement(0, count: count))
        x.withUnsafeMutableBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in
                fill(UnsafeMutableBufferPointer(rebasing: x[first...]), UnsafeMutableBufferPointer(rebasing: y[first...]))
            }
        }
        if count > 1, x[first] == x[first + count - 1], y[first] == y[first + count - 1] {
            x.removeLast()
            y.removeLast()
        }
        ringStarts.append(x.count)
        holes.append(isHole)
    }

    /// The rings added since the last call are one feature; none make a feature without ground.
    public mutating func endFeature() {
        featureStarts.append(holes.count)
    }

    /// Adds a feature.
    public mutating func add(_ shape: MultiPolygon) {
        for polygon in shape.polygons {
            add(polygon.outer, isHole: false)
            for hole in polygon.holes { add(hole, isHole: true) }
        }
        endFeature()
    }

    /// Adds all features of another batch.
    public mutating func add(_ other: GroundBatch) {
        let (position, ring) = (x.count, holes.count)
        x += other.x
        y += other.y
        holes += other.holes
        for start in other.ringStarts.dropFirst() { ringStarts.append(start + position) }
        for start in other.featureStarts.dropFirst() { featureStarts.append(start + ring) }
    }

    private mutating func add(_ ring: Ring, isHole: Bool) {
        addRing(isHole: isHole, count: ring.positions.count) { x, y in
            for (i, position) in ring.positions.enumerated() {
                x[i] = position.longitude
                y[i] = position.latitude
            }
        }
    }

    /// Changes all coordinates in place.
    public mutating func withCoordinates<R>(
        _ body: (_ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) -> R
    ) -> R {
        x.withUnsafeMutableBufferPointer { x in y.withUnsafeMutableBufferPointer { y in body(x, y) } }
    }
}
