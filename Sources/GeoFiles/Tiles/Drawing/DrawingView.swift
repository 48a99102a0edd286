/// The arrays of a drawing file where they lie in memory (绘制文件视图); valid while the file is held.
struct DrawingView {
    let x: UnsafeBufferPointer<UInt32>
    let y: UnsafeBufferPointer<UInt32>
    let levels: UnsafeBufferPointer<UInt8>
    let ringStarts: UnsafeBufferPointer<UInt32>
    let ringBoxes: UnsafeBufferPointer<WorldBox>
    let polygonStarts: UnsafeBufferPointer<UInt32>
    let polygonFeatures: UnsafeBufferPointer<UInt32>
    let tree: UnsafeBufferPointer<WorldBox>
    let numbers: UnsafeBufferPointer<UInt64>
    let codes: UnsafeBufferPointer<UInt32>
    private let tileKeys: UnsafeBufferPointer<UInt64>
    private let tileStarts: UnsafeBufferPointer<UInt64>
    private let tiles: UnsafeBufferPointer<UInt8>

    init(_ file: UnsafeRawBufferPointer, _ parts: [Range<Int>]) {
        func part<Element>(_ part: DrawingPart, as type: Element.Type = Element.self) -> UnsafeBufferPointer<Element> {
            UnsafeRawBufferPointer(rebasing: file[parts[part.rawValue]]).bindMemory(to: Element.self)
        }
        x = part(.x)
        y = part(.y)
        levels = part(.levels)
        ringStarts = part(.ringStarts)
        ringBoxes = part(.ringBoxes)
        polygonStarts = part(.polygonStarts)
        polygonFeatures = part(.polygonFeatures)
        tree = part(.tree)
        numbers = part(.numbers)
        codes = part(.codes)
        tileKeys = part(.tileKeys)
        tileStarts = part(.tileStarts)
        tiles = part(.tiles)
    }

    /// Whether the parts fit each other: counts agree, starts ascend and end where the next part does, so that no reading leaves the file.
    var isSound: Bool {
        func ascend(_ starts: UnsafeBufferPointer<UInt32>, over count: Int, to end: Int) -> Bool {
            guard starts.count == count + 1, starts.first == 0, starts.last.map(Int.init) == end else { return false }
            return zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
        }
        let tileEnds = zip(tileStarts, tileStarts.dropFirst()).allSatisfy { $0 <= $1 }
        return x.count == y.count && x.count == levels.count && numbers.count == codes.count
            && ascend(ringStarts, over: ringBoxes.count, to: x.count)
            && ascend(polygonStarts, over: polygonFeatures.count, to: ringBoxes.count)
            && polygonFeatures.allSatisfy { $0 < numbers.count }
            && tree.count == (BoxRows.levels(over: polygonFeatures.count).last?.upperBound ?? 0)
            && (tileKeys.isEmpty || tileStarts.count == tileKeys.count + 1 && tileStarts.last.map(Int.init) == tiles.count && tileEnds)
    }

    /// Vertices of a ring.
    func range(_ ring: Int) -> Range<Int> { Int(ringStarts[ring])..<Int(ringStarts[ring + 1]) }

    /// Rings of a polygon, the outer one first.
    func rings(of polygon: Int) -> Range<Int> { Int(polygonStarts[polygon])..<Int(polygonStarts[polygon + 1]) }

    /// The tile made beforehand, if it was.
    func readyTile(_ address: TileAddress) -> [UInt8]? {
        let key = address.drawingKey
        var (low, high) = (0, tileKeys.count)
        while low < high {
            let middle = (low + high) / 2
            if tileKeys[middle] < key { low = middle + 1 } else { high = middle }
        }
        guard low < tileKeys.count, tileKeys[low] == key else { return nil }
        return Array(tiles[Int(tileStarts[low])..<Int(tileStarts[low + 1])])
    }

    /// Polygons whose box meets `box`, in the order of the file.
    func forEachPolygon(in box: WorldBox, _ body: (Int) -> Void) {
        let levels = BoxRows.levels(over: polygonFeatures.count)
        guard let top = levels.last else { return }
        for node in 0..<top.count { descend(levels, levels.count - 1, node, box, body) }
    }

    private func descend(_ levels: [Range<Int>], _ level: Int, _ node: Int, _ box: WorldBox, _ body: (Int) -> Void) {
        guard tree[levels[level].lowerBound + node].touches(box) else { return }
        guard level > 0 else { return body(node) }
        let end = min((node + 1) * BoxRows.fanOut, levels[level - 1].count)
        for child in (node * BoxRows.fanOut)..<end { descend(levels, level - 1, child, box, body) }
    }
}

/// A tree of boxes written row by row (外包矩形行): those of the polygons, then one for each sixteen of the row before, up to one.
enum BoxRows {
    static let fanOut = 16

    /// Where each row lies.
    static func levels(over count: Int) -> [Range<Int>] {
        guard count > 0 else { return [] }
        var rows = [0..<count]
        while let last = rows.last, last.count > 1 {
            rows.append(last.upperBound..<last.upperBound + (last.count + fanOut - 1) / fanOut)
        }
        return rows
    }

    static func rows(over boxes: [WorldBox]) -> [WorldBox] {
        var tree = boxes
        for row in levels(over: boxes.count).dropLast() {
            for start in stride(from: row.lowerBound, to: row.upperBound, by: fanOut) {
                var box = WorldBox()
                for i in start..<min(start + fanOut, row.upperBound) { box.include(tree[i]) }
                tree.append(box)
            }
        }
        return tree
    }
}
