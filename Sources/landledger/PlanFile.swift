import Enforcement
import Foundation

/// A plan file on disk (方案文件); no more of it is read than a plan may have.
enum PlanFile {
    /// - Throws: `Refusal.planMustBeThere`.
    static func read(_ path: String) throws -> PlanReading {
        Plan.read(bytes: try bytes(path), name: path)
    }

    /// The bytes of the file, and no more of them than a plan may have.
    static func bytes(_ path: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let file = FileHandle(forReadingAtPath: path)
        else { throw Refusal.planMustBeThere(path) }
        defer { try? file.close() }
        do {
            return [UInt8](try file.read(upToCount: Plan.Limits.bytes + 1) ?? Data())
        } catch {
            throw Refusal.planMustBeThere(path)
        }
    }
}
