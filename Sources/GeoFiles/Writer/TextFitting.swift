/// Makes text fit an encoding and a width in bytes (文字适配), and keeps a remark of what it had to change.
struct TextFitting {
    /// The sign Chinese printers set for a character they do not have.
    static let missing: Character = "〓"
    static let mostRemarks = 100

    let isGBK: Bool
    private(set) var remarks: [RowRemark] = []

    init(encoding: String) {
        isGBK = ["GBK", "GB2312", "CP936", "936", "GB18030"].contains(encoding.uppercased())
    }

    /// The bytes in the encoding; characters outside GBK become 〓.
    mutating func bytes(_ text: String, place: @autoclosure () -> String) -> [UInt8] {
        let utf8 = Array(text.utf8)
        guard isGBK, utf8.contains(where: { $0 > 127 }) else { return utf8 }
        guard let result = Recoding.convert(utf8, from: "UTF-8", to: "GBK", replacement: [0xA1, 0xFE]) else { return utf8 }
        if result.replaced > 0 { remark(place(), text) }
        return result.bytes
    }

    /// The text cut at a character so that it takes at most `limit` bytes; for GBK with 〓 for what it lacks.
    mutating func fit(_ text: String, limit: Int, place: @autoclosure () -> String) -> String {
        if text.utf8.count <= limit, !isGBK || text.utf8.allSatisfy({ $0 < 128 }) { return text }
        let available = isGBK ? gbk(text, place()) : text
        var used = 0
        var end = available.startIndex
        while end < available.endIndex {
            let width = TextFitting.width(available[end], isGBK: isGBK)
            guard used + width <= limit else { break }
            used += width
            end = available.index(after: end)
        }
        if end < available.endIndex { remark(place(), text) }
        return String(available[..<end])
    }

    private mutating func gbk(_ text: String, _ place: String) -> String {
        let bytes = bytes(text, place: place)
        guard let back = Recoding.convert(bytes, from: "GBK", to: "UTF-8", replacement: Array(String(Self.missing).utf8)) else {
            return text
        }
        return String(decoding: back.bytes, as: UTF8.self)
    }

    /// Bytes of a character; in GBK one or two for each of its scalars.
    static func width(_ character: Character, isGBK: Bool) -> Int {
        isGBK ? character.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } : character.utf8.count
    }

    private mutating func remark(_ place: String, _ text: String) {
        guard remarks.count < Self.mostRemarks else { return }
        remarks.append(RowRemark(.noted, .textMustDecode, place: place, found: String(text.prefix(80))))
    }
}
