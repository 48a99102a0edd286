/// Where the positions of rings wait until all have come in.
protocol RingKeeper: ~Copyable {
    /// Returns where the ring is kept: what `DraftRing.place` will find it by.
    mutating func keep(_ ring: Ring) throws(IndexError) -> Int
}

/// What is remembered of a layer while its features come in, one by one (索引草稿): 16 bytes a feature and 24 a ring.
///
/// Vertices are kept elsewhere: in the caller's own arrays for an index in memory, in a spill file for one on disk.
struct IndexDraft: Sendable {
    /// A ring on its way to its place along the Z-curve.
    struct DraftRing {
        var key: UInt64
        /// Where its keeper has it; bit 63 for a hole.
        private var place: UInt64
        var edgeCount: UInt32
        /// Row of the feature, in order of arrival.
        var feature: UInt32

        private static let holeBit: UInt64 = 1 << 63
        var isHole: Bool { place & DraftRing.holeBit != 0 }
        var position: Int { Int(place & ~DraftRing.holeBit) }

        init(key: UInt64, position: Int, isHole: Bool, edgeCount: UInt32, feature: UInt32) {
            (self.key, self.edgeCount, self.feature) = (key, edgeCount, feature)
            place = UInt64(position) | (isHole ? DraftRing.holeBit : 0)
        }
    }

    let plane: Plane
    private(set) var features: [FeatureRow] = []
    private(set) var rings: [DraftRing] = []
    private(set) var spans = 0
    private(set) var blocks = 0
    private(set) var vertices = 0

    init(plane: Plane) { self.plane = plane }

    /// Notes a feature; `keeper` is given each ring of three positions or more.
    ///
    /// A shape with a coordinate that is not a number overlaps nothing: its rings are not kept.
    mutating func append(_ it: LayerShape, in keeper: inout some RingKeeper & ~Copyable) throws(IndexError) {
        guard features.count < UInt32.max, let number = Int64(exactly: it.feature) else { throw .tooLarge }
        features.append(FeatureRow(number: number, classNumber: Int64(it.classNumber)))
        guard it.shape.isFinite else { return }
        for polygon in it.shape.polygons {
            try append(polygon.outer, isHole: false, &keeper)
            for hole in polygon.holes { try append(hole, isHole: true, &keeper) }
        }
    }

    private mutating func append(_ ring: Ring, isHole: Bool, _ keeper: inout some RingKeeper & ~Copyable) throws(IndexError) {
        let edges = ring.positions.count
        guard edges > 2 else { return }
        guard edges < UInt32.max, blocks + edges < UInt32.max, rings.count < UInt32.max else { throw .tooLarge }
        let box = ring.box
        let middle = plane.point(at: box.centre)
        rings.append(
            DraftRing(
                key: ZOrder.key(x: middle.x, y: middle.y), position: try keeper.keep(ring), isHole: isHole,
                edgeCount: UInt32(edges), feature: UInt32(features.count - 1)))
        spans += Blocks.spans(ofEdges: edges)
        blocks += Blocks.blocks(ofEdges: edges)
        vertices += edges + 1
    }

    func layout(codeBytes: Int) throws(IndexError) -> IndexLayout {
        guard
            let layout = IndexLayout(
                features: features.count, rings: rings.count, spans: spans, blocks: blocks, vertices: vertices, codeBytes: codeBytes)
        else { throw .tooLarge }
        return layout
    }

    /// Puts features in the order of their numbers and rings along the Z-curve: from here on the order of arrival is
    /// forgotten, but among features of one number and rings in one place.
    mutating func sort() {
        let inOrder = zip(features, features.dropFirst()).allSatisfy { $0.number <= $1.number }
        if !inOrder { sortFeatures() }
        rings.sort { ($0.key, $0.feature, $0.position) < ($1.key, $1.feature, $1.position) }
    }

    private mutating func sortFeatures() {
        let order = features.indices.sorted { (features[$0].number, $0) < (features[$1].number, $1) }
        var rowOf = [UInt32](repeating: 0, count: order.count)
        for (row, arrival) in order.enumerated() { rowOf[arrival] = UInt32(row) }
        for i in rings.indices { rings[i].feature = rowOf[Int(rings[i].feature)] }
        features = order.map { features[$0] }
    }
}

extension MultiPolygon {
    /// Whether every coordinate is a number one can reckon with: finite, and its products finite.
    var isFinite: Bool {
        polygons.allSatisfy { polygon in
            polygon.outer.isFinite && polygon.holes.allSatisfy { $0.isFinite }
        }
    }
}

extension Ring {
    fileprivate var isFinite: Bool {
        positions.allSatisfy { abs($0.longitude) < 1e100 && abs($0.latitude) < 1e100 }
    }

    fileprivate var box: BoundingBox { positions.reduce(into: .empty) { $0.include($1) } }
}
