import LandGeometry

/// Rows on their way to the writing process: bytes in frames.
enum ExportedRows {
    /// A frame takes rows up to about this many bytes.
    static let frameBytes = 256 << 10

    static func put(_ row: ExportTable.Row, into frame: inout FrameWriter) {
        frame.put(UInt16(row.cells.count))
        for cell in row.cells { put(cell, &frame) }
        if let shape = row.shape, !shape.isEmpty {
            frame.put(UInt8(1))
            frame.put(WKB.encode(shape))
        } else if let point = row.point {
            frame.put(UInt8(2))
            frame.put(WKB.encode(point))
        } else {
            frame.put(UInt8(0))
        }
    }

    private static func put(_ cell: ExportTable.Cell, _ frame: inout FrameWriter) {
        switch cell {
        case .blank:
            frame.put(UInt8(0))
        case .text(let text):
            frame.put(UInt8(1))
            frame.put(Array(text.utf8))
        case .integer(let number):
            frame.put(UInt8(2))
            frame.put(Int64(number))
        case .real(let number):
            frame.put(UInt8(3))
            frame.put(number)
        case .date(let day):
            frame.put(UInt8(4))
            frame.put(Array(day.utf8))
        }
    }

    /// A row as it arrives: geometry stays bytes, for GDAL reads them.
    struct Received {
        enum Ground: UInt8 {
            case none, shape, point
        }
        var cells: [ExportTable.Cell]
        var ground: Ground
        var geometry: [UInt8]
    }

    /// The rows of a frame; those after bytes that make no row are missed when rows are counted.
    static func take(_ payload: ArraySlice<UInt8>) -> [Received] {
        payload.withUnsafeBytes { bytes in
            var frame = FrameReader(bytes)
            var rows: [Received] = []
            while let row = take(from: &frame) { rows.append(row) }
            return rows
        }
    }

    private static func take(from frame: inout FrameReader) -> Received? {
        guard let count = frame.integer(UInt16.self) else { return nil }
        var cells: [ExportTable.Cell] = []
        cells.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let cell = cell(&frame) else { return nil }
            cells.append(cell)
        }
        guard let ground = frame.integer(UInt8.self).flatMap(Received.Ground.init(rawValue:)) else { return nil }
        if ground == .none { return Received(cells: cells, ground: ground, geometry: []) }
        return frame.block().map { Received(cells: cells, ground: ground, geometry: Array($0)) }
    }

    private static func cell(_ frame: inout FrameReader) -> ExportTable.Cell? {
        switch frame.integer(UInt8.self) {
        case 0: .blank
        case 1: frame.text().map { .text($0) }
        case 2: frame.integer(Int64.self).map { .integer(Int($0)) }
        case 3: frame.double().map { .real($0) }
        case 4: frame.text().map { .date($0) }
        default: nil
        }
    }
}
