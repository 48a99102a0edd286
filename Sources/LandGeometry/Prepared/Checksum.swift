import Dispatch

/// A digest of 64 bits against accidents, not against forgers (校验和): one wide multiplication per 16 bytes.
///
/// Forgers are met by checking every offset before it is used, and where two rings seem equal by comparing their bytes.
enum Checksum {
    private static let chunk = 1 << 20

    /// Over chunks of a megabyte on all processors, then over the chunks' sums: the same on any number of them.
    static func of(_ memory: IndexMemory, _ range: Range<Int>) -> UInt64 {
        let chunks = (range.count + chunk - 1) / chunk
        guard chunks > 1 else { return of(UnsafeRawBufferPointer(rebasing: memory.bytes[range])) }
        guard let sums = try? IndexMemory(byteCount: chunks * 8) else { return serial(memory, range, chunks) }
        DispatchQueue.concurrentPerform(iterations: chunks) { i in
            sums.base.storeBytes(of: part(memory, range, i), toByteOffset: i * 8, as: UInt64.self)
        }
        return of(sums.bytes)
    }

    private static func serial(_ memory: IndexMemory, _ range: Range<Int>, _ chunks: Int) -> UInt64 {
        (0..<chunks).map { part(memory, range, $0) }.withUnsafeBytes { of($0) }
    }

    private static func part(_ memory: IndexMemory, _ range: Range<Int>, _ i: Int) -> UInt64 {
        let start = range.lowerBound + i * chunk
        return of(UnsafeRawBufferPointer(rebasing: memory.bytes[start..<min(start + chunk, range.upperBound)]))
    }

    static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
        var state = seed ^ UInt64(bytes.count) &* 0x9e37_79b9_7f4a_7c15
        var i = 0
        while i + 16 <= bytes.count {
            let low = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            let high = bytes.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)
            state = fold(state ^ low ^ 0xa076_1d64_78bd_642f, high ^ 0xe703_7ed1_a0b4_28db ^ state.byteSwapped)
            i += 16
        }
        while i < bytes.count {
            state = fold(state ^ UInt64(bytes[i]) ^ 0xa076_1d64_78bd_642f, 0x8ebc_6af0_9c88_c6e3)
            i += 1
        }
        return fold(state ^ 0x5896_5f61_ae7f_c5d9, 0x1d8e_4e27_c47d_124f)
    }

    private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}
