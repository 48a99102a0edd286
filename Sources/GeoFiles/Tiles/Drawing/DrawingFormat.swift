import Foundation

/// The parts of a drawing file (图层绘制文件), in the order they stand in it: numbers little-endian, every part at a multiple of eight bytes.
///
/// Before them a header: eight bytes that name the format and its edition, 32 bytes that name the source, the file's length,
/// then offset and length of each part.
enum DrawingPart: Int, CaseIterable {
    /// World coordinates of all vertices (`UInt32`), ring after ring.
    case x, y
    /// The first zoom each vertex is drawn on (`UInt8`).
    case levels
    /// Where each ring's vertices start (`UInt32`), and one more.
    case ringStarts
    /// `WorldBox` of each ring.
    case ringBoxes
    /// Where each polygon's rings start (`UInt32`), and one more.
    case polygonStarts
    /// Feature each polygon belongs to (`UInt32`).
    case polygonFeatures
    /// `WorldBox` of each polygon, then of each sixteen, up to one.
    case tree
    /// Number of each feature (`UInt64`).
    case numbers
    /// Class of each feature (`UInt32`), a place in the words' `codes`.
    case codes
    /// `DrawingWords` as JSON.
    case words
    /// Keys of the tiles made beforehand, ascending (`UInt64`).
    case tileKeys
    /// Where each of them starts in `tiles` (`UInt64`), and one more.
    case tileStarts
    case tiles

    /// Counts up when the layout changes or tiles come to look different.
    static let magic = Array("LLDRAW01".utf8)
    static let sourceLength = 32
    static let headerLength = magic.count + sourceLength + 8 + 16 * allCases.count
}

/// What of a drawing is text (图层绘制文字): class codes, and the names to be written.
struct DrawingWords: Codable {
    struct Label: Codable {
        var number: UInt64
        var name: String
        var code: String
        var longitude: Double
        var latitude: Double
    }

    var codes: [String] = []
    var labels: [Label] = []
}

extension TileAddress {
    /// Zoom, then the place along the curve.
    var drawingKey: UInt64 { UInt64(zoom) << 56 | CurveKey.interleaved(UInt32(column), UInt32(row)) }
}
