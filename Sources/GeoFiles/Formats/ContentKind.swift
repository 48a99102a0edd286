import Foundation

/// What a file is by its first bytes, whatever its name says (内容类型): for the answer to a file that no driver opens.
enum ContentKind {
    private static let marks: [(bytes: [UInt8], words: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x50, 0x4B, 0x05, 0x06], "zip"), ([0xD0, 0xCF, 0x11, 0xE0], "Office 97–2003"),
        (Array("SQLite format 3\0".utf8), "SQLite"), (Array("%PDF".utf8), "PDF"), (Array("Rar!".utf8), "RAR"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gzip"), ([0xFF, 0xD8, 0xFF], "JPEG"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0x49, 0x49, 0x2A, 0x00], "TIFF"), ([0x4D, 0x4D, 0x00, 0x2A], "TIFF"), ([0x00, 0x00, 0x27, 0x0A], "ESRI Shapefile"),
        (Array("fgb".utf8), "FlatGeobuf"),
    ]
    /// What a file of this ending begins with.
    private static let promised = [
        "shp": "ESRI Shapefile", "shx": "ESRI Shapefile", "gpkg": "SQLite", "sqlite": "SQLite", "fgb": "FlatGeobuf", "zip": "zip",
        "kmz": "zip", "xlsx": "zip", "xls": "Office 97–2003",
    ]

    /// The error that tells more than a driver's failure does: the file is empty, or is not what its name promises; else nil.
    static func contradiction(_ path: String) -> FileError? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        guard let head = try? handle.read(upToCount: 4096), !head.isEmpty else { return .fileMustHoldRows(found: "0 bytes") }
        let ending = (path as NSString).pathExtension.lowercased()
        guard let promised = promised[ending] else { return nil }
        let found = words([UInt8](head))
        return found == promised ? nil : .contentMustMatchName(ending: ending, found: found)
    }

    private static func words(_ head: [UInt8]) -> String {
        if let mark = marks.first(where: { head.starts(with: $0.bytes) }) { return mark.words }
        let start = head.drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
        if start.first == UInt8(ascii: "<") { return "XML / HTML" }
        let isText = !head.contains { $0 == 0 || $0 < 9 }
        return isText ? "text" : head.prefix(8).hex
    }
}
