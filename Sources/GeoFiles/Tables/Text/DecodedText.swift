import Foundation

/// The text of a whole file as UTF-8 without byte order mark, and how its encoding is known (解码文本).
struct DecodedText {
    var bytes: [UInt8]
    var encoding: String
    /// `byte-order-mark`, `user` or `values`.
    var basis: String
    /// Characters that could not be read and stand as U+FFFD.
    var damaged = 0

    /// By the name the user gave, by the byte order mark, or by the values: UTF-8 when every byte fits it, else GB18030,
    /// which holds GBK and GB 2312 (`domain.md` 4.5).
    init(_ raw: [UInt8], named: String?) throws(FileError) {
        if let named {
            try self.init(raw, as: named, basis: "user")
        } else if let mark = DecodedText.mark(of: raw) {
            try self.init(raw, as: mark, basis: "byte-order-mark")
        } else if String(validating: raw, as: UTF8.self) != nil {
            self.init(utf8: raw)
        } else {
            try self.init(raw, as: "GB18030", basis: "values")
        }
    }

    private init(utf8: [UInt8]) {
        bytes = utf8
        encoding = "UTF-8"
        basis = "values"
    }

    private init(_ raw: [UInt8], as encoding: String, basis: String) throws(FileError) {
        let content = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
        guard let text = Recoding.convert(content, from: DecodedText.iconvName(encoding), to: "UTF-8", replacement: [0xEF, 0xBF, 0xBD])
        else { throw .formatMustBeKnown(found: encoding) }
        bytes = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.bytes.dropFirst(3)) : text.bytes
        self.encoding = encoding
        self.basis = basis
        damaged = text.replaced
    }

    private static func mark(of raw: [UInt8]) -> String? {
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return "UTF-8" }
        return raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
    }

    /// GBK is read as its superset GB18030.
    private static func iconvName(_ name: String) -> String {
        switch name.uppercased() {
        case "GBK", "GB2312", "CP936", "936": "GB18030"
        case "UTF8": "UTF-8"
        case let other: other
        }
    }

    /// Remarks on the file: what was inferred, what could not be read.
    var remarks: [RowRemark] {
        var remarks: [RowRemark] = []
        if basis == "values", bytes.contains(where: { $0 > 127 }) {
            remarks.append(RowRemark(.noted, .encodingWasInferred, found: encoding))
        }
        if damaged > 0 { remarks.append(RowRemark(.noted, .textMustDecode, found: String(damaged))) }
        return remarks
    }
}
