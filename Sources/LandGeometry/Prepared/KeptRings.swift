/// Rings kept in the caller's own arrays: an index made in memory copies no position twice.
struct HeldRings: RingKeeper {
    var rings: [Ring] = []

    mutating func keep(_ ring: Ring) -> Int {
        rings.append(ring)
        return rings.count - 1
    }
}

/// The rings of a layer once all have come in, wherever they were kept (待装配环).
enum KeptRings: Sendable {
    case held([Ring])
    /// Positions one after the other.
    case spilled(IndexMemory)

    func withPositions(of ring: IndexDraft.DraftRing, _ use: (UnsafeBufferPointer<Position>) -> Void) {
        switch self {
        case .held(let rings): rings[ring.position].positions.withUnsafeBufferPointer(use)
        case .spilled(let memory):
            let all = memory.base.assumingMemoryBound(to: Position.self)
            use(UnsafeBufferPointer(start: all + ring.position, count: Int(ring.edgeCount)))
        }
    }
}
