import Dispatch

/// Puts a layer whose features have all come in into its final bytes (索引装配).
///
/// Every ring has its place before the first is written, so that rings are projected on all processors and the bytes are
/// the same on any number of them.
struct IndexAssembly: Sendable {
    private let plane: Plane
    private let memory: IndexMemory
    private let tables: IndexTables
    private let layout: IndexLayout

    init(_ memory: IndexMemory, _ layout: IndexLayout, plane: Plane) {
        (self.memory, self.layout, self.plane) = (memory, layout, plane)
        tables = IndexTables(memory, layout)
    }

    func assemble(_ draft: IndexDraft, codes: [UInt8], from kept: KeptRings) {
        for (i, row) in draft.features.enumerated() { tables.features[i] = row }
        for (i, byte) in codes.enumerated() { tables.codes[i] = byte }
        let chunks = placeRings(draft.rings)
        let work = { @Sendable (chunk: Int) in
            for i in chunks[chunk]..<chunks[chunk + 1] { kept.withPositions(of: draft.rings[i]) { fill(i, $0) } }
        }
        if chunks.count == 2 { work(0) } else { DispatchQueue.concurrentPerform(iterations: chunks.count - 1, execute: work) }
        fillParents()
    }

    /// Gives every ring its place; returns where chunks of about 32,768 vertices begin, for one processor at a time.
    private func placeRings(_ rings: [IndexDraft.DraftRing]) -> [Int] {
        var chunks = [0]
        var (vertex, block, span, chunkEnd) = (0, 0, 0, 32_768)
        for (i, ring) in rings.enumerated() {
            if vertex >= chunkEnd {
                chunks.append(i)
                chunkEnd = vertex + 32_768
            }
            let edges = Int(ring.edgeCount)
            tables.rings[i] = RingRow(
                firstVertex: Int64(vertex), sign: ring.isHole ? -1 : 1, edgeCount: ring.edgeCount,
                firstBlock: UInt32(block), firstSpan: UInt32(span), feature: ring.feature)
            vertex += edges + 1
            block += Blocks.blocks(ofEdges: edges)
            span += Blocks.spans(ofEdges: edges)
        }
        return chunks + [rings.count]
    }

    private func fill(_ i: Int, _ positions: UnsafeBufferPointer<Position>) {
        let ring = tables.rings[i]
        let points = UnsafeMutableBufferPointer(start: tables.vertices + Int(ring.firstVertex), count: Int(ring.edgeCount) + 1)
        for (k, position) in positions.enumerated() { points[k] = plane.point(at: position) }
        points[positions.count] = points[0]
        tables.rings[i].sign = UnsafeBufferPointer(points).runsCounterClockwise ? ring.sign : -ring.sign
        tables.tree[i] = fillBoxes(ring, points)
        tables.digests[i] = Checksum.of(UnsafeRawBufferPointer(points), seed: ring.sign.bitPattern)
    }

    private func fillBoxes(_ ring: RingRow, _ points: UnsafeMutableBufferPointer<EqualAreaPoint>) -> PlaneBox {
        let edges = Int(ring.edgeCount)
        var whole = PlaneBox.empty
        for block in 0..<Blocks.blocks(ofEdges: edges) {
            let start = block * Blocks.blockEdges
            var box = PlaneBox.empty
            for k in start...min(start + Blocks.blockEdges, edges) { box.include(x: points[k].x, y: points[k].y) }
            let span = Int(ring.firstSpan) + start / Blocks.spanEdges
            tables.blocks[Int(ring.firstBlock) + block] = box
            if start.isMultiple(of: Blocks.spanEdges) { tables.spans[span] = box } else { tables.spans[span].include(box) }
            whole.include(box)
        }
        return whole
    }

    private func fillParents() {
        var below = 0
        for (size, above) in zip(tables.levels, tables.levels.dropFirst()) {
            for node in 0..<above {
                var box = PlaneBox.empty
                for child in (node * Blocks.fanOut)..<min((node + 1) * Blocks.fanOut, size) { box.include(tables.tree[below + child]) }
                tables.tree[below + size + node] = box
            }
            below += size
        }
    }

    /// Checksums and header, once everything else stands.
    func seal(source: LayerSource) throws(IndexError) {
        let checksums = IndexSection.allCases.map { Checksum.of(memory, layout.bytes(of: $0)) }
        try IndexHeader(source: source, plane: plane, layout: layout, checksums: checksums).encode(into: memory.base)
    }
}

extension UnsafeBufferPointer<EqualAreaPoint> {
    /// By the shoelace formula about the first vertex of a closed ring.
    var runsCounterClockwise: Bool {
        let origin = self[0]
        var (last, twice) = (EqualAreaPoint(x: 0, y: 0), 0.0)
        for i in 1..<count {
            let next = self[i] - origin
            twice += last.x * next.y - next.x * last.y
            last = next
        }
        return twice >= 0
    }
}
