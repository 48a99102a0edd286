import LandGeometry

/// The patches of an overlay, read whole (图斑读取).
struct PatchReading {
    let set: PatchSet
    private let numbers: [Int]
    private let keys: [String?]

    init(_ file: inout GroundReader, _ order: FileOverlayOrder) throws(FileError) {
        var batches: [GroundBatch] = []
        var numbers: [Int] = []
        var values: [Int32] = []
        while let read = try file.next() {
            let (part, unplaced) = read.pool?.place(read, near: nil) ?? (read, [])
            file.leaveOut(unplaced)
            batches.append(part.ground)
            numbers += part.rows
            values += part.values
        }
        set = PatchSet(batches, in: order.plane)
        self.numbers = numbers
        let names = file.names
        keys = values.map { names[Int($0)].isEmpty ? nil : names[Int($0)] }
    }

    func rows(_ findings: [PatchPieces]) -> [FileOverlayTable.Patch] {
        numbers.indices.map { FileOverlayTable.Patch(row: numbers[$0], key: keys[$0], area: findings[$0].area ?? set.area(of: $0)) }
    }
}
