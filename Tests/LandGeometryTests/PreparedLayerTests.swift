import Foundation
import Seeds
import Testing

@testable import LandGeometry

@Suite("A layer prepared into a file answers as the same layer in memory")
struct PreparedLayerTests {
    @Test("Mapped, streamed or in memory: the same figures to the last bit, on one thread and on three")
    func sameFigures() throws {
        try MadeLayer.inFolder { folder in
            for seed in 0..<6 {
                let shapes = MadeLayer.mixed(seed: seed)
                let patches = MadeLayer.patches(seed: seed)
                let inMemory = LayerIndex(shapes)
                let mapped = try MadeLayer.write(shapes, to: folder.appending(path: "layer"))
                try mapped.verify()
                let expected = bits(of: inMemory.overlaps(with: patches, threads: 1))
                #expect(expected.count > 300)
                #expect(bits(of: mapped.overlaps(with: patches, threads: 3)) == expected, "seed \(seed)")
                #expect(
                    bits(of: mapped.classOverlaps(with: patches, threads: 2)) == bits(of: inMemory.classOverlaps(with: patches, threads: 1))
                )
                #expect(mapped.featureCount == inMemory.featureCount && mapped.ringCount == inMemory.ringCount)
            }
        }
    }

    @Test("The same features give the same bytes in any order, streamed or written from memory")
    func sameBytes() throws {
        try MadeLayer.inFolder { folder in
            let shapes = MadeLayer.mixed(seed: 1)
            var numbers = SeededNumbers(seed: 2)
            let files = ["a", "b", "c"].map { folder.appending(path: $0) }
            _ = try MadeLayer.write(shapes, to: files[0])
            _ = try MadeLayer.write(shapes.shuffled(using: &numbers), to: files[1])
            try LayerIndex(shapes.shuffled(using: &numbers)).write(to: files[2].path, source: MadeLayer.source)
            let bytes = try files.map { try Data(contentsOf: $0) }
            #expect(bytes[0].count > 30_000)
            #expect(bytes[1] == bytes[0] && bytes[2] == bytes[0])
        }
    }

    @Test("More vertices than the writer's memory go through the spill file")
    func spill() throws {
        try MadeLayer.inFolder { folder in
            var numbers = SeededNumbers(seed: 4)
            let parcels = MadeGround().parcels(columns: 70, rows: 60, cell: 30, using: &numbers)
            let positions = parcels.reduce(0) { $0 + $1.positionCount }
            #expect(positions > 1 << 16)
            let index = try MadeLayer.write(layer(parcels), to: folder.appending(path: "layer"))
            let patches = MadeLayer.patches(seed: 4, count: 40)
            #expect(
                bits(of: index.overlaps(with: patches, threads: 1))
                    == bits(of: LayerIndex(layer(parcels)).overlaps(with: patches, threads: 1)))
        }
    }

    @Test("Class codes come back as given, empty ones too")
    func codes() throws {
        try MadeLayer.inFolder { folder in
            let codes = ["0101", "", "永久基本农田"]
            let index = try MadeLayer.write(MadeLayer.mixed(seed: 3), to: folder.appending(path: "layer"), codes: codes)
            #expect(index.codes == codes)
            #expect(index.source == MadeLayer.source)
            let none = try MadeLayer.write([], to: folder.appending(path: "none"))
            #expect(none.codes.isEmpty)
        }
    }

    @Test("A class without a code, or a code that cannot be written, is refused before anything is kept")
    func unwritable() throws {
        try MadeLayer.inFolder { folder in
            let file = folder.appending(path: "layer")
            for codes in [["one"], ["a", "b", "c\0d"]] {
                #expect(throws: IndexError.unwritable(.codes)) { try MadeLayer.write(MadeLayer.mixed(seed: 3), to: file, codes: codes) }
            }
            #expect(throws: IndexError.unwritable(nil)) {
                try LayerIndex([]).write(to: file.path, source: LayerSource(digest: String(repeating: "x", count: 97)))
            }
            #expect(MadeLayer.names(in: folder).isEmpty)
        }
    }

    @Test("An abandoned writer leaves no file, and a finished one only its own")
    func noLeftovers() throws {
        try MadeLayer.inFolder { folder in
            let file = folder.appending(path: "layer")
            do {
                var writer = try LayerIndexWriter(at: file.path, source: MadeLayer.source)
                for shape in MadeLayer.mixed(seed: 3) { try writer.append(shape) }
            }
            #expect(MadeLayer.names(in: folder).isEmpty)
            _ = try MadeLayer.write(MadeLayer.mixed(seed: 3), to: file)
            #expect(MadeLayer.names(in: folder) == ["layer"])
        }
    }

    @Test("Who has the old layer open keeps it when a new one takes its name")
    func replacement() throws {
        try MadeLayer.inFolder { folder in
            let file = folder.appending(path: "layer")
            let patches = MadeLayer.patches(seed: 9)
            let old = try MadeLayer.write(MadeLayer.mixed(seed: 1), to: file)
            let before = bits(of: old.overlaps(with: patches, threads: 1))
            let new = try MadeLayer.write(MadeLayer.mixed(seed: 2), to: file)
            #expect(bits(of: old.overlaps(with: patches, threads: 1)) == before)
            #expect(bits(of: new.overlaps(with: patches, threads: 1)) != before)
            let reopened = try LayerIndex(contentsOf: file.path)
            #expect(bits(of: reopened.overlaps(with: patches, threads: 1)) == bits(of: new.overlaps(with: patches, threads: 1)))
        }
    }

    @Test("An empty layer is a file like any other and shares nothing")
    func empty() throws {
        try MadeLayer.inFolder { folder in
            let index = try MadeLayer.write([], to: folder.appending(path: "layer"))
            try index.verify()
            let found = index.overlaps(with: MadeLayer.patches(seed: 0), threads: 2)
            let isEmpty = found.allSatisfy { $0.isEmpty }
            #expect(isEmpty)
        }
    }

    @Test("Where no file can be made, the operating system's reason is told")
    func noFolder() {
        #expect(throws: IndexError.system(call: "open", path: "/nowhere/layer", number: 2)) { try LayerIndex(contentsOf: "/nowhere/layer") }
        #expect(throws: IndexError.self) { _ = try LayerIndexWriter(at: "/nowhere/layer", source: MadeLayer.source) }
    }
}
