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

    let plane: Plane
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
        overlaps(with: PreparedPatch(patch, in: plane))
    }

    /// The same for a patch made ready before: cheaper where one patch is laid over several layers.
    public func overlaps(with patch: PreparedPatch) -> [Overlap] {
        var candidates: [Int32] = []
        return overlaps(with: patch.edges, candidates: &candidates)
    }

    func overlaps(with patch: PatchEdges, candidates: inout [Int32]) -> [Overlap] {
        guard !patch.isEmpty else { return [] }
        candidates.removeAll(keepingCapacity: true)
        tree.find(patch.box, into: &candidates)
        let floor = plane.contactFloor(box: patch.width * patch.height)
        var found: [Overlap] = []
        for candidate in candidates {
            let entry = entries[Int(candidate)]
            let area = patch.sharedArea(with: entry.rings, of: rings)
            guard area > floor else { continue }
            found.append(Overlap(feature: entry.feature, classNumber: entry.classNumber, area: Area(squareMetres: area)))
        }
        return found
    }
}
