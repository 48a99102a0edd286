import Foundation

/// The files of a folder, not its folders.
struct FilesIn {
    let names: [String]
    var count: Int { names.count }

    init(_ folder: String) throws {
        names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
