import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

@Suite struct WriterTests {
    private let shape = MultiPolygon([
        Polygon(
            outer: Ring(
                [(117.1, 39.0), (117.101, 39.0), (117.101, 39.001), (117.1, 39.001)].map { Position(longitude: $0.0, latitude: $0.1) }),
            holes: [
                Ring([(117.1002, 39.0002), (117.1004, 39.0002), (117.1004, 39.0004)].map { Position(longitude: $0.0, latitude: $0.1) })
            ])
    ])

    private var table: ExportTable {
        ExportTable(
            name: "台账", heading: "示范县整治台账",
            columns: [
                .init(title: "编号", shortName: "BH", type: .text), .init(title: "违法主体", shortName: "WFZT", type: .text, width: 30),
                .init(title: "面积", shortName: "MJ", type: .real), .init(title: "宗数", shortName: "ZS", type: .integer),
                .init(title: "期限", shortName: "QX", type: .date),
            ],
            rows: [
                .init(cells: [.text("JC01"), .text("=HYPERLINK(\"x\")"), .real(12.345), .integer(3), .date("2023-09-01")], shape: shape),
                .init(cells: [.text("JC02"), .text("张，\"三\"\n砖厂,堃"), .real(-0.5), .blank, .blank], shape: nil),
            ])
    }

    private func write(_ table: ExportTable, _ format: ExportFormat, _ path: String, _ options: ExportOptions = .init()) async throws
        -> [RowRemark]
    {
        try await FileWriter(executable: TestPaths.executable).write(table, as: format, to: path, options: options)
    }

    private func ogrinfo(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["ogrinfo", "-ro", "-al", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private func readBack(_ path: String, layer: String? = nil) async throws -> [ImportedRow] {
        var rows: [ImportedRow] = []
        for try await message in FileReader(executable: TestPaths.executable).read(ReadRequest(path: path, layer: layer)) {
            if case .row(let row) = message { rows.append(row) }
        }
        return rows
    }

    private func area(_ row: ImportedRow) -> MultiPolygon? {
        if case .area(let shape) = row.ground { shape } else { nil }
    }

    /// The largest distance of two shapes' positions in degrees, ring by ring whatever their start and direction.
    private func distance(_ a: MultiPolygon, _ b: MultiPolygon) -> Double {
        let all = { (s: MultiPolygon) in s.polygons.flatMap { $0.rings.flatMap(\.positions) } }
        return all(a).map { p in all(b).map { max(abs($0.longitude - p.longitude), abs($0.latitude - p.latitude)) }.min() ?? .infinity }
            .max() ?? .infinity
    }

    @Test("A ledger in XLSX has its heading, its head row, its days and its numbers, and nothing in it is computed")
    func workbook() async throws {
        let folder = try TestPaths.Folder()
        let path = folder.file("台账.xlsx")
        #expect(try await write(table, .xlsx, path).isEmpty)
        #expect(folder.names == ["台账.xlsx"], "nothing is left beside the file")
        let read = try #require(try ReadTable(path))
        #expect(read.description.layer == "台账" && read.description.fields == table.columns.map(\.title))
        #expect(read.description.remarks.first { $0.rule == .titleRowsSkipped }?.found == "示范县整治台账")
        #expect(read.rows[0].values == ["JC01", "=HYPERLINK(\"x\")", "12.345", "3", "2023-09-01"])
        #expect(read.rows[1].values == ["JC02", "张，\"三\"\n砖厂,堃", "-0.5", nil, nil])
        #expect(read.rows[0].remarks.isEmpty, "no formula anywhere")
        #expect(try ogrinfo(path).contains("=HYPERLINK"))
    }

    @Test("CSV carries a byte order mark, quotes what it must, and disarms what a spreadsheet would compute")
    func commaSeparated() async throws {
        let folder = try TestPaths.Folder()
        let path = folder.file("a.csv")
        #expect(try await write(table, .csv, path).isEmpty)
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let expected =
            "\u{FEFF}编号,违法主体,面积,宗数,期限\r\nJC01,\"'=HYPERLINK(\"\"x\"\")\",12.345,3,2023-09-01\r\n"
            + "JC02,\"张，\"\"三\"\"\n砖厂,堃\",-0.5,,\r\n"
        #expect(text == expected)
        #expect(try #require(try ReadTable(path)).rows[0].values[1] == "=HYPERLINK(\"x\")")
    }

    @Test("CSV in GBK opens in old spreadsheets; a character it lacks is a 〓 and a remark")
    func gbk() async throws {
        let folder = try TestPaths.Folder()
        var odd = table
        odd.rows[0].cells[1] = .text("张𠮷")
        let remarks = try await write(odd, .csv, folder.file("a.csv"), ExportOptions(encoding: "GBK"))
        #expect(remarks == [RowRemark(.noted, .textMustDecode, place: "row 1", found: "JC01,张𠮷,12.345,3,2023-09-01\r\n")])
        let read = try #require(try ReadTable(folder.file("a.csv")))
        #expect(read.description.encoding == "GB18030" && read.rows[0].values[1] == "张〓")
    }

    @Test("A GeoPackage holds the ledger with its ground, types and coordinate system, as ogrinfo sees it")
    func geoPackage() async throws {
        let folder = try TestPaths.Folder()
        let path = folder.file("a.gpkg")
        _ = try await write(table, .gpkg, path)
        #expect(folder.names == ["a.gpkg"])
        let info = try ogrinfo(path)
        for line in [
            "Feature Count: 2", "Geometry: Multi Polygon", "ID[\"EPSG\",4490]]", "面积: Real", "宗数: Integer64", "期限: Date", "2023/09/01",
        ] {
            #expect(info.contains(line), "\(line)")
        }
        let rows = try await readBack(path)
        #expect(rows.count == 2)
        #expect(distance(try #require(area(rows[0])), shape) == 0)
        #expect(rows[0].values.contains("JC01") && rows[0].values.contains("12.345"))
    }

    @Test("Coordinates can be those of a Gauss–Krüger zone, and come back to the tenth of a millimetre")
    func zone() async throws {
        let folder = try TestPaths.Folder()
        let path = folder.file("a.gpkg")
        _ = try await write(table, .gpkg, path, ExportOptions(epsg: 4527))
        let info = try ogrinfo(path)
        #expect(info.contains("Extent: (395086") && info.contains("ID[\"EPSG\",4527]]"))
        let rows = try await readBack(path)
        #expect(distance(shape, try #require(area(rows[0]))) < 1e-9, "every vertex is found again; the reader adds some to long edges")
    }

    @Test("A Shapefile in GBK says so in its header and its code page, and cuts long text between characters", arguments: ["GBK", "UTF-8"])
    func shapefile(_ encoding: String) async throws {
        let folder = try TestPaths.Folder()
        let path = folder.file("台账.zip")
        var long = table
        long.rows[0].cells[1] = .text("砖" + String(repeating: "厂a", count: 200))
        let remarks = try await write(long, .shp, path, ExportOptions(encoding: encoding))
        #expect(remarks.map(\.place) == ["row 1, WFZT"])
        let parts = try ZipArchive(path: path, limits: ReadLimits())
        #expect(parts.names == ["cpg", "dbf", "prj", "shp", "shx"].map { "台账." + $0 })
        var dbf: [UInt8] = []
        var page: [UInt8] = []
        #expect(try parts.inflate("台账.dbf") { (bytes) throws(FileError) in dbf += bytes })
        #expect(try parts.inflate("台账.cpg") { (bytes) throws(FileError) in page += bytes })
        #expect(String(decoding: page, as: UTF8.self) == encoding)
        #expect(dbf[29] == (encoding == "GBK" ? 0x4D : 0))
        let rows = try await readBack(path)
        #expect(rows.count == 2)
        #expect(distance(try #require(area(rows[0])), shape) < 1e-12)
        let text = try #require(rows[0].values[1])
        let bytes = text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : encoding == "GBK" ? 2 : 3) }
        #expect(text.hasPrefix("砖厂a厂a") && (252...254).contains(bytes) && !text.contains("\u{FFFD}"))
        #expect(rows[0].values[0] == "JC01" && rows[1].values[1]?.hasSuffix("堃") == true)
    }

