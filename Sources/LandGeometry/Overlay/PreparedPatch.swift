/// A patch made ready for overlay (待套合图斑): projected and binned once, laid over as many layers as one likes.
public struct PreparedPatch: Sendable {
    let edges: PatchEdges

    /// - Parameter plane: that of the layers it will be laid over.
    public init(_ shape: MultiPolygon, in plane: Plane = .equalArea) {
        var bench = PatchBench()
        bench.prepare(shape, in: plane)
        edges = bench.patch
    }
}

/// Storage that one thread uses for patch after patch.
struct PatchBench {
    private var rings = PatchRings()
    private(set) var patch = PatchEdges()

    mutating func prepare(_ shape: MultiPolygon, in plane: Plane) {
        rings.project(shape, in: plane)
        patch.prepare(rings, plane: plane)
    }
}
