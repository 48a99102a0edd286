/// The command stream of one feature (绘图指令): MoveTo 1, LineTo 2, ClosePath 7, with steps from the point before.
struct TilePath {
    private(set) var commands = ProtocolBuffer()
    private var cursor = GridPoint(x: 0, y: 0)

    var isEmpty: Bool { commands.isEmpty }

    mutating func removeAll() {
        commands.removeAll()
        cursor = GridPoint(x: 0, y: 0)
    }

    mutating func point(_ point: GridPoint) {
        command(1, count: 1)
        step(to: point)
    }

    /// Draws the ring in the order given, or backwards when it `isTurned`. At least three points.
    mutating func ring(_ ring: [GridPoint], isTurned: Bool = false) {
        let last = ring.count - 1
        command(1, count: 1)
        step(to: ring[isTurned ? last : 0])
        command(2, count: UInt32(last))
        if isTurned {
            for i in stride(from: last - 1, through: 0, by: -1) { step(to: ring[i]) }
        } else {
            for i in 1...last { step(to: ring[i]) }
        }
        command(7, count: 1)
    }

    private mutating func command(_ number: UInt32, count: UInt32) {
        commands.varint(count << 3 | number)
    }

    @inline(__always)
    private mutating func step(to point: GridPoint) {
        commands.zigzag(Int32(truncatingIfNeeded: point.x - cursor.x))
        commands.zigzag(Int32(truncatingIfNeeded: point.y - cursor.y))
        cursor = point
    }
}
