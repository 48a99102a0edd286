import Foundation
import LandGeometry

/// A layer version prepared for drawing (图层绘制文件): a memory-mapped file that gives any tile within milliseconds.
///
/// It holds the vertices in world coordinates with the zoom each is drawn from, a tree of boxes, and ready tiles where making one
/// would mean reading too much. Pages are shared with every process that maps the same file; nothing is copied into memory.
/// A value that may be used from any thread.
public struct LayerDrawing: Sendable {
    private let file: Data
    private let parts: [Range<Int>]
    private let words: DrawingWords

    /// Nil when there is no such file, or one of another format, edition or source, or one that was cut short: it is to be made again.
    public init?(path: String, source: String) {
        guard let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
            let parts = LayerDrawing.parts(of: file, source: source),
            let words = try? JSONDecoder().decode(DrawingWords.self, from: file[parts[DrawingPart.words.rawValue]]),
            file.withUnsafeBytes({ DrawingView($0, parts).codes.allSatisfy { $0 < words.codes.count } })
        else { return nil }
        self.file = file
        self.parts = parts
        self.words = words
    }

    /// The protocol-buffer bytes; empty for a tile without features.
    public func tile(_ address: TileAddress) -> [UInt8] {
        file.withUnsafeBytes { bytes in
            let view = DrawingView(bytes, parts)
            return view.readyTile(address) ?? TilePainter.tile(address, of: view, words)
        }
    }

    /// The tile as drawn now, whether or not it was made beforehand.
    func painted(_ address: TileAddress) -> [UInt8] {
        file.withUnsafeBytes { TilePainter.tile(address, of: DrawingView($0, parts), words) }
    }

    /// Vertices of the rings that lie in the tile, whether drawn or not: what making it costs.
    func vertexCount(in address: TileAddress) -> Int {
        file.withUnsafeBytes { bytes in
            let view = DrawingView(bytes, parts)
            let box = address.worldBox
            var count = 0
            view.forEachPolygon(in: box) { polygon in
                for ring in view.rings(of: polygon) where view.ringBoxes[ring].touches(box) { count += view.range(ring).count }
            }
            return count
        }
    }

    private static func parts(of file: Data, source: String) -> [Range<Int>]? {
        guard file.count >= DrawingPart.headerLength, file.starts(with: DrawingPart.magic + sourceBytes(source)) else { return nil }
        let start = DrawingPart.magic.count + DrawingPart.sourceLength
        let numbers = file.withUnsafeBytes { bytes in
            stride(from: start, to: DrawingPart.headerLength, by: 8).map { Int(bytes.loadUnaligned(fromByteOffset: $0, as: Int64.self)) }
        }
        guard numbers[0] == file.count else { return nil }
        let parts = DrawingPart.allCases.map { (offset: numbers[1 + 2 * $0.rawValue], length: numbers[2 + 2 * $0.rawValue]) }
        guard parts.allSatisfy({ $0.offset >= 0 && $0.length >= 0 && $0.offset <= file.count - $0.length && $0.offset % 8 == 0 }) else {
            return nil
        }
        let ranges = parts.map { $0.offset..<$0.offset + $0.length }
        let isSound = file.withUnsafeBytes { DrawingView($0, ranges).isSound }
        return isSound ? ranges : nil
    }

    /// The source's name, cut or filled to its place in the header.
    static func sourceBytes(_ source: String) -> [UInt8] {
        let bytes = source.utf8.prefix(DrawingPart.sourceLength)
        return bytes + [UInt8](repeating: 0, count: DrawingPart.sourceLength - bytes.count)
    }
}
