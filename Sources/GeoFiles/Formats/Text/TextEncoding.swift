import Foundation

/// A text encoding by the name iconv knows (文本编码). GBK is read as its superset GB18030.
struct TextEncoding: Hashable {
    /// Name shown in records: `UTF-8`, `GBK`, `GB18030`, `CP1252`, …
    let name: String
    let iconvName: String

    static let utf8 = TextEncoding(name: "UTF-8", iconvName: "UTF-8")
    static let gbk = TextEncoding(name: "GBK", iconvName: "GB18030")
    static let gb18030 = TextEncoding(name: "GB18030", iconvName: "GB18030")

    /// The encoding a user or a `.cpg` names; nil when the name means nothing (such as a web page saved as `.cpg`).
    init?(named words: String) {
        let name = words.trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters)).uppercased()
        guard (1...40).contains(name.utf8.count), name.utf8.allSatisfy({ $0 > 32 && $0 < 127 || $0 == 32 }), !name.contains("/") else {
            return nil
        }
        switch name {
        case "UTF-8", "UTF8", "65001": self = .utf8
        case "GBK", "936", "CP936", "ANSI 936", "GB2312", "OEM": self = .gbk
        case "GB18030", "54936": self = .gb18030
        default:
            let digits = name.filter(\.isNumber)
            let candidates =
                name.hasPrefix("8859") || name.hasPrefix("ISO") || name.hasPrefix("88") && digits.count >= 5
                ? ["ISO-8859-\(digits.drop { $0 == "8" }.hasPrefix("59") ? String(digits.dropFirst(4)) : digits)", name]
                : [name, "CP\(digits)"]
            guard let known = candidates.first(where: Self.isKnown) else { return nil }
            self.init(name: known, iconvName: known)
        }
    }

    /// The encoding a DBF names by its language byte (LDID, byte 29); nil for 0 and for 0x57, which only says "ANSI".
    init?(languageByte: UInt8) {
        let pages: [UInt8: Int] = [
            0x01: 437, 0x02: 850, 0x03: 1252, 0x08: 865, 0x09: 437, 0x0A: 850, 0x0B: 437, 0x0D: 437, 0x0E: 850, 0x0F: 437, 0x10: 850,
            0x13: 932, 0x26: 866, 0x4D: 936, 0x4E: 949, 0x4F: 950, 0x50: 874, 0x58: 1252, 0x59: 1252, 0x64: 852, 0x65: 866, 0x66: 865,
            0x78: 950, 0x79: 949, 0x7A: 936, 0x7B: 932, 0x7C: 874, 0xC8: 1250, 0xC9: 1251, 0xCA: 1254, 0xCB: 1253,
        ]
        guard let page = pages[languageByte] else { return nil }
        self.init(named: "\(page)")
    }

    private init(name: String, iconvName: String) {
        self.name = name
        self.iconvName = iconvName
    }

    private static func isKnown(_ name: String) -> Bool {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return false }
        iconv_close(converter)
        return true
    }
}
