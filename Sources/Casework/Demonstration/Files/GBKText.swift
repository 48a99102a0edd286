#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Text in GBK (国标码), as bureaus' Shapefiles have it, by the C library's iconv.
enum GBKText {
    /// The bytes of `text`; a character GBK lacks becomes a question mark.
    static func bytes(_ text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        return text.flatMap { converted(Array(String($0).utf8)) ?? [0x3F] }
    }

    private static func converted(_ utf8: [UInt8]) -> [UInt8]? {
        let handle = iconv_open("GBK", "UTF-8")
        guard handle != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(handle) }
        var source = utf8.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: 8)
        var left = source.count
        var room = target.count
        let failed = source.withUnsafeMutableBufferPointer { from in
            target.withUnsafeMutableBufferPointer { to in
                var input = from.baseAddress
                var output = to.baseAddress
                return iconv(handle, &input, &left, &output, &room) == Int.max.magnitude &* 2 + 1
            }
        }
        return failed ? nil : target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
    }
}
