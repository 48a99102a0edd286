import LandGeometry

/// FlatGeobuf 3 read straight from its bytes (specification: flatgeobuf.org, `header.fbs` and `feature.fbs`).
struct FlatGeobufStream: RingStream {
    private let stream: ByteStream
    private let column: Int?
    private let widths: [Int?]
    /// Of the header; 0 when each feature tells its own.
    private let kind: UInt8

    private enum Kind {
        static let unknown: UInt8 = 0
        static let polygon: UInt8 = 3
        static let multiPolygon: UInt8 = 6
    }

    /// Bytes of a value by type number, from `Byte` to `Double`; texts and the like tell their own.
    private static let valueWidths = [1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8]
    private static let text: UInt8 = 11

    /// - Parameters:
    ///   - column: of the field wanted, which must be a text.
    ///   - fields: how many there are by GDAL's count.
    init?(path: String, column: Int?, fields: Int) throws(FileError) {
        let stream = try ByteStream(path: path)
        let isKnown = try stream.take(8) { (head) throws(FileError) in head.starts(with: [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62]) }
        guard isKnown == true, let size = try stream.take(4, { (it) throws(FileError) in it.number(at: 0, as: UInt32.self) }) ?? nil else {
            return nil
        }
        let header = try stream.take(Int(size)) { (bytes) throws(FileError) in Header(bytes) } ?? nil
        guard let header, header.columns.count == fields, [Kind.unknown, Kind.polygon, Kind.multiPolygon].contains(header.kind) else {
            return nil
        }
        if let column { guard header.columns.indices.contains(column), header.columns[column] == Self.text else { return nil } }
        stream.seek(to: stream.offset + header.indexBytes)
        self.stream = stream
        self.column = column
        kind = header.kind
        widths = header.columns.map { Int($0) < Self.valueWidths.count ? Self.valueWidths[Int($0)] : nil }
    }

    private struct Header {
        var kind: UInt8
        /// Type numbers.
        var columns: [UInt8]
        var indexBytes = 0

        init?(_ bytes: UnsafeRawBufferPointer) {
            guard let table = FlatTable(root: bytes), let kind: UInt8 = table.number(2, or: 0), let columns = table.tables(7),
                let count: UInt64 = table.number(8, or: 0), let nodeSize: UInt16 = table.number(9, or: 16)
            else { return nil }
            let types = columns.compactMap { $0.number(1, or: UInt8(0)) }
            guard types.count == columns.count, count < 1 << 40 else { return nil }
            self.kind = kind
            self.columns = types
            if nodeSize > 1, count > 0 { indexBytes = Self.nodes(Int(count), Int(nodeSize)) * 40 }
        }

        /// Of a packed tree over so many leaves.
        private static func nodes(_ leaves: Int, _ size: Int) -> Int {
            var (level, all) = (leaves, leaves)
            repeat {
                level = (level + size - 1) / size
                all += level
            } while level > 1
            return all
        }
    }

    mutating func next(into ground: inout GroundBatch, _ take: (UnsafeRawBufferPointer?) -> Void) throws(FileError) -> RingRecord {
        guard stream.offset < stream.size else { return .end }
        let size = try stream.take(4) { (bytes) throws(FileError) in bytes.number(at: 0, as: UInt32.self) } ?? nil
        let isRead = try stream.lend(size.map { Int($0) } ?? 0) { (bytes, lender) throws(FileError) in
            guard let feature = FlatTable(root: bytes) else { return false }
            if let geometry = feature.table(0) { guard add(geometry, of: lender, to: &ground) else { return false } }
            ground.endFeature()
            take(column.flatMap { value($0, in: feature.vector(1, of: 1)?.bytes) })
            return true
        }
        guard size != nil, isRead == true else { throw .fileMustBeWhole(found: "byte \(stream.offset)") }
        return .taken
    }

    private func add(_ geometry: FlatTable, of lender: LentBytes, to ground: inout GroundBatch) -> Bool {
        switch kind == Kind.unknown ? geometry.number(6, or: 0) : kind {
        case Kind.polygon: return addPolygon(geometry, of: lender, to: &ground)
        case Kind.multiPolygon: return geometry.tables(7)?.allSatisfy { addPolygon($0, of: lender, to: &ground) } ?? false
        default: return true
        }
    }

    private func addPolygon(_ polygon: FlatTable, of lender: LentBytes, to ground: inout GroundBatch) -> Bool {
        guard let (numbers, count) = polygon.vector(1, of: 8) else { return true }
        let positions = count / 2
        let ends = polygon.vector(0, of: 4)
        var start = 0
        for ring in 0..<max(1, ends?.count ?? 1) {
            let end = ends.flatMap { $0.count > 0 ? $0.bytes.number(at: ring * 4, as: UInt32.self) : nil }.map { Int($0) } ?? positions
            guard start <= end, end <= positions else { return false }
            ground.addRing(isHole: ring > 0, UnsafeRawBufferPointer(rebasing: numbers[(start * 16)..<(end * 16)]), of: lender)
            start = end
        }
        return true
    }

    /// The bytes of a text among the properties: number of the column, then its value, over and over.
    private func value(_ wanted: Int, in properties: UnsafeRawBufferPointer?) -> UnsafeRawBufferPointer? {
        guard let properties else { return nil }
        var place = 0
        while let column = properties.number(at: place, as: UInt16.self), Int(column) < widths.count {
            place += 2
            if let width = widths[Int(column)] {
                place += width
                continue
            }
            guard let length = properties.number(at: place, as: UInt32.self), Int(length) <= properties.count - place - 4 else {
                return nil
            }
            place += 4
            if Int(column) == wanted { return UnsafeRawBufferPointer(rebasing: properties[place..<(place + Int(length))]) }
            place += Int(length)
        }
        return nil
    }
}
