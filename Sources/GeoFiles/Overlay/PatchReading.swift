import LandGeometry

/// The patches of an overlay, read whole and made ready (图斑读取).
struct PatchReading {
    let set: PatchSet
    /// Processor time of making them ready.
    let kernelSeconds: Double
    private let numbers: [Int]
    private let keys: [String?]

    init(_ file: inout GroundReader, _ order: FileOverlayOrder) throws(FileError) {
        var batches: [GroundBatch] = []
        var numbers: [Int] = []
        var values: [Int32] = []
        while let part = try file.next() {
            batches.append(part.ground)
            numbers += part.rows
            values += part.values
        }
        let before = StageClock.processorSeconds
        set = PatchSet(batches, in: order.plane, threads: order.threads)
        kernelSeconds = StageClock.processorSeconds - before
        self.numbers = numbers
        let names = file.names
        keys = values.map { names[Int($0)].isEmpty ? nil : names[Int($0)] }
    }

    func rows() -> [FileOverlayTable.Patch] {
        numbers.indices.map { FileOverlayTable.Patch(row: numbers[$0], key: keys[$0], area: set.area(of: $0)) }
    }
}
