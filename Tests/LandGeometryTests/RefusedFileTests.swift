import Foundation
import Seeds
import Testing

@testable import LandGeometry

@Suite("A prepared layer that is not what it should be is refused by name, and none can harm")
struct RefusedFileTests {
    /// A good file's bytes, changed, opened again.
    private func open(_ change: (inout [UInt8]) -> Void) throws -> LayerIndex {
        try MadeLayer.inFolder { folder in
            let file = folder.appending(path: "layer")
            _ = try MadeLayer.write(MadeLayer.mixed(seed: 5), to: file, codes: ["a", "b", "c"])
            var bytes = [UInt8](try Data(contentsOf: file))
            change(&bytes)
            try Data(bytes).write(to: file)
            return try LayerIndex(contentsOf: file.path, source: MadeLayer.source)
        }
    }

    /// Puts the right checksum on a forged header, as a forger would.
    private func reseal(_ bytes: inout [UInt8]) {
        let place = IndexLayout.headerBytes - 8
        let sum = bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<place])) }
        withUnsafeBytes(of: sum) { bytes.replaceSubrange(place..<(place + 8), with: $0) }
    }

    private func refusal(_ change: (inout [UInt8]) -> Void) throws -> IndexError? {
        do {
            _ = try open(change)
            return nil
        } catch let error as IndexError { return error }
    }

    private func expect(_ error: IndexError, _ change: (inout [UInt8]) -> Void) throws {
        let found = try refusal(change)
        #expect(found == error)
    }

    @Test("What is not ours, is nothing at all, or went through a text transfer is foreign")
    func foreign() throws {
        try expect(.foreignFile) { $0 = [] }
        try expect(.foreignFile) { $0 = Array("SQLite format 3\0".utf8) }
        try expect(.foreignFile) { $0.remove(at: 4) }
        try expect(.foreignFormat(version: 9)) { $0[8] = 9 }
        try expect(.foreignFormat(version: 1)) { $0[12...15].reverse() }
    }

    @Test("A file cut off or grown anywhere is truncated")
    func truncated() throws {
        for length in [8, 100, 4095] {
            try expect(.truncated(expected: 4096, found: length)) { $0.removeLast($0.count - length) }
        }
        for lost in [1, 64, 5000] {
            guard case .truncated(let expected, let found) = try refusal({ $0.removeLast(lost) }) else {
                Issue.record("\(lost) bytes lost and not missed")
                continue
            }
            #expect(expected - found == lost)
        }
        guard case .truncated = try refusal({ $0.append(0) }) else {
            Issue.record("a byte more and not noticed")
            return
        }
    }

    @Test("A wrong bit anywhere in the header is found")
    func header() throws {
        var numbers = SeededNumbers(seed: 12)
        for _ in 0..<60 {
            let place = numbers.count(16...4095)
            let error = try refusal { $0[place] ^= 1 << numbers.count(0...7) }
            #expect(error == .damagedHeader, "byte \(place)")
        }
    }

    @Test(
        "A header that was forged to contradict itself is found", arguments: [16, 20, 24, 28, 256, 264, 272, 280, 288, 320, 344, 576])
    func forgedHeader(place: Int) throws {
        let error = try refusal {
            $0[place] ^= 0x15
            reseal(&$0)
        }
        #expect(error != nil)
    }

    @Test("Counts beyond all bounds overflow nothing", arguments: [256, 264, 272, 280, 288, 296])
    func hugeCounts(place: Int) throws {
        for value in [Int64.max, -1, 1 << 39, 1 << 62] {
            let error = try refusal { bytes in
                withUnsafeBytes(of: value) { bytes.replaceSubrange(place..<(place + 8), with: $0) }
                reseal(&bytes)
            }
            #expect(error != nil, "\(value)")
        }
    }

    @Test("A layer prepared by another kernel, from another source or for another plane is stale")
    func stale() throws {
        let kernel = try refusal {
            $0[32] = UInt8(ascii: "L")
            reseal(&$0)
        }
        #expect(kernel == .staleKernel(found: "L" + KernelVersion.current.dropFirst()))
        let source = try refusal {
            $0[128] = UInt8(ascii: "7")
            reseal(&$0)
        }
        #expect(source == .otherSource(found: LayerSource(digest: "7b4f1c")))
        try MadeLayer.inFolder { folder in
            let file = folder.appending(path: "plane").path
            try LayerIndex([], in: .asGiven).write(to: file, source: MadeLayer.source)
            #expect(throws: IndexError.otherPlane(found: .asGiven)) { try LayerIndex(contentsOf: file) }
        }
    }

    @Test("A wrong bit in any part is found by verification, and the part is named", arguments: IndexSection.allCases)
    func verification(section: IndexSection) throws {
        // A low bit of a number that points nowhere else: the file still opens.
        let index = try open { bytes in
            let layout = try? bytes.withUnsafeBytes { try IndexHeader(decoding: $0).layout }
            let start = layout?.start(of: section) ?? 0
            bytes[section == .rings ? start + 15 : start] ^= section == .rings ? 0x80 : 1
        }
        #expect(throws: IndexError.damagedSection(section)) { try index.verify() }
    }

    @Test("Rows that point outside their part are refused, whatever the checksums say")
    func forgedRows() throws {
        var numbers = SeededNumbers(seed: 77)
        var refused = 0
        for _ in 0..<150 {
            let row = numbers.count(0...60)
            let place = [0, 6, 7, 16, 18, 20, 22, 24, 26, 28, 30][numbers.count(0...10)]
            let bit: UInt8 = 1 << numbers.count(0...7)
            let error = try refusal { bytes in
                let layout = try? bytes.withUnsafeBytes { try IndexHeader(decoding: $0).layout }
                bytes[(layout?.start(of: .rings) ?? 0) + 32 * row + place] ^= bit
            }
            if error != nil {
                #expect(error == .offsetOutOfRange(.rings, row: row))
                refused += 1
            }
        }
        #expect(refused > 60)
        try expect(.offsetOutOfRange(.features, row: 3)) { bytes in
            let layout = try? bytes.withUnsafeBytes { try IndexHeader(decoding: $0).layout }
            bytes[(layout?.start(of: .features) ?? 0) + 16 * 3 + 9] = 1
        }
    }

    @Test("Wherever bits are wrong, a file that opens answers something and reads only itself")
    func noise() throws {
        let patches = MadeLayer.patches(seed: 3, count: 12)
        for seed in 0..<80 {
            var numbers = SeededNumbers(seed: seed)
            do {
                let index = try open { bytes in
                    for _ in 0..<numbers.count(1...400) {
                        let place = numbers.count(IndexLayout.headerBytes...(bytes.count - 1))
                        bytes[place] = [0, 0x7f, 0xff, 0xf0][numbers.count(0...3)]
                    }
                }
                _ = index.overlaps(with: patches, threads: 1)
                _ = LayerChange(from: index, to: index).touched(among: patches)
            } catch is IndexError {}
        }
    }
}
