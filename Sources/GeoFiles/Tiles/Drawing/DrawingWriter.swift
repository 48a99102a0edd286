import Foundation

/// Writes a drawing file part by part (写绘制文件); the header comes last, so that a file cut short is refused.
final class DrawingWriter {
    private let path: String
    private let source: String
    private var file: UnsafeMutablePointer<FILE>
    private var offset = DrawingPart.headerLength
    private var parts = [(offset: Int, length: Int)](repeating: (0, 0), count: DrawingPart.allCases.count)

    init(path: String, source: String) throws(FileError) {
        self.path = path
        self.source = source
        file = try DrawingWriter.open(path, "wb")
        try put([UInt8](repeating: 0, count: DrawingPart.headerLength))
    }

    deinit { fclose(file) }

    func write<Element>(_ values: [Element], as part: DrawingPart) throws(FileError) {
        let padding = (8 - offset % 8) % 8
        try put([UInt8](repeating: 0, count: padding))
        offset += padding
        parts[part.rawValue] = (offset, values.count * MemoryLayout<Element>.stride)
        try put(values)
        offset += parts[part.rawValue].length
    }

    func finish() throws(FileError) {
        var numbers = [Int64(offset)]
        for part in parts { numbers += [Int64(part.offset), Int64(part.length)] }
        guard fseek(file, 0, SEEK_SET) == 0 else { throw failure() }
        try put(DrawingPart.magic + LayerDrawing.sourceBytes(source))
        try put(numbers)
        guard fflush(file) == 0 else { throw failure() }
    }

    /// Goes on after `finish` where the parts ended.
    func resume() throws(FileError) {
        guard fseek(file, offset, SEEK_SET) == 0 else { throw failure() }
    }

    private func put<Element>(_ values: [Element]) throws(FileError) {
        let isWhole = values.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
        guard isWhole else { throw failure() }
    }

    private func failure() -> FileError { .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }

    private static func open(_ path: String, _ mode: String) throws(FileError) -> UnsafeMutablePointer<FILE> {
        try? FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard let file = fopen(path, mode) else { throw .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }
        return file
    }
}
