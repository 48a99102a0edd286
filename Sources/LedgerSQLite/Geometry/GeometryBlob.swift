import Foundation
import GeoFiles
import LandGeometry

/// Geometry as GeoPackage keeps it (几何块): the `GP` header with an envelope, then ISO WKB (OGC 12-128r17, 2.1.3).
enum GeometryBlob {
    /// Header bytes of what is written here: magic, version, flags, reference system, envelope x and y.
    private static let headerSize = 40

    static func bytes(_ shape: MultiPolygon) -> [UInt8] {
        bytes(WKB.encode(shape), box: shape.box)
    }

    static func bytes(_ point: Position) -> [UInt8] {
        bytes(
            WKB.encode(point), box: BoundingBox(west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude))
    }

    private static func bytes(_ wkb: [UInt8], box: BoundingBox) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerSize + wkb.count)
        let flags: UInt8 = box.isEmpty ? 0b0001_0001 : 0b0000_0011
        bytes += [0x47, 0x50, 0, flags]
        withUnsafeBytes(of: Int32(4490).littleEndian) { bytes.append(contentsOf: $0) }
        if !box.isEmpty {
            for value in [box.west, box.east, box.south, box.north] {
                withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        bytes += wkb
        return bytes
    }

    static func shape(_ data: Data) -> MultiPolygon? {
        wkb(data).flatMap(WKB.decodeShape)
    }

    static func point(_ data: Data) -> Position? {
        wkb(data).flatMap(WKB.decodePoint)
    }

    /// The envelope of the header; nil for what is no geometry of ours, empty for an empty one.
    static func box(_ data: Data) -> BoundingBox? {
        data.withUnsafeBytes { box($0) }
    }

    static func box(_ bytes: UnsafeRawBufferPointer) -> BoundingBox? {
        guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50, bytes[3] & 1 == 1 else { return nil }
        if bytes[3] & 0b0001_0000 != 0 { return .empty }
        guard envelopeSize(bytes[3]) != 0, bytes.count >= headerSize else { return nil }
        func value(_ place: Int) -> Double {
            Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + place * 8, as: UInt64.self)))
        }
        return BoundingBox(west: value(0), south: value(2), east: value(1), north: value(3))
    }

    /// What stands behind the header of a blob of ours.
    static func wellKnownBinary(_ blob: [UInt8]) -> ArraySlice<UInt8>? {
        blob.count >= 8 ? blob.dropFirst(8 + envelopeSize(blob[3])) : nil
    }

    private static func wkb(_ data: Data) -> [UInt8]? {
        let start = data.startIndex
        guard data.count >= 8, data[start] == 0x47, data[start + 1] == 0x50 else { return nil }
        return [UInt8](data.dropFirst(8 + envelopeSize(data[start + 3])))
    }

    private static func envelopeSize(_ flags: UInt8) -> Int {
        switch (flags >> 1) & 7 {
        case 1: 32
        case 2, 3: 48
        case 4: 64
        default: 0
        }
    }
}
