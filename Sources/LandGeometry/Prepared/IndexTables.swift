/// The rows of a prepared layer where they stand in memory (索引表): typed pointers, no copy.
///
/// Valid as long as the `IndexMemory` they point into is held. Rows are read without a check: `validate` has checked
/// every number by which one row points to others, once, when the memory was opened.
/// Sendable although it holds pointers, by the rule of `IndexMemory`: written before an index holds it, then only read.
struct IndexTables: @unchecked Sendable {
    let layout: IndexLayout
    let levels: [Int]
    let features: UnsafeMutablePointer<FeatureRow>
    let rings: UnsafeMutablePointer<RingRow>
    let digests: UnsafeMutablePointer<UInt64>
    let tree: UnsafeMutablePointer<PlaneBox>
    let spans: UnsafeMutablePointer<PlaneBox>
    let blocks: UnsafeMutablePointer<PlaneBox>
    let vertices: UnsafeMutablePointer<EqualAreaPoint>
    let codes: UnsafeMutablePointer<UInt8>

    init(_ memory: IndexMemory, _ layout: IndexLayout) {
        func rows<Row>(_ section: IndexSection, _: Row.Type) -> UnsafeMutablePointer<Row> {
            (memory.base + layout.start(of: section)).assumingMemoryBound(to: Row.self)
        }
        self.layout = layout
        levels = Blocks.levels(ofLeaves: layout.rings)
        features = rows(.features, FeatureRow.self)
        rings = rows(.rings, RingRow.self)
        digests = rows(.digests, UInt64.self)
        tree = rows(.tree, PlaneBox.self)
        spans = rows(.spans, PlaneBox.self)
        blocks = rows(.blocks, PlaneBox.self)
        vertices = rows(.vertices, EqualAreaPoint.self)
        codes = rows(.codes, UInt8.self)
    }

    /// Checks every row that points to others, and every class against the codes there are; reads 32 bytes a ring and
    /// 16 a feature, nothing of the vertices.
    func validate(codes: Int) throws(IndexError) {
        for i in 0..<layout.rings where !isWithin(rings[i]) { throw .offsetOutOfRange(.rings, row: i) }
        for i in 0..<layout.features {
            let classNumber = features[i].classNumber
            guard codes == 0 || (0..<Int64(codes)).contains(classNumber) else { throw .offsetOutOfRange(.features, row: i) }
        }
    }

    private func isWithin(_ ring: RingRow) -> Bool {
        let edges = Int(ring.edgeCount)
        return edges > 2 && ring.feature < layout.features && abs(ring.sign) == 1
            && ring.firstVertex >= 0 && ring.firstVertex < layout.vertices && edges < layout.vertices - Int(ring.firstVertex)
            && Int(ring.firstBlock) + Blocks.blocks(ofEdges: edges) <= layout.blocks
            && Int(ring.firstSpan) + Blocks.spans(ofEdges: edges) <= layout.spans
    }
}
