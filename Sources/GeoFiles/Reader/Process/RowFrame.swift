import Foundation
import LandGeometry

/// An imported row as bytes between the processes (行帧).
enum RowFrame {
    static func encode(_ row: ImportedRow) -> [UInt8] {
        var writer = FrameWriter(.row, capacity: 256 + 2 * (row.received?.count ?? 0))
        writer.put(Int64(row.row))
        writer.put(UInt32(row.values.count))
        for value in row.values { put(value?.utf8, to: &writer) }
        switch row.ground {
        case .none: put([UInt8]?.none, to: &writer)
        case .point(let point): put(WKB.encode(point), to: &writer)
        case .area(let shape): put(WKB.encode(shape), to: &writer)
        }
        put(row.received, to: &writer)
        writer.put(row.planarArea ?? .nan)
        put(row.remarks.isEmpty ? nil : try? [UInt8](JSONEncoder().encode(row.remarks)), to: &writer)
        return writer.bytes
    }

    /// Nil for bytes no reader writes.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> ImportedRow? {
        var reader = FrameReader(bytes)
        guard let number = reader.integer(Int64.self), let values = values(&reader),
            let ground = ground(&reader), let received = block(&reader), let planar = reader.double(),
            let remarks = remarks(&reader)
        else { return nil }
        return ImportedRow(
            row: Int(number), values: values, ground: ground, received: received.map { Array($0) },
            planarArea: planar.isNaN ? nil : planar, remarks: remarks)
    }

    private static func put(_ block: (some Collection<UInt8>)?, to writer: inout FrameWriter) {
        writer.put(UInt8(block == nil ? 0 : 1))
        if let block { writer.put(block) }
    }

    private static func block(_ reader: inout FrameReader) -> UnsafeRawBufferPointer?? {
        switch reader.integer(UInt8.self) {
        case 0: .some(nil)
        case 1: reader.block().map { .some($0) } ?? .none
        default: .none
        }
    }

    private static func values(_ reader: inout FrameReader) -> [String?]? {
        guard let count = reader.integer(UInt32.self), count <= 1 << 20 else { return nil }
        var values: [String?] = []
        values.reserveCapacity(Int(min(count, 4096)))
        for _ in 0..<count {
            guard let value = block(&reader) else { return nil }
            guard let value else {
                values.append(nil)
                continue
            }
            guard let text = String(validating: value, as: UTF8.self) else { return nil }
            values.append(text)
        }
        return values
    }

    private static func ground(_ reader: inout FrameReader) -> ImportedRow.Ground? {
        guard let block = block(&reader) else { return nil }
        guard let block else { return ImportedRow.Ground.none }
        if let shape = WKB.decodeShape(block) { return .area(shape) }
        return WKB.decodePoint(block).map { .point($0) }
    }

    private static func remarks(_ reader: inout FrameReader) -> [RowRemark]? {
        guard let block = block(&reader) else { return nil }
        guard let block else { return [] }
        return try? JSONDecoder().decode([RowRemark].self, from: Data(block))
    }
}
