import LandGeometry
import Synchronization

/// From the plane of a file to degrees on CGCS2000, as drawn (原图落地): long edges filled, positions transformed.
///
/// Sendable although PROJ's objects serve one thread: only `PlacementPool` holds one, and gives it to one thread at a time.
struct DrawnPlacement: @unchecked Sendable {
    private let transform: GroundTransform
    /// The same, learnt; for planes of CGCS2000.
    private let learnt: CellTransform?
    private let fillsLongEdges: Bool

    /// Nil when coordinates are right as they stand: in degrees, or wanted in the file's plane.
    /// - Throws: `coordinatesMustFitValues` when a plane is wanted and the file is in degrees.
    init?(
        _ decision: CoordinateDecision, _ request: ReadRequest, _ sample: CoordinateSample, _ plane: Plane
    ) throws(FileError) {
        guard let system = decision.system else { return nil }
        if plane == .asGiven {
            guard system.isGeographic else { return nil }
            throw .coordinatesMustFitValues(named: system.name, found: sample.words, candidates: [])
        }
        let isPlaced = system.isGeographic && [.cgcs2000, .wgs84].contains(system.datum)
        if isPlaced, (request.transformation ?? "").isEmpty { return nil }
        let usable = decision.axesAreSwapped ? sample.swapped : sample
        transform = try GroundTransform(system, named: request.transformation, sample: usable, ProjContext())
        fillsLongEdges = !system.isGeographic
        let isPlain = system.datum == .cgcs2000 && fillsLongEdges && (request.transformation ?? "").isEmpty
        learnt = isPlain ? CellTransform(transform) : nil
    }

    /// Adds a feature in degrees. False when a position has no place on the ground: nothing is added then.
    func place(_ feature: Int, of drawn: borrowing GroundBatch, into placed: inout GroundBatch) -> Bool {
        var rings: [PlaneRing] = []
        for ring in drawn.rings(of: feature) {
            let points = drawn.positions(of: ring).map { PlanePoint(x: $0.longitude, y: $0.latitude) }
            var filled = fillsLongEdges ? Densify.ring(points) : points
            guard learnt?.apply(&filled) ?? transform.apply(&filled) else { return false }
            rings.append(filled)
        }
        for (points, ring) in zip(rings, drawn.rings(of: feature)) {
            placed.addRing(isHole: drawn.isHole(ring), count: points.count) { positions in
                for (i, point) in points.enumerated() { positions[i] = Position(longitude: point.x, latitude: point.y) }
            }
        }
        placed.endFeature()
        return true
    }

    /// A box in degrees that is sure to hold a feature; nil when there is none to be sure of.
    ///
    /// Eight positions on its box in the plane are transformed and an eighth of the size is given to every side: borders
    /// of boxes bend by a hundredth of their length at most where they are shorter than 500 km.
    func roughBox(of feature: Int, in drawn: borrowing GroundBatch) -> BoundingBox? {
        guard let plane = drawn.extent(of: feature), max(plane.maxX - plane.minX, plane.maxY - plane.minY) < 500_000 else { return nil }
        let (middleX, middleY) = ((plane.minX + plane.maxX) / 2, (plane.minY + plane.maxY) / 2)
        var points = [plane.minX, middleX, plane.maxX].flatMap { x in
            [plane.minY, middleY, plane.maxY].map { PlanePoint(x: x, y: $0) }
        }
        guard transform.apply(&points) else { return nil }
        var box = BoundingBox.empty
        for point in points { box.include(Position(longitude: point.x, latitude: point.y)) }
        return box.widened(by: max(box.east - box.west, box.north - box.south) / 8 + 1e-6)
    }
}

/// Placements of one file, as many as there are threads (转换池).
final class PlacementPool: Sendable {
    private let free: Mutex<[DrawnPlacement]>

    /// Nil when coordinates are right as they stand.
    init?(
        _ decision: CoordinateDecision, _ request: ReadRequest, _ sample: CoordinateSample, _ plane: Plane, threads: Int
    ) throws(FileError) {
        var made: [DrawnPlacement] = []
        for _ in 0..<max(1, threads) {
            guard let placement = try DrawnPlacement(decision, request, sample, plane) else { return nil }
            made.append(placement)
        }
        free = Mutex(made)
    }

    /// The features of a part in degrees: all, or those that may come near a patch. Rows whose ground has no place are
    /// left out and told.
    func place(_ part: GroundPart, near patches: PatchSet?) -> (part: GroundPart, unplaced: [Int]) {
        let placement = take()
        defer { free.withLock { $0.append(placement) } }
        var placed = GroundPart()
        var unplaced: [Int] = []
        for feature in 0..<part.ground.featureCount {
            if let patches, let box = placement.roughBox(of: feature, in: part.ground), !patches.mayMeet(box) { continue }
            guard placement.place(feature, of: part.ground, into: &placed.ground) else {
                unplaced.append(part.rows[feature])
                continue
            }
            placed.rows.append(part.rows[feature])
            placed.values.append(part.values[feature])
        }
        return (placed, unplaced)
    }

    /// There is one for each thread that asks.
    private func take() -> DrawnPlacement {
        while true {
            if let placement = free.withLock({ $0.popLast() }) { return placement }
        }
    }
}
