import CGDAL
import Foundation

/// The layers of a vector file in the making (矢量图层写出). One, but for Shapefiles, which hold one kind of geometry each:
/// rows with only a point then go to a second one.
final class VectorLayers {
    private let order: WriteOrder
    private let target: String
    private let dataset: GDALDatasetH
    private let transform: GroundToFile
    private var areas: VectorLayer?
    private var points: VectorLayer?
    private var fitting: TextFitting
    private var isClosed = false

    init(_ order: WriteOrder) throws(FileError) {
        self.order = order
        transform = try GroundToFile(order)
        fitting = TextFitting(encoding: order.format == .shp ? order.options.encoding : "UTF-8")
        target = order.format == .shp ? order.workFolder + "/parts" : order.path
        let driver = GDALGetDriverByName(order.format.driverName)
        guard let dataset = GDALCreate(driver, target, 0, 0, 0, GDT_Unknown, nil) else {
            throw .writingMustSucceed(path: order.path, found: GDALTrouble.take().words)
        }
        self.dataset = dataset
        if order.format == .gpkg { GDALDatasetStartTransaction(dataset, 0) }
        let name = VectorLayers.fileName(order.name)
        if order.format == .shp, order.hasPoints, order.hasShapes || order.hasBare {
            areas = try VectorLayer(dataset, name, kind: order.hasShapes ? wkbMultiPolygon : wkbNone, order, transform)
            points = try VectorLayer(dataset, name + "_点", kind: wkbPoint, order, transform)
        } else {
            areas = try VectorLayer(dataset, name, kind: VectorLayers.kind(order), order, transform)
        }
    }

    deinit {
        if !isClosed { GDALClose(dataset) }
    }

    private static func kind(_ order: WriteOrder) -> OGRwkbGeometryType {
        switch (order.hasShapes, order.hasPoints) {
        case (true, true): wkbUnknown
        case (true, false): wkbMultiPolygon
        case (false, true): wkbPoint
        case (false, false): wkbNone
        }
    }

    private static func fileName(_ name: String) -> String {
        let fit = String(name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 }.prefix(60))
        return fit.isEmpty ? "ledger" : fit
    }

    func add(_ row: ExportedRows.Received, number: Int) throws(FileError) {
        let layer = row.ground == .point ? points ?? areas : areas
        guard let layer, layer.add(row, number: number, transform, &fitting) else {
            throw .writingMustSucceed(path: order.path, found: "row \(number): \(GDALTrouble.take().words)")
        }
    }

    /// Closes the file, which writes the rest of it, and packs a Shapefile.
    func finish() throws(FileError) -> [RowRemark] {
        if order.format == .gpkg { GDALDatasetCommitTransaction(dataset) }
        isClosed = true
        GDALClose(dataset)
        let trouble = GDALTrouble.take()
        guard !trouble.hasFailure else { throw .writingMustSucceed(path: order.path, found: trouble.words) }
        if order.format == .shp { try pack() }
        return fitting.remarks
    }

    private func pack() throws(FileError) {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []).sorted()
        guard !names.isEmpty else { throw .writingMustSucceed(path: order.path, found: "no parts") }
        var zip = try ZipWriter(path: order.path)
        for name in names where !name.hasSuffix(".cpg") {
            var content = try FileBytes.read(target + "/" + name, limits: ReadLimits(inflatedBytes: 4 << 30))
            // Language driver 0x4D, code page 936: what ArcGIS looks at first, and GDAL does not set.
            if name.hasSuffix(".dbf"), fitting.isGBK, content.count > 29 { content[29] = 0x4D }
            try zip.add(name, content)
            let page = (name as NSString).deletingPathExtension + ".cpg"
            if name.hasSuffix(".dbf") { try zip.add(page, Array((fitting.isGBK ? "GBK" : "UTF-8").utf8)) }
        }
        try zip.finish()
    }
}

extension ExportFormat {
    fileprivate var driverName: String {
        switch self {
        case .gpkg: "GPKG"
        case .shp: "ESRI Shapefile"
        case .geojson: "GeoJSON"
        case .xlsx, .csv: ""
        }
    }
}
