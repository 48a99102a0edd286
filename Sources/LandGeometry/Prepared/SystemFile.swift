#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file of the operating system, closed when it goes; the few calls a prepared layer needs, with errors by name.
struct SystemFile: ~Copyable, Sendable {
    let descriptor: Int32
    let path: String

    init(reading path: String) throws(IndexError) {
        try self.init(path, O_RDONLY | O_CLOEXEC)
    }

    /// A new file; refused where one stands already.
    init(creating path: String) throws(IndexError) {
        try self.init(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC)
    }

    private init(_ path: String, _ flags: Int32) throws(IndexError) {
        descriptor = open(path, flags, 0o644)
        self.path = path
        guard descriptor >= 0 else { throw .system(call: "open", path: path, number: errno) }
    }

    deinit { close(descriptor) }

    func byteCount() throws(IndexError) -> Int {
        var status = stat()
        try check("fstat", fstat(descriptor, &status))
        return Int(status.st_size)
    }

    /// Takes room on the disk, so that writing through a mapping cannot fail for want of it.
    func reserve(_ byteCount: Int) throws(IndexError) {
        #if os(Linux)
            let number = posix_fallocate(descriptor, 0, byteCount)
            if number != 0 { throw .system(call: "posix_fallocate", path: path, number: number) }
        #else
            try check("ftruncate", ftruncate(descriptor, off_t(byteCount)))
        #endif
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        var done = 0
        while done < bytes.count {
            #if canImport(Darwin)
                let written = Darwin.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            #elseif canImport(Musl)
                let written = Musl.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            #else
                let written = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            #endif
            if written < 0 && errno == EINTR { continue }
            if written < 0 { throw .system(call: "write", path: path, number: errno) }
            done += written
        }
    }

    /// Forces the bytes to the disk.
    func sync() throws(IndexError) { try check("fsync", fsync(descriptor)) }

    /// Takes the name `target` away from whatever file bore it.
    func rename(to target: String) throws(IndexError) {
        #if canImport(Darwin)
            try check("rename", Darwin.rename(path, target))
        #elseif canImport(Musl)
            try check("rename", Musl.rename(path, target))
        #else
            try check("rename", Glibc.rename(path, target))
        #endif
    }

    private func check(_ call: String, _ result: Int32) throws(IndexError) {
        if result != 0 { throw .system(call: call, path: path, number: errno) }
    }

    static func remove(_ path: String) { _ = unlink(path) }
}
