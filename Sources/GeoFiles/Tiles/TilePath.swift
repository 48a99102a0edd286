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

    /// - Parameter positive: whether the ring is to have positive area; it is turned round when it has not.
    mutating func ring(_ ring: [GridPoint], positive: Bool) {
        let isTurned = (RingThinning.doubleArea(ring) > 0) != positive
        let at = { (i: Int) in isTurned ? ring[ring.count - 1 - i] : ring[i] }
        command(1, count: 1)
        step(to: at(0))
        command(2, count: UInt32(ring.count - 1))
        for i in 1..<ring.count { step(to: at(i)) }
        command(7, count: 1)
    }

    private mutating func command(_ number: UInt32, count: UInt32) {
        commands.varint(count << 3 | number)
    }

    private mutating func step(to point: GridPoint) {
        commands.zigzag(point.x - cursor.x)
        commands.zigzag(point.y - cursor.y)
        cursor = point
    }
}
