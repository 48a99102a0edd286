import Foundation
import GeoFiles

/// The file an export will write (导出目标), looked at before the work begins.
struct ExportTarget {
    let path: String
    let format: ExportFormat
    /// Whether a file stands there, which the user allowed to replace.
    let replaces: Bool

    /// - Throws: `Refusal`, when the name does not fit the format, the place cannot take a file, or one stands there
    ///   and `mayReplace` was not given.
    init(_ path: String, format named: ExportFormat?, mayReplace: Bool) throws {
        self.path = path
        guard let format = named ?? ExportFormat.told(by: path) else { throw Refusal.exportMustNameFormat(path) }
        self.format = format
        guard format.endings.contains(where: path.lowercased().hasSuffix) else {
            throw Refusal.exportMustEndLikeItsFormat(path: path, format: format)
        }
        var isFolder: ObjCBool = false
        replaces = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder.boolValue { throw Refusal.pathMustBeFile(path) }
        if replaces && !mayReplace { throw Refusal.exportMustNotReplace(path) }
        try Self.folderMustTakeFiles(of: path)
    }

    private static func folderMustTakeFiles(of path: String) throws {
        let parent = (path as NSString).deletingLastPathComponent
        let folder = parent.isEmpty ? "." : parent
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Refusal.folderMustExist(folder)
        }
        guard FileManager.default.isWritableFile(atPath: folder) else { throw Refusal.folderMustBeWritable(folder) }
    }
}

extension ExportFormat {
    /// How names of files of this format may end. A Shapefile is several files and travels as a zip.
    var endings: [String] {
        switch self {
        case .xlsx: [".xlsx"]
        case .gpkg: [".gpkg"]
        case .shp: [".zip"]
        case .geojson: [".geojson", ".json"]
        case .csv: [".csv"]
        }
    }

    static func told(by path: String) -> ExportFormat? {
        allCases.first { $0.endings.contains(where: path.lowercased().hasSuffix) }
    }
}
