import Foundation

/// Whole files in memory, within the limit for inflated bytes.
enum FileBytes {
    static func read(_ path: String, limits: ReadLimits) throws(FileError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .fileMustExist(path: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        guard size >= 0 else { throw .fileMustBeWhole(found: "not a regular file") }
        guard size <= limits.inflatedBytes else {
            throw .limitMustHold(limit: "inflatedBytes", value: String(limits.inflatedBytes))
        }
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        guard bytes.count == size else { throw .fileMustBeWhole(found: "\(bytes.count) of \(size) bytes") }
        return bytes
    }

    /// The first bytes, to tell formats apart.
    static func head(_ path: String, count: Int = 16) throws(FileError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .fileMustExist(path: path) }
        defer { fclose(file) }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
            got = fread(buffer.baseAddress, 1, count, file)
        }
    }
}
