import Foundation

/// Every layer of every data set a user sent, and the one to read (图层目录).
struct LayerCatalogue {
    private struct Item {
        var path: String
        var driver: String
        var entry: GDALDataset.Entry
        var name: String
    }
    /// Data sets beyond this are not looked into.
    private static let datasetLimit = 200

    private let workFolder: String
    private var items: [Item] = []
    private var remarks: [RowRemark] = []

    /// Broken data sets are remarked when another one opens; alone they are the error.
    init(_ paths: [String], workFolder: String) throws(FileError) {
        self.workFolder = workFolder
        var firstError: FileError?
        var opened = 0
        for path in paths.prefix(Self.datasetLimit) {
            do throws(FileError) {
                let dataset = try GDALDataset(path, workFolder: workFolder)
                opened += 1
                add(dataset, path)
            } catch {
                firstError = firstError ?? error
                if paths.count > 1 {
                    let name = (path as NSString).lastPathComponent
                    remarks.append(RowRemark(.noted, .sourceReportedTrouble, place: name, found: "\(error)"))
                }
            }
        }
        let trouble = GDALTrouble.take()
        if opened == 0 { throw firstError ?? .formatMustBeKnown(found: "") }
        if items.isEmpty { throw .fileMustBeWhole(found: trouble.isEmpty ? "no layer" : trouble.words) }
        if !trouble.isEmpty { remarks.append(RowRemark(.noted, .sourceReportedTrouble, found: trouble.words)) }
        nameApart(paths.count > 1)
    }

    private mutating func add(_ dataset: GDALDataset, _ path: String) {
        if dataset.rebuiltIndex {
            remarks.append(RowRemark(.noted, .sourceReportedTrouble, found: "the .shx was missing and is rebuilt from the .shp"))
        }
        for entry in dataset.entries { items.append(Item(path: path, driver: dataset.driver, entry: entry, name: entry.name)) }
    }

    /// With several data sets, layers are named after their file; equal names get the folder before them.
    private mutating func nameApart(_ several: Bool) {
        guard several else { return }
        let single = Dictionary(grouping: items, by: \.path).filter { $0.value.count == 1 }.keys
        for index in items.indices {
            let path = items[index].path as NSString
            let file = (path.lastPathComponent as NSString).deletingPathExtension
            items[index].name = single.contains(items[index].path) ? file : "\(file)/\(items[index].entry.name)"
        }
        let counts = Dictionary(items.map { ($0.name, 1) }, uniquingKeysWith: +)
        for index in items.indices where (counts[items[index].name] ?? 0) > 1 {
            let folder = ((items[index].path as NSString).deletingLastPathComponent as NSString).lastPathComponent
            items[index].name = "\(folder)/\((items[index].path as NSString).lastPathComponent)/\(items[index].entry.name)"
        }
    }

    func open(_ wanted: String?, user: TextEncoding?, limits: ReadLimits) throws(FileError) -> any RowSource {
        let item = try choose(wanted)
        if let features = item.entry.features, features > limits.features { throw Self.tooMany(features, item.path, limits) }
        let dataset = try GDALDataset(item.path, workFolder: workFolder)
        let (table, codePage) = Self.table(of: item.path, driver: item.driver)
        return try GDALSource(dataset, item.entry, describedBy: describe(item), table: table, codePage: codePage, user: user)
    }

    /// A feature takes a byte at the least: a file of fewer bytes than features lies about its number.
    private static func tooMany(_ features: Int, _ path: String, _ limits: ReadLimits) -> FileError {
        let attributes = try? FileManager.default.attributesOfItem(atPath: WorkFolder.real(path) ?? path)
        if let size = attributes?[.size] as? Int, attributes?[.type] as? FileAttributeType == .typeRegular, features > size {
            return .fileMustBeWhole(found: "\(features) features announced in \(size) bytes")
        }
        return .limitMustHold(limit: "features", value: "\(limits.features)")
    }

    private func choose(_ wanted: String?) throws(FileError) -> Item {
        let names = items.map(\.name)
        if let wanted {
            guard let item = items.first(where: { $0.name == wanted }) else {
                throw .layerMustExist(named: wanted, candidates: names)
            }
            return item
        }
        let filled = items.filter { $0.entry.features != 0 }
        let wished = filled.first { $0.entry.isAreal } ?? filled.first { $0.entry.hasGeometry } ?? filled.first ?? items.first
        guard let item = wished else { throw .fileMustBeWhole(found: "no layer") }
        return item
    }

    private func describe(_ item: Item) -> FileDescription {
        let layers = items.map { FileDescription.Layer(name: $0.name, geometry: $0.entry.geometry, features: $0.entry.features) }
        var remarks = remarks
        let others = items.map(\.name).filter { $0 != item.name }
        if !others.isEmpty { remarks.append(RowRemark(.noted, .otherLayersNotRead, found: others.prefix(20).joined(separator: ", "))) }
        return FileDescription(
            format: item.driver, layers: layers, layer: item.name, fields: [], coordinates: nil, coordinatesBasis: nil, encoding: nil,
            encodingBasis: nil, remarks: remarks)
    }

    private static func table(of path: String, driver: String) -> (DBFTable?, String?) {
        guard driver == "ESRI Shapefile", let dbf = Companions.find("dbf", of: path) else { return (nil, nil) }
        let codePage = Companions.find("cpg", of: path).flatMap { try? Data(contentsOf: URL(fileURLWithPath: $0)) }
        return (DBFTable(path: dbf), codePage.map { String(decoding: $0.prefix(64), as: UTF8.self) })
    }
}
