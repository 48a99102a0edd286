import Mustache

/// Closes a gap in swift-mustache (2.1): it escapes by `Character`, so a quote followed by a combining mark,
/// being another character, would leave the page unescaped and end an attribute.
///
/// A word joiner put between the two makes them two characters again. Empty texts count as absent in sections.
extension String: @retroactive MustacheCustomRenderable {
    public var renderText: String {
        guard utf8.contains(where: isSpecial), unicodeScalars.count != count else { return self }
        var text = ""
        for character in self {
            let scalars = character.unicodeScalars
            if scalars.count > 1, scalars.contains(where: { $0.isASCII && isSpecial(UInt8($0.value)) }) {
                for scalar in scalars {
                    text.unicodeScalars.append(scalar)
                    text.unicodeScalars.append("\u{2060}")
                }
            } else {
                text.append(character)
            }
        }
        return text
    }

    public var isNull: Bool { isEmpty }
}

private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
}
