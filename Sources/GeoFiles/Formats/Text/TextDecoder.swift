import Foundation

/// Decodes bytes strictly (严格解码): a byte that means nothing is an answer of nil, never a wrong character.
enum TextDecoder {
    /// Nil when the bytes are not text of this encoding.
    static func decode(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding) -> String? {
        if encoding == .utf8 { return String(validating: bytes, as: UTF8.self) }
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        return convert(bytes, encoding.iconvName)
    }

    /// The preferred encoding first, then strict UTF-8, then GB18030.
    static func decode(_ bytes: UnsafeRawBufferPointer, preferring first: TextEncoding) -> (text: String, encoding: TextEncoding)? {
        for encoding in [first, .utf8, .gb18030] {
            if let text = decode(bytes, as: encoding) { return (text, encoding) }
        }
        return nil
    }

    /// The same with U+FFFD for what does not decode; for showing beside a remark.
    static func salvage(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding) -> String {
        var text = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let longest = stride(from: min(4, rest.count), through: 1, by: -1).lazy.compactMap { count in
                decode(UnsafeRawBufferPointer(rebasing: rest.prefix(count)), as: encoding).map { (count, $0) }
            }.first
            text += longest?.1 ?? "\u{FFFD}"
            rest = rest.dropFirst(longest?.0 ?? 1)
        }
        return text
    }

    private static func convert(_ bytes: UnsafeRawBufferPointer, _ name: String) -> String? {
        TextConverter(from: name)?.text(bytes)
    }
}
