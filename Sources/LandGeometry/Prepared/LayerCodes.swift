/// The caller's class codes as they stand in a prepared layer (分类代码表): UTF-8, each followed by a zero.
enum LayerCodes {
    static func encode(_ codes: [String]) throws(IndexError) -> [UInt8] {
        guard codes.allSatisfy({ !$0.utf8.contains(0) }) else { throw .unwritable(.codes) }
        return codes.flatMap { Array($0.utf8) + [0] }
    }

    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map { String(decoding: $0, as: UTF8.self) }
    }
}
