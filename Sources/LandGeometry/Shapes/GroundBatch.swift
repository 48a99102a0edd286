/// The ground of some features in a row, its positions left where they stand (图形批): how large files pass through memory.
///
/// Positions are in degrees or in the metres of some plane. Rings in either orientation; a closing position that repeats
/// the first is not counted.
public struct GroundBatch: Sendable {
    private struct Place {
        var lender: Int32
        var isHole: Bool
        var count: Int
        /// Of its first byte among the lender's.
        var offset: Int
    }

    private(set) var lenders: [LentBytes] = []
    private var places: [Place] = []
    private var featureStarts: [Int] = [0]
    public private(set) var positionCount = 0

    static let positionBytes = 16

    public init() {}

    public var featureCount: Int { featureStarts.count - 1 }
    var ringCount: Int { places.count }

    /// The rings of a feature, by their place in the batch.
    public func rings(of feature: Int) -> Range<Int> { featureStarts[feature]..<featureStarts[feature + 1] }

    public func isHole(_ ring: Int) -> Bool { places[ring].isHole }

    public func positionCount(of ring: Int) -> Int { places[ring].count }

    public func positions(of ring: Int) -> [Position] {
        withBytes(of: ring) { bytes in (0..<positionCount(of: ring)).map { bytes.position($0) } }
    }

    /// The positions of a ring where they stand.
    @inline(__always)
    func withBytes<R>(of ring: Int, _ body: (UnsafeRawPointer) -> R) -> R {
        let place = places[ring]
        let lender = lenders[Int(place.lender)]
        // A lender's bytes begin somewhere, or there is no ring in them.
        return withExtendedLifetime(lender) { body(lender.bytes.baseAddress.unsafelyUnwrapped + place.offset) }
    }

    public mutating func removeAll() {
        lenders.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        featureStarts.removeSubrange(1...)
        positionCount = 0
    }

    /// Adds a ring to the feature at the end; its positions stay in the lender's bytes.
    /// - Precondition: `positions` lies within them.
    public mutating func addRing(isHole: Bool, _ positions: UnsafeRawBufferPointer, of lender: LentBytes) {
        guard let first = positions.baseAddress, let base = lender.bytes.baseAddress, positions.count >= GroundBatch.positionBytes else {
            return addPlace(Place(lender: 0, isHole: isHole, count: 0, offset: 0))
        }
        let offset = first - base
        precondition(offset >= 0 && offset + positions.count <= lender.bytes.count, "a ring lies in the bytes it was lent")
        var count = positions.count / GroundBatch.positionBytes
        if count > 1, first.position(0) == first.position(count - 1) { count -= 1 }
        if lenders.last !== lender { lenders.append(lender) }
        addPlace(Place(lender: Int32(lenders.count - 1), isHole: isHole, count: count, offset: offset))
    }

    /// Adds a ring of `count` positions in memory of its own, all of which `fill` writes.
    public mutating func addRing(isHole: Bool, count: Int, fill: (UnsafeMutableBufferPointer<Position>) -> Void) {
        let lender = LentBytes(positions: count, fill: fill)
        addRing(isHole: isHole, lender.bytes, of: lender)
    }

    private mutating func addPlace(_ place: Place) {
        places.append(place)
        positionCount += place.count
    }

    /// The rings added since the last call are one feature; none make a feature without ground.
    public mutating func endFeature() {
        featureStarts.append(places.count)
    }

    /// Adds a feature.
    public mutating func add(_ shape: MultiPolygon) {
        for polygon in shape.polygons {
            add(polygon.outer, isHole: false)
            for hole in polygon.holes { add(hole, isHole: true) }
        }
        endFeature()
    }

    /// Adds one feature of another batch.
    public mutating func add(_ feature: Int, of other: borrowing GroundBatch) {
        for ring in other.rings(of: feature) {
            var place = other.places[ring]
            if place.count > 0 {
                let lender = other.lenders[Int(place.lender)]
                if lenders.last !== lender { lenders.append(lender) }
                place.lender = Int32(lenders.count - 1)
            }
            addPlace(place)
        }
        endFeature()
    }

    private mutating func add(_ ring: Ring, isHole: Bool) {
        addRing(isHole: isHole, count: ring.positions.count) { _ = $0.update(from: ring.positions) }
    }

    /// The same with eastings and northings exchanged, in memory of its own.
    public var swappingAxes: GroundBatch {
        var swapped = GroundBatch()
        for feature in 0..<featureCount {
            for ring in rings(of: feature) {
                let turned = positions(of: ring).map { Position(longitude: $0.latitude, latitude: $0.longitude) }
                swapped.add(Ring(turned), isHole: isHole(ring))
            }
            swapped.endFeature()
        }
        return swapped
    }
}

extension UnsafeRawPointer {
    /// One of the positions that stand here.
    @inline(__always)
    func position(_ number: Int) -> Position {
        let place = self + number &* GroundBatch.positionBytes
        return Position(longitude: place.loadUnaligned(as: Double.self), latitude: (place + 8).loadUnaligned(as: Double.self))
    }
}