    @Test("Rows with points go beside the areas in a Shapefile, and with them in a GeoPackage")
    func points() async throws {
        let folder = try TestPaths.Folder()
        var mixed = table
        mixed.rows[1].point = Position(longitude: 117.2, latitude: 39.1)
        _ = try await write(mixed, .shp, folder.file("a.zip"))
        let names = try ZipArchive(path: folder.file("a.zip"), limits: ReadLimits()).names
        #expect(names.contains("台账.shp") && names.contains("台账_点.shp"))
        _ = try await write(mixed, .gpkg, folder.file("a.gpkg"))
        let rows = try await readBack(folder.file("a.gpkg"))
        #expect(rows.last?.ground == .point(Position(longitude: 117.2, latitude: 39.1)))
    }

    @Test("GeoJSON is wound and rounded as RFC 7946 asks")
    func geoJSON() async throws {
        let folder = try TestPaths.Folder()
        _ = try await write(table, .geojson, folder.file("a.geojson"), ExportOptions(epsg: 4527))
        let json = try JSONParser.parse(Array(try Data(contentsOf: URL(filePath: folder.file("a.geojson")))))
        guard case .array(let features) = json["features"], case .array(let rings) = features[0]["geometry"]?["coordinates"],
            case .array(let outer) = rings[0]
        else {
            Issue.record("no polygon")
            return
        }
        #expect(outer.first == .array([.number("117.1"), .number("39.0")]))
        #expect(outer[1] == .array([.number("117.101"), .number("39.0")]), "counter-clockwise: east before north")
        #expect(features[0]["properties"]?["违法主体"] == .string("=HYPERLINK(\"x\")"))
        #expect(features[1]["geometry"] == .null)
    }

    @Test("A ledger without rows is a whole file too", arguments: ExportFormat.allCases)
    func empty(_ format: ExportFormat) async throws {
        let folder = try TestPaths.Folder()
        var bare = table
        bare.rows = []
        _ = try await write(bare, format, folder.file("a.bin"))
        #expect(folder.names == ["a.bin"])
    }

    @Test("When writing fails nothing is left and the reason is told", arguments: ExportFormat.allCases)
    func failure(_ format: ExportFormat) async throws {
        let folder = try TestPaths.Folder()
        await #expect(throws: FileError.self) { try await write(table, format, folder.file("absent/a.bin")) }
        #expect(folder.names.isEmpty)
        if [.gpkg, .shp].contains(format) {
            await #expect(throws: FileError.coordinatesMustBeNamed(found: "EPSG:1", candidates: [])) {
                try await write(table, format, folder.file("a.bin"), ExportOptions(epsg: 1))
            }
            #expect(folder.names.isEmpty)
        }
    }

    @Test("A program that is not there is reported by its path")
    func noProgram() async throws {
        let folder = try TestPaths.Folder()
        await #expect(throws: FileError.self) {
            try await FileWriter(executable: "/nowhere/landledger").write(table, as: .gpkg, to: folder.file("a.gpkg"))
        }
        #expect(folder.names.isEmpty)
    }
}
