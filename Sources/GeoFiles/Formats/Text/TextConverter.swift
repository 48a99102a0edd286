import Foundation

/// A converter to UTF-8 kept open over many texts (文字转换器); opening one costs more than a field's text. Confined to one thread.
final class TextConverter {
    private let handle: iconv_t
    private var output: [CChar] = []

    /// Nil for a name iconv does not know.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    /// Nil when the bytes are not text of this encoding.
    func text(_ bytes: UnsafeRawBufferPointer) -> String? {
        let capacity = bytes.count * 4 + 16
        if output.count < capacity { output = [CChar](repeating: 0, count: capacity) }
        var (inLeft, outLeft) = (bytes.count, capacity)
        let done: Bool = output.withUnsafeMutableBufferPointer { target in
            iconv(handle, nil, nil, nil, nil)
            // iconv reads through this pointer and does not write.
            var from = UnsafeMutablePointer(mutating: bytes.bindMemory(to: CChar.self).baseAddress)
            var to = target.baseAddress
            return iconv(handle, &from, &inLeft, &to, &outLeft) != Int.max && inLeft == 0
        }
        guard done else { return nil }
        return output.withUnsafeBytes { String(validating: UnsafeRawBufferPointer(rebasing: $0[..<(capacity - outLeft)]), as: UTF8.self) }
    }
}
