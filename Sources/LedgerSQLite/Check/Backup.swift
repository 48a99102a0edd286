import Foundation
import GRDB

/// A consistent copy of the store (备份), made by `VACUUM INTO` under a name of its own and put in place when it is on the disk.
struct Backup {
    private let pool: DatabasePool

    init(of pool: DatabasePool) {
        self.pool = pool
    }

    func write(to path: String) async throws {
        let target = URL(fileURLWithPath: path)
        let part = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString).part")
        do {
            try await pool.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [part.path])
                try Backup.put(part, at: target)
            }
        } catch {
            try? FileManager.default.removeItem(at: part)
            throw error
        }
    }

    private static func put(_ part: URL, at target: URL) throws {
        let file = try FileHandle(forUpdating: part)
        try file.synchronize()
        try file.close()
        guard rename(part.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let folder = open(target.deletingLastPathComponent().path, O_RDONLY)
        guard folder >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { _ = Foundation.close(folder) }
        guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
