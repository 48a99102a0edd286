import Foundation

/// A file that appears whole or not at all (原子写出): written beside its place, synced, then renamed.
struct AtomicFile {
    let path: String
    let temporaryPath: String

    init(_ path: String) {
        self.path = path
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        let suffix = UInt64.random(in: 0...UInt64.max)
        temporaryPath = (folder as NSString).appendingPathComponent(".part-\(String(suffix, radix: 36))-\(name)")
    }

    func appear() throws(FileError) {
        try sync(temporaryPath)
        guard rename(temporaryPath, path) == 0 else { throw failure() }
        let folder = (path as NSString).deletingLastPathComponent
        try sync(folder.isEmpty ? "." : folder)
    }

    /// Removes what an unfinished writing left behind; nothing after `appear`. SQLite leaves side files.
    func discard() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporaryPath + suffix) }
    }

    private func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    private func failure() -> FileError {
        .writingMustSucceed(path: path, found: String(cString: strerror(errno)))
    }
}
