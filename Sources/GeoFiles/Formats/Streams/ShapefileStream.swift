import Foundation
import LandGeometry

/// Polygons of a Shapefile read straight from .shp, .shx and .dbf (ESRI Shapefile Technical Description, 1998).
///
/// Records are found through the .shx, as GDAL finds them. A record of one ring is an area whichever way the ring runs; of
/// several, a ring that runs clockwise is an area and those that follow it, run the other way and lie in its box are its
/// holes. Records in which rings stand otherwise are left to GDAL, which sorts rings by what contains what.
struct ShapefileStream: RingStream {
    private let shapes: ByteStream
    private let index: ByteStream
    private let table: DBFColumn
    private let records: Int
    private var record = 0

    /// Polygon, with heights, with measures.
    private static let polygonKinds: [Int32] = [5, 15, 25]

    /// - Parameters:
    ///   - column: of the field wanted, which must be a text.
    ///   - fields: how many there are by GDAL's count.
    init?(path: String, column: Int?, fields: Int) throws(FileError) {
        guard let indexPath = Companions.find("shx", of: path), let tablePath = Companions.find("dbf", of: path) else { return nil }
        shapes = try ByteStream(path: path)
        index = try ByteStream(path: indexPath)
        let kind = try shapes.take(100) { (head) throws(FileError) in head.number(at: 32, as: Int32.self) } ?? nil
        guard let kind, Self.polygonKinds.contains(kind), let table = try DBFColumn(path: tablePath, column: column, fields: fields) else {
            return nil
        }
        self.table = table
        records = (index.size - 100) / 8
        guard records == table.records else { return nil }
        index.seek(to: 100)
    }

    mutating func next(into ground: inout GroundBatch, _ take: (UnsafeRawBufferPointer?) -> Void) throws(FileError) -> RingRecord {
        while record < records {
            record += 1
            let place = try index.take(8) { (bytes) throws(FileError) in bytes.number(at: 0, as: UInt32.self)?.byteSwapped } ?? nil
            guard let place else { throw broken }
            var isSure = true
            let isLive = try table.next { (value) throws(FileError) in
                isSure = try addShape(at: Int(place) * 2, to: &ground)
                if isSure { ground.endFeature() }
                take(value)
            }
            if isLive { return isSure ? .taken : .unsure(feature: record - 1) }
        }
        return .end
    }

    /// False when the record is to be left to GDAL; nothing was added then.
    private func addShape(at place: Int, to ground: inout GroundBatch) throws(FileError) -> Bool {
        shapes.seek(to: place)
        let length = try shapes.take(8) { (head) throws(FileError) in head.number(at: 4, as: UInt32.self)?.byteSwapped } ?? nil
        let isSure = try shapes.lend(Int(length ?? 0) * 2) { (bytes, lender) throws(FileError) -> Bool in
            guard let shape = ShapeRecord(bytes) else { throw broken }
            return shape.addRings(of: lender, to: &ground)
        }
        guard length != nil, let isSure else { throw broken }
        return isSure
    }

    private var broken: FileError { .fileMustBeWhole(found: "record \(record)") }

    /// One record of the .shp: its rings within its bytes.
    private struct ShapeRecord {
        private let bytes: UnsafeRawBufferPointer
        private var rings: [Range<Int>] = []
        private var first = 0

        /// Nil when its numbers do not fit its bytes.
        init?(_ bytes: UnsafeRawBufferPointer) {
            self.bytes = bytes
            guard let kind = bytes.number(at: 0, as: Int32.self) else { return nil }
            if kind == 0 { return }
            guard polygonKinds.contains(kind), let parts = bytes.number(at: 36, as: Int32.self).map({ Int($0) }), parts >= 0,
                let positions = bytes.number(at: 40, as: Int32.self).map({ Int($0) }), positions >= 0,
                44 + parts * 4 + positions * 16 <= bytes.count
            else { return nil }
            first = 44 + parts * 4
            for part in 0..<parts {
                guard let start = bytes.number(at: 44 + part * 4, as: Int32.self).map({ Int($0) }), start >= 0,
                    let end = part + 1 < parts ? bytes.number(at: 48 + part * 4, as: Int32.self).map({ Int($0) }) : positions,
                    start <= end, end <= positions
                else { return nil }
                rings.append(start..<end)
            }
        }

        func addRings(of lender: LentBytes, to ground: inout GroundBatch) -> Bool {
            guard rings.count > 1 else {
                for ring in rings { add(ring, isHole: false, of: lender, to: &ground) }
                return true
            }
            let runs = rings.map { Run(of: $0, in: bytes, from: first) }
            var area = Run.none
            for run in runs {
                if run.isClockwise { area = run } else if !area.holds(run) { return false }
            }
            for (ring, run) in zip(rings, runs) { add(ring, isHole: !run.isClockwise, of: lender, to: &ground) }
            return true
        }

        private func add(_ ring: Range<Int>, isHole: Bool, of lender: LentBytes, to ground: inout GroundBatch) {
            let place = (first + ring.lowerBound * 16)..<(first + ring.upperBound * 16)
            ground.addRing(isHole: isHole, UnsafeRawBufferPointer(rebasing: bytes[place]), of: lender)
        }
    }

    /// Which way a ring runs, and its box.
    private struct Run {
        var isClockwise = true
        var minX = Double.infinity
        var minY = Double.infinity
        var maxX = -Double.infinity
        var maxY = -Double.infinity

        static let none = Run()
        private init() {}

        init(of ring: Range<Int>, in bytes: UnsafeRawBufferPointer, from first: Int) {
            func number(_ i: Int, _ axis: Int) -> Double {
                Double(bitPattern: bytes.number(at: first + i * 16 + axis * 8, as: UInt64.self) ?? 0)
            }
            var twice = 0.0
            guard let start = ring.first else { return }
            let (originX, originY) = (number(start, 0), number(start, 1))
            for i in ring {
                let (x, y) = (number(i, 0), number(i, 1))
                (minX, minY, maxX, maxY) = (min(minX, x), min(minY, y), max(maxX, x), max(maxY, y))
                guard i + 1 < ring.upperBound else { break }
                twice += (x - originX) * (number(i + 1, 1) - originY) - (number(i + 1, 0) - originX) * (y - originY)
            }
            isClockwise = twice < 0
        }

        func holds(_ other: Run) -> Bool { minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY }
    }
}
