import Foundation

/// The private folder of a reading (工作目录): what a driver writes beside a file, it writes here and not beside the user's file.
struct WorkFolder {
    let path: String

    /// More companions than this are no companions.
    private static let companionLimit = 64

    /// Links the file and its companions (same name, other ending) into the folder. Returns the linked path.
    func stage(_ file: String) throws(FileError) -> String {
        let name = (file as NSString).lastPathComponent
        let folder = (file as NSString).deletingLastPathComponent
        let stem = (name as NSString).deletingPathExtension.lowercased()
        let siblings = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        let companions = siblings.filter { $0 != name && $0.lowercased().hasPrefix(stem + ".") }.sorted().prefix(Self.companionLimit)
        let target = path + "/staged"
        do {
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            for item in [name] + companions {
                let source = URL(fileURLWithPath: folder.isEmpty ? item : folder + "/" + item).path
                try FileManager.default.createSymbolicLink(atPath: target + "/" + item, withDestinationPath: source)
            }
        } catch {
            throw .fileMustExist(path: file)
        }
        return target + "/" + name
    }

    /// Extracts an archive into the folder. Returns where.
    func unpack(_ archive: Archive) throws(FileError) -> String {
        let target = path + "/unpacked"
        try archive.extract(into: target)
        return target
    }
}

/// Files that belong to a Shapefile or a table, found whatever the case of their endings (伴随文件).
enum Companions {
    static func find(_ ending: String, of file: String) -> String? {
        let folder = (file as NSString).deletingLastPathComponent
        let wanted = ((file as NSString).lastPathComponent as NSString).deletingPathExtension.lowercased() + "." + ending
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().first { $0.lowercased() == wanted }.map { folder + "/" + $0 }
    }
}
