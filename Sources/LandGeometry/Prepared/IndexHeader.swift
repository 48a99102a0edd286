/// The first 4096 bytes of a prepared layer (索引文件头): what it is, what it was made from, and how much of everything.
///
/// Little-endian; text in fixed places, padded with zeros. The last eight bytes are the checksum of those before.
struct IndexHeader: Equatable {
    /// Not text, with both kinds of line end: a file that went through a text transfer is not taken for one of ours.
    static let magic: [UInt8] = [0x89, 0x4c, 0x41, 0x4e, 0x44, 0x0d, 0x0a, 0x1a]
    static let formatVersion: UInt32 = 1
    private static let byteOrder: UInt32 = 0x0102_0304

    private enum Place {
        static let format = 8
        static let order = 12
        static let plane = 16
        static let cut = 20
        static let kernel = 32..<128
        static let source = 128..<224
        static let counts = 256
        static let starts = 320
        static let checksums = 448
        static let projection = 576
        static let own = IndexLayout.headerBytes - 8
    }

    var kernelVersion = KernelVersion.current
    var source: LayerSource
    var plane: Plane
    var layout: IndexLayout
    /// By the raw value of the section.
    var checksums: [UInt64]

    func encode(into base: UnsafeMutableRawPointer) throws(IndexError) {
        base.copyMemory(from: IndexHeader.magic, byteCount: IndexHeader.magic.count)
        put(IndexHeader.formatVersion, Place.format, base)
        put(IndexHeader.byteOrder, Place.order, base)
        put(plane.rawValue, Place.plane, base)
        for (i, part) in IndexHeader.cut.enumerated() { put(part, Place.cut + 4 * i, base) }
        for (i, part) in IndexHeader.projection.enumerated() { put(part, Place.projection + 8 * i, base) }
        try put(kernelVersion, Place.kernel, base)
        try put(source.digest, Place.source, base)
        for (i, count) in layout.counts.enumerated() { put(Int64(count), Place.counts + 8 * i, base) }
        for section in IndexSection.allCases {
            put(Int64(layout.start(of: section)), Place.starts + 8 * section.rawValue, base)
            put(checksums[section.rawValue], Place.checksums + 8 * section.rawValue, base)
        }
        put(Checksum.of(UnsafeRawBufferPointer(start: base, count: Place.own)), Place.own, base)
    }

    /// Reads a header and believes nothing: every number is checked against every other.
    init(decoding bytes: UnsafeRawBufferPointer) throws(IndexError) {
        guard bytes.count >= IndexHeader.magic.count, bytes.starts(with: IndexHeader.magic) else { throw .foreignFile }
        guard bytes.count >= IndexLayout.headerBytes else {
            throw .truncated(expected: IndexLayout.headerBytes, found: bytes.count)
        }
        func number<T: BitwiseCopyable>(_ place: Int, _: T.Type) -> T { bytes.loadUnaligned(fromByteOffset: place, as: T.self) }
        let format = number(Place.format, UInt32.self)
        guard format == IndexHeader.formatVersion, number(Place.order, UInt32.self) == IndexHeader.byteOrder else {
            throw .foreignFormat(version: format)
        }
        let own = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<Place.own]))
        guard own == number(Place.own, UInt64.self) else { throw .damagedHeader }
        kernelVersion = IndexHeader.text(bytes, Place.kernel)
        source = LayerSource(digest: IndexHeader.text(bytes, Place.source))
        checksums = IndexSection.allCases.map { number(Place.checksums + 8 * $0.rawValue, UInt64.self) }
        let counts = (0..<6).map { Int(number(Place.counts + 8 * $0, Int64.self)) }
        guard let plane = Plane(rawValue: number(Place.plane, UInt32.self)),
            let layout = IndexLayout(
                features: counts[0], rings: counts[1], spans: counts[2], blocks: counts[3], vertices: counts[4], codeBytes: counts[5]),
            IndexSection.allCases.allSatisfy({ layout.start(of: $0) == number(Place.starts + 8 * $0.rawValue, Int64.self) }),
            IndexHeader.cut.enumerated().allSatisfy({ number(Place.cut + 4 * $0, UInt32.self) == $1 }),
            IndexHeader.projection.enumerated().allSatisfy({ number(Place.projection + 8 * $0, Double.self) == $1 })
        else { throw .damagedHeader }
        (self.plane, self.layout) = (plane, layout)
    }

    init(source: LayerSource, plane: Plane, layout: IndexLayout, checksums: [UInt64]) {
        (self.source, self.plane, self.layout, self.checksums) = (source, plane, layout, checksums)
    }

    /// How rings are cut and the tree is built.
    private static let cut = [UInt32(Blocks.blockEdges), UInt32(Blocks.spanEdges), UInt32(Blocks.fanOut)]
    /// The plane of record.
    private static let projection = [
        AreaProjection.standard.origin.longitude, AreaProjection.standard.origin.latitude, AreaProjection.standard.scale,
    ]

    private func put<T: BitwiseCopyable>(_ value: T, _ place: Int, _ base: UnsafeMutableRawPointer) {
        base.storeBytes(of: value, toByteOffset: place, as: T.self)
    }

    private func put(_ text: String, _ place: Range<Int>, _ base: UnsafeMutableRawPointer) throws(IndexError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= place.count, !bytes.contains(0) else { throw .unwritable(nil) }
        (base + place.lowerBound).copyMemory(from: bytes, byteCount: bytes.count)
    }

    private static func text(_ bytes: UnsafeRawBufferPointer, _ place: Range<Int>) -> String {
        String(decoding: bytes[place].prefix { $0 != 0 }, as: UTF8.self)
    }
}
