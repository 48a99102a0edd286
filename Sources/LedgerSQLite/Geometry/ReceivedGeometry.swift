import Foundation
import GRDB

/// Geometry as received beside the ground made of it (来件几何). Where the two are the same bytes, as in a file in
/// CGCS2000 degrees without anything to repair, they are kept once and the column says so in words.
enum ReceivedGeometry {
    /// Text in the place of the bytes: the ground's well-known binary, or that of its only part.
    private static let (whole, part) = ("geom", "geom part")
    /// Bytes of a multi-part header of one part.
    private static let headerOfOne = 9

    /// What stands in the column.
    enum Kept: Sendable {
        case same(String)
        case bytes([UInt8])
    }

    static func kept(_ received: [UInt8]?, ground: [UInt8]?) -> Kept? {
        guard let received else { return nil }
        guard let binary = ground.flatMap(GeometryBlob.wellKnownBinary) else { return .bytes(received) }
        if binary.elementsEqual(received) { return .same(whole) }
        return binary.count == received.count + headerOfOne && binary.dropFirst(headerOfOne).elementsEqual(received)
            ? .same(part) : .bytes(received)
    }

    /// The bytes as they came in.
    static func received(_ column: DatabaseValue, ground: Data?) -> [UInt8]? {
        switch column.storage {
        case .blob(let data): return [UInt8](data)
        case .string(let word):
            guard let binary = ground.flatMap({ GeometryBlob.wellKnownBinary([UInt8]($0)) }) else { return nil }
            return word == whole ? [UInt8](binary) : [UInt8](binary.dropFirst(headerOfOne))
        default: return nil
        }
    }
}
