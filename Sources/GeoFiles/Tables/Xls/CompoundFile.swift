/// A compound file ([MS-CFB], OLE 复合文档): sectors in chains, a directory of streams. Broken chains end where they break.
struct CompoundFile {
    private let bytes: [UInt8]
    private let sectorSize: Int
    private let miniSize: Int
    private let miniCutoff: Int
    private var table: [Int] = []
    private var miniTable: [Int] = []

    private static let endOfChain = 0xFFFF_FFFA

    /// Nil for bytes that are no such file.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512, bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        self.bytes = bytes
        let (shift, miniShift) = (LittleEndian.word16(bytes, 30), LittleEndian.word16(bytes, 32))
        guard shift == 9 || shift == 12, miniShift == 6 else { return nil }
        sectorSize = 1 << shift
        miniSize = 1 << miniShift
        miniCutoff = LittleEndian.word32(bytes, 56)
        table = allocation()
        miniTable = numbers(chain(from: LittleEndian.word32(bytes, 60), in: table).flatMap(sector))
    }

    /// A stream of the root by its name, as `Workbook`; nil when there is none.
    func stream(named name: String) -> [UInt8]? {
        let directory = chain(from: LittleEndian.word32(bytes, 48), in: table).flatMap(sector)
        let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let entries = stride(from: 0, through: directory.count - 128, by: 128)
        guard let entry = entries.first(where: { Self.name(directory, $0) == wanted }), let root = entries.first(where: { $0 == 0 }) else {
            return nil
        }
        let size = LittleEndian.word32(directory, entry + 120)
        let start = LittleEndian.word32(directory, entry + 116)
        if size >= miniCutoff { return Array(chain(from: start, in: table).flatMap(sector).prefix(size)) }
        let small = chain(from: LittleEndian.word32(directory, root + 116), in: table).flatMap(sector)
        return Array(chain(from: start, in: miniTable).flatMap { Self.piece(of: small, $0 * miniSize, miniSize) }.prefix(size))
    }

    private static func name(_ directory: [UInt8], _ entry: Int) -> [UInt8] {
        let length = LittleEndian.word16(directory, entry + 64)
        return length >= 2 && length <= 64 ? Array(directory[entry..<(entry + length - 2)]) : []
    }

    /// The sector allocation table: 109 of its sectors are named in the header, further ones in a chain of their own.
    private func allocation() -> [Int] {
        var sectors = (0..<109).map { LittleEndian.word32(bytes, 76 + 4 * $0) }
        var next = LittleEndian.word32(bytes, 68)
        var left = min(LittleEndian.word32(bytes, 72), bytes.count / sectorSize)
        while left > 0, next < Self.endOfChain {
            let part = numbers(sector(next))
            guard let last = part.last else { break }
            sectors += part.dropLast()
            next = last
            left -= 1
        }
        return numbers(sectors.filter { $0 < Self.endOfChain }.flatMap(sector))
    }

    /// Sector numbers from a first one; a ring is left after as many steps as there are sectors.
    private func chain(from first: Int, in table: [Int]) -> [Int] {
        var chain: [Int] = []
        var next = first
        while next < table.count, chain.count < table.count {
            chain.append(next)
            next = table[next]
        }
        return chain
    }

    private func sector(_ number: Int) -> [UInt8] {
        Self.piece(of: bytes, (number + 1) * sectorSize, sectorSize)
    }

    private static func piece(of bytes: [UInt8], _ start: Int, _ length: Int) -> [UInt8] {
        start >= 0 && start < bytes.count ? Array(bytes[start..<min(bytes.count, start + length)]) : []
    }

    private func numbers(_ bytes: [UInt8]) -> [Int] {
        stride(from: 0, through: bytes.count - 4, by: 4).map { LittleEndian.word32(bytes, $0) }
    }
}

/// Numbers as x86 writes them; 0 where the bytes are not there.
enum LittleEndian {
    static func word16(_ bytes: [UInt8], _ at: Int) -> Int {
        at >= 0 && at + 2 <= bytes.count ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : 0
    }

    static func word32(_ bytes: [UInt8], _ at: Int) -> Int {
        word16(bytes, at) | word16(bytes, at + 2) << 16
    }
}
