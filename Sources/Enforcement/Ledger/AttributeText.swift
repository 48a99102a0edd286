/// Reads attributes in the very form they are written in (属性文本), which is nearly always; nil for any other JSON.
enum AttributeText {
    static func read(_ bytes: [UInt8]) -> [Attribute]? {
        bytes.withUnsafeBufferPointer { buffer in
            var cursor = Cursor(bytes: buffer)
            return cursor.attributes()
        }
    }

    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        var place = 0

        mutating func attributes() -> [Attribute]? {
            guard skip("[") else { return nil }
            var found: [Attribute] = []
            if skip("]") { return place == bytes.count ? found : nil }
            repeat {
                guard skip("{\"name\":\""), let name = text(), skip(",\"value\":\""), let value = text(), skip("}") else { return nil }
                found.append(Attribute(name: name, value: value))
            } while skip(",")
            return skip("]") && place == bytes.count ? found : nil
        }

        /// Up to the closing quote, which is taken too; nil when anything is escaped or is no UTF-8.
        private mutating func text() -> String? {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
                if bytes[place] == UInt8(ascii: "\\") || bytes[place] < 0x20 { return nil }
                place += 1
            }
            guard place < bytes.count else { return nil }
            defer { place += 1 }
            return String(validating: bytes[start..<place], as: UTF8.self)
        }

        private mutating func skip(_ wanted: StaticString) -> Bool {
            let count = wanted.utf8CodeUnitCount
            guard bytes.count - place >= count else { return false }
            for offset in 0..<count where bytes[place + offset] != wanted.utf8Start[offset] { return false }
            place += count
            return true
        }
    }
}
