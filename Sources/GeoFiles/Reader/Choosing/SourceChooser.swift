import Foundation

/// From a path to one opened layer (选取数据源): archive or file, table or vector, then the layer.
struct SourceChooser {
    private let request: ReadRequest
    private let isFolder: Bool
    private let workFolder: String

    /// The request is the user's; what is opened is the staged input.
    init(_ request: ReadRequest, _ staged: StagedInput, workFolder: String) {
        var request = request
        request.path = staged.path
        self.request = request
        self.workFolder = workFolder
        isFolder = staged.isFolder
    }

    func open() throws(FileError) -> any RowSource {
        let user = try userEncoding()
        if isFolder { return try openFolder(user) }
        if let empty = ContentKind.contradiction(request.path), case .fileMustHoldRows = empty { throw empty }
        if let table = try TableSource.open(request) { return table }
        guard Archive.isArchive(request.path), !Self.isOfficeDocument(request.path) else { return try choose(among: [request.path], user) }
        let unpacked = try WorkFolder(path: workFolder).unpack(try Archive(path: request.path, limits: request.limits))
        return try openFound(in: unpacked, user)
    }

    /// A folder that is a geodatabase, or holds data sets.
    private func openFolder(_ user: TextEncoding?) throws(FileError) -> any RowSource {
        if request.path.lowercased().hasSuffix(".gdb") { return try choose(among: [request.path], user) }
        return try openFound(in: request.path, user)
    }

    private func openFound(in folder: String, _ user: TextEncoding?) throws(FileError) -> any RowSource {
        let found = DatasetFinder.find(in: folder)
        guard !found.isEmpty else { throw .formatMustBeKnown(found: "no known file in the archive") }
        if found.count == 1 {
            var inner = request
            inner.path = found[0]
            if let table = try TableSource.open(inner) { return table }
        }
        return try choose(among: try found.map { (path) throws(FileError) in try Self.named(path, workFolder) }, user)
    }

    private func choose(among paths: [String], _ user: TextEncoding?) throws(FileError) -> any RowSource {
        let catalogue = try LayerCatalogue(paths, workFolder: workFolder)
        return try catalogue.open(request.layer, user: user, limits: request.limits)
    }

    /// A geodatabase whose folder has not the name the driver wants gets it.
    private static func named(_ path: String, _ workFolder: String) throws(FileError) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue, !path.lowercased().hasSuffix(".gdb")
        else { return path }
        let link = workFolder + "/archive.gdb"
        try? FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        return link
    }

    private func userEncoding() throws(FileError) -> TextEncoding? {
        guard let named = request.encoding else { return nil }
        guard let encoding = TextEncoding(named: named) else { throw .formatMustBeKnown(found: "encoding \(named)") }
        return encoding
    }

    /// Spreadsheets are zips too, but of their own kind.
    private static func isOfficeDocument(_ path: String) -> Bool {
        ["xlsx", "xlsm", "ods"].contains((path as NSString).pathExtension.lowercased())
    }
}
