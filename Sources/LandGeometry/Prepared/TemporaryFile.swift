import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A new file beside another (临时文件), removed when it goes unless it has been given the other's name.
struct TemporaryFile: ~Copyable {
    let file: SystemFile

    private static let serial = Atomic(0)

    init(beside path: String) throws(IndexError) {
        file = try SystemFile(creating: TemporaryFile.name(beside: path))
    }

    /// A name no other writer uses, in this process or another.
    static func name(beside path: String) -> String {
        "\(path).\(getpid())-\(serial.wrappingAdd(1, ordering: .relaxed).newValue).tmp"
    }

    deinit { SystemFile.remove(file.path) }

    /// Puts the file in the place of `path`; what stood there is gone for who opens it next.
    consuming func keep(as path: String) throws(IndexError) {
        try file.rename(to: path)
    }
}
