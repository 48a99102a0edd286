import Foundation

/// Changes text from one encoding to another by the system's iconv (转码).
enum Recoding {
    struct Result: Equatable {
        var bytes: [UInt8]
        /// Characters that could not be changed and were replaced.
        var replaced: Int
    }

    /// Nil when the system does not know an encoding of these names.
    static func convert(_ input: [UInt8], from source: String, to target: String, replacement: [UInt8]) -> Result? {
        let converter = iconv_open(target, source)
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var result = Result(bytes: [], replaced: 0)
        result.bytes.reserveCapacity(input.count * 3 / 2 + 16)
        var at = 0
        while at < input.count {
            let (used, isDone) = step(converter, input, at, &result)
            at += used
            if isDone { break }
            result.bytes.append(contentsOf: replacement)
            result.replaced += 1
            at += source == "UTF-8" ? width(input[at]) : 1
        }
        return result
    }

    /// Converts until the end or a byte that cannot be converted.
    private static func step(_ converter: iconv_t, _ input: [UInt8], _ start: Int, _ result: inout Result) -> (used: Int, isDone: Bool) {
        var used = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            var problem: Int32 = 0
            var written = 0
            used += input.withUnsafeBytes { source in
                buffer.withUnsafeMutableBytes { target in
                    guard let from = source.baseAddress, let into = target.baseAddress else { return 0 }
                    let first = from.advanced(by: start + used)
                    var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: first.assumingMemoryBound(to: CChar.self))
                    var output: UnsafeMutablePointer<CChar>? = into.assumingMemoryBound(to: CChar.self)
                    var left = source.count - start - used
                    var room = target.count
                    if iconv(converter, &input, &left, &output, &room) == -1 { problem = errno }
                    written = target.count - room
                    return source.count - start - used - left
                }
            }
            result.bytes.append(contentsOf: buffer[..<written])
            if problem == 0 { return (used, true) }
            if problem != E2BIG { return (used, false) }
        }
    }

    private static func width(_ lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
