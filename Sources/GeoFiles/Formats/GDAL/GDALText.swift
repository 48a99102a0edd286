import CGDAL
import Foundation

/// Text from GDAL made certain (文本校验): GDAL hands out bytes that are said to be UTF-8 and often are not.
enum GDALText {
    /// The bytes up to the terminating zero.
    static func bytes(_ pointer: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
    }

    /// For names in catalogues: strict UTF-8, else GB18030, else with replacement characters.
    static func readable(_ pointer: UnsafePointer<CChar>) -> String {
        let raw = bytes(pointer)
        return TextDecoder.decode(raw, preferring: .utf8)?.text ?? String(decoding: raw, as: UTF8.self)
    }
}
