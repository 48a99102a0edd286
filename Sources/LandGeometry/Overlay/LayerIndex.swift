/// A layer version made ready for overlay (套合索引): built once, asked many times from any number of threads.
///
/// Projects every vertex to the equal-area plane once, so that all figures are areas of record; then answers by the
/// bilinear sum of `OverlapSum.swift`. What it admits and what it guarantees stands on the front page of the module,
/// `LandGeometry.docc/LandGeometry.md`.
///
/// A value of about 17 bytes a vertex and 32 bytes more per 16 vertices. Answers depend on nothing but the patch and
/// the feature they are about: not on other features, not on the thread, not on earlier questions.
public struct LayerIndex: Sendable {
    private struct Entry: Sendable {
        var feature: Int
        var classNumber: Int
        var rings: Range<Int>
    }

    private let plane: Plane
    private let rings: RingBlocks
    private let entries: [Entry]
    private let tree: BoxTree

    public init(_ shapes: [LayerShape]) {
        self.init(shapes, in: .equalArea)
    }

    init(_ shapes: [LayerShape], in plane: Plane) {
        var rings = RingBlocks()
        var entries: [Entry] = []
        var boxes: [PlaneBox] = []
        let order = shapes.indices.sorted { (shapes[$0].feature, $0) < (shapes[$1].feature, $1) }
        for i in order {
            let (range, box) = rings.append(shapes[i].shape, in: plane)
            entries.append(Entry(feature: shapes[i].feature, classNumber: shapes[i].classNumber, rings: range))
            boxes.append(box)
        }
        self.plane = plane
        self.rings = rings
        self.entries = entries
        tree = BoxTree(boxes)
    }

    /// The areas on the CGCS2000 ellipsoid that `patch` shares with each feature, in feature order; features it does not
    /// touch are left out, as are those it shares no more than a square millimetre with: these only touch.
    public func overlaps(with patch: MultiPolygon) -> [Overlap] {
        var bench = Bench()
        return overlaps(with: patch, on: &bench)
    }

    /// Storage that one thread uses for patch after patch.
    struct Bench {
        var source = RingBlocks()
        var patch = PatchEdges()
        var candidates: [Int32] = []

        mutating func prepare(_ shape: MultiPolygon, in plane: Plane) {
            source.removeAll()
            let (_, box) = source.append(shape, in: plane)
            patch.prepare(source, box: box)
        }
    }

    func overlaps(with patch: MultiPolygon, on bench: inout Bench) -> [Overlap] {
        bench.prepare(patch, in: plane)
        guard !bench.patch.isEmpty else { return [] }
        bench.candidates.removeAll(keepingCapacity: true)
        tree.find(bench.patch.box, into: &bench.candidates)
        let floor = plane.contactFloor(box: bench.patch.width * bench.patch.height)
        var found: [Overlap] = []
        for candidate in bench.candidates {
            let entry = entries[Int(candidate)]
            let area = bench.patch.sharedArea(with: entry.rings, of: rings)
            guard area > floor else { continue }
            found.append(Overlap(feature: entry.feature, classNumber: entry.classNumber, area: Area(squareMetres: area)))
        }
        return found
    }
}
