import COpenSSL

/// Digests by OpenSSL (摘要): SM3 (GB/T 32905-2016) and SHA-256 (FIPS 180-4).
public enum DigestAlgorithm: String, CaseIterable, Codable, Sendable {
    case sm3 = "SM3"
    case sha256 = "SHA-256"

    var method: OpaquePointer? {
        switch self {
        case .sm3: EVP_sm3()
        case .sha256: EVP_sha256()
        }
    }

    /// The digest of `bytes`, 32 bytes.
    public func hash(_ bytes: [UInt8]) -> [UInt8] {
        var stream = DigestStream(self)
        bytes.withUnsafeBytes { stream.update($0) }
        return stream.finish()
    }
}

/// A digest computed piece by piece; freed with the value.
public struct DigestStream: ~Copyable {
    private let context: OpaquePointer

    public init(_ algorithm: DigestAlgorithm) {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, algorithm.method, nil) == 1 else {
            preconditionFailure("OpenSSL gives every algorithm named here")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    public mutating func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            var length: UInt32 = 0
            EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
            count = Int(length)
        }
    }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
