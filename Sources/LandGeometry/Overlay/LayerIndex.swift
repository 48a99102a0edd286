/// A layer version made ready for overlay (套合索引): built once, asked many times from any number of threads.
///
/// Projects every vertex to the equal-area plane once, so that all figures are areas of record; then answers by the
/// bilinear sum of `OverlapSum.swift`. What it admits and what it guarantees stands on the front page of the module,
/// `LandGeometry.docc/LandGeometry.md`.
///
/// One representation, 18 bytes a vertex and about 90 a ring, whether made in memory or mapped from a file that
/// `LayerIndexWriter` prepared. Answers depend on nothing but the patch and the feature they are about: not on other
/// features, not on the order they came in, not on the thread, not on earlier questions.
public struct LayerIndex: Sendable {
    /// The plane its areas are taken in.
    public let plane: Plane
    /// What it was prepared from; empty for an index made in memory.
    public let source: LayerSource
    /// The class codes by class number, as the caller gave them.
    public let codes: [String]

    let memory: IndexMemory
    let tables: IndexTables
    /// Whether the bytes begin with a header.
    let isSealed: Bool

    /// - Precondition: the layer fits in memory; else use `LayerIndexWriter`.
    public init(_ shapes: [LayerShape], in plane: Plane = .equalArea, codes: [String] = []) {
        var draft = IndexDraft(plane: plane)
        var held = HeldRings()
        do throws(IndexError) {
            for shape in shapes { try draft.append(shape, in: &held) }
            let bytes = try LayerCodes.encode(codes)
            let layout = try draft.layout(codeBytes: bytes.count)
            let memory = try IndexMemory(byteCount: layout.byteCount)
            draft.sort()
            IndexAssembly(memory, layout, plane: plane).assemble(
                draft, codes: bytes, from: .held(held.rings))
            (self.plane, self.codes, self.memory) = (plane, codes, memory)
            (source, tables, isSealed) = (.none, IndexTables(memory, layout), false)
        } catch {
            preconditionFailure("A layer of \(shapes.count) features does not fit in memory: \(error)")
        }
    }

    /// Opens bytes whose header has been read.
    init(_ memory: IndexMemory, _ header: IndexHeader) throws(IndexError) {
        (self.memory, plane, source, isSealed) = (memory, header.plane, header.source, true)
        tables = IndexTables(memory, header.layout)
        codes = LayerCodes.decode(
            UnsafeBufferPointer(start: tables.codes, count: header.layout.codeBytes))
        try tables.validate(codes: codes.count)
    }

    public var featureCount: Int { tables.layout.features }
    public var ringCount: Int { tables.layout.rings }
    /// Vertices as stored, closed rings: one more per ring than it has edges.
    public var vertexCount: Int { tables.layout.vertices }
    /// Bytes in memory or on disk.
    public var byteCount: Int { memory.byteCount }
}
