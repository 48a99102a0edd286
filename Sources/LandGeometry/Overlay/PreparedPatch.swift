/// A patch made ready for overlay (待套合图斑): projected and binned once, laid over as many layers as one likes.
public struct PreparedPatch: Sendable {
    let edges: PatchEdges

    public init(_ shape: MultiPolygon) {
        self.init(shape, in: .equalArea)
    }

    init(_ shape: MultiPolygon, in plane: Plane) {
        var bench = PatchBench()
        bench.prepare(shape, in: plane)
        edges = bench.patch
    }
}

/// Storage that one thread uses for patch after patch.
struct PatchBench {
    private var source = RingBlocks()
    private(set) var patch = PatchEdges()
    var candidates: [Int32] = []

    mutating func prepare(_ shape: MultiPolygon, in plane: Plane) {
        source.removeAll()
        let (_, box) = source.append(shape, in: plane)
        patch.prepare(source, box: box)
    }
}
