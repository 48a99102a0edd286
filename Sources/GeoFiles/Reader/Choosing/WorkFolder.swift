import Foundation

/// The private folder of a reading (工作目录): what a driver writes beside a file, it writes here and not beside the user's file.
struct WorkFolder {
    let path: String

    /// Links the file and its companions (same name, other ending) into the folder, so that nothing else stands beside it.
    ///
    /// Of companions only plain files of the same folder count: a link that leads elsewhere could lead anywhere.
    func stage(_ file: String) throws(FileError) -> StagedInput {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), let real = Self.real(file), access(real, R_OK) == 0
        else { throw .fileMustExist(path: file) }
        let name = (URL(fileURLWithPath: file).standardizedFileURL.path as NSString).lastPathComponent
        if isFolder.boolValue {
            guard name.lowercased().hasSuffix(".gdb") else {
                return StagedInput(path: real, inputs: [real], isFolder: true, workFolder: path)
            }
            return StagedInput(path: try link([(name, real)], of: file), inputs: [real], isFolder: true, workFolder: path)
        }
        let companions = Companions(of: file, real: real)
        let links = [(name, real)] + companions.files.map { (($0 as NSString).lastPathComponent, $0) }
        return StagedInput(
            path: try link(links, of: file), inputs: [real] + companions.files.compactMap(Self.real), isFolder: false, workFolder: path,
            remarks: companions.strays.map { RowRemark(.noted, .companionMustLieBeside, place: $0) })
    }

    private func link(_ links: [(name: String, target: String)], of file: String) throws(FileError) -> String {
        let folder = path + "/staged"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, target) in links {
                try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
            }
        } catch {
            throw .fileMustExist(path: file)
        }
        return folder + "/" + links[0].name
    }

    static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// Extracts an archive into the folder. Returns where.
    func unpack(_ archive: Archive) throws(FileError) -> String {
        let target = path + "/unpacked"
        try archive.extract(into: target)
        return target
    }
}

/// What a reading may look at (读取范围).
struct StagedInput {
    /// Where the reader finds it.
    var path: String
    /// The real files and folders behind it: what the fence lets through.
    var inputs: [String]
    var isFolder: Bool
    /// Where links, members of an archive and side files of drivers go.
    var workFolder: String
    var remarks: [RowRemark] = []
}

/// Files that belong to a Shapefile or a table, found whatever the case of their endings (伴随文件).
struct Companions {
    /// In order of name, at most `limit`: more are no companions.
    private(set) var files: [String] = []
    /// Names that are links to elsewhere, and are not read.
    private(set) var strays: [String] = []

    private static let limit = 64

    init(of file: String, real: String) {
        let folder = (URL(fileURLWithPath: file).standardizedFileURL.path as NSString).deletingLastPathComponent
        let name = (file as NSString).lastPathComponent
        let stem = (name as NSString).deletingPathExtension.lowercased()
        let siblings = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let home = [WorkFolder.real(folder), (real as NSString).deletingLastPathComponent]
        for sibling in siblings.sorted() where sibling != name && sibling.lowercased().hasPrefix(stem + ".") {
            guard files.count < Self.limit, let target = WorkFolder.real(folder + "/" + sibling), Self.isPlain(target) else { continue }
            if home.contains((target as NSString).deletingLastPathComponent) {
                files.append(folder + "/" + sibling)
            } else {
                strays.append(sibling)
            }
        }
    }

    private static func isPlain(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    static func find(_ ending: String, of file: String) -> String? {
        let folder = (file as NSString).deletingLastPathComponent
        let wanted = ((file as NSString).lastPathComponent as NSString).deletingPathExtension.lowercased() + "." + ending
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().first { $0.lowercased() == wanted }.map { folder + "/" + $0 }
    }
}
