import LandGeometry
import Testing

@testable import GeoFiles

@Suite struct TablesTests {
    private func read(_ name: String) throws -> ReadTable { try #require(try ReadTable(TestPaths.fixture("tables/" + name))) }

    @Test("A GBK list of alerts with coordinates becomes points, and a bad coordinate is refused with what stood there")
    func alerts() throws {
        let table = try read("alerts.csv")
        #expect(table.description.fields == ["告警编号", "经度", "纬度", "备注"])
        #expect(table.description.encoding == "GB18030")
        #expect(table.fileRules == [.encodingWasInferred])
        #expect(table.rows.map(\.row) == [2, 3, 4, 5])
        #expect(table.rows[0].values == ["T1", "118.05", "36.80", "塔吊,围挡"])
        #expect(table.point(0) == Position(longitude: 118.05, latitude: 36.80))
        #expect(table.rows[1].values == ["T2", "118.06", "36.81", nil])
        #expect(table.rows[2].remarks == [RowRemark(.refused, .coordinateMustBeFinite, place: "经度", found: "abc")])
        #expect(table.rows[3].remarks == [RowRemark(.noted, .sourceReportedTrouble, place: "E5", found: "多余")])
    }

    @Test("Title rows above the head are skipped and said, and X is read as north where its values are")
    func titles() throws {
        let table = try read("titles.csv")
        #expect(table.description.fields == ["编号", "X", "Y", "面积"])
        #expect(table.fileRules.contains(.titleRowsSkipped))
        #expect(table.rows.map(\.row) == [4, 5])
        #expect(table.point(0) == Position(longitude: 39_578_012.25, latitude: 4_068_012.5))
    }

    @Test("Text in UTF-16 between tabs is read though it is called CSV")
    func wide() throws {
        let table = try read("wide.csv")
        #expect(table.description.fields == ["编号", "名称"])
        #expect(table.rows.map(\.values) == [["A1", "甲"]])
    }

    @Test("Well-known text gives areas and points, and its SRID the coordinate system")
    func wellKnownText() throws {
        let table = try read("wkt.csv")
        #expect(table.declared == .epsg(4490))
        let ring = [(118, 36), (118.1, 36), (118.1, 36.1)].map { Position(longitude: $0.0, latitude: $0.1) }
        #expect(table.shape(0)?.polygons.first?.outer == Ring(ring))
        #expect(table.point(1) == Position(longitude: 118, latitude: 36))
        #expect(table.rows[2].remarks.map(\.effect) == [.refused])
    }

    @Test("Open quotes, guarded texts and numbers a spreadsheet has rounded are read as they stand, with remarks")
    func quotes() throws {
        let table = try read("quotes.csv")
        #expect(table.rows.map { $0.values[1] } == ["\"半截引号", "带\"引号\"", "0012", "=1+1", "4.30181E+17"])
        #expect(table.rules(0) == [.sourceReportedTrouble])
        #expect(table.rows[4].remarks == [RowRemark(.noted, .longNumberDamaged, place: "B6", found: "4.30181E+17")])
    }

    @Test("Two rows of heads are joined by group and name")
    func groups() throws {
        let table = try read("groups.csv")
        #expect(table.description.fields == ["序号", "违法情况/面积", "违法情况/地类", "备注"])
        #expect(table.rows.map(\.values) == [["1", "12.5", "旱地", nil], ["2", "3.10", "水田", "重点"]])
    }

    @Test("Camera alerts in JSON are flattened, and their numbers stay as they were written")
    func cameraAlerts() throws {
        let table = try read("alerts.json")
        #expect(table.description.fields.prefix(7) == ["id", "time", "confidence", "camera.name", "camera.lng", "camera.lat", "photos"])
        #expect(
            table.rows[0].values.prefix(7) == ["T1", "2023-09-01T08:00:00+08:00", "0.90", "东山铁塔", "118.0512345", "36.80", "a.jpg;b.jpg"])
        #expect(table.rows[1].values[2] == "1e-1" && table.rows[1].values[7] == "土😀")
        #expect(table.rows[2].values.suffix(2) == ["12345678901234567890", "false"])
        #expect(table.point(0) == Position(longitude: 118.0512345, latitude: 36.8))
        #expect(table.rows[2].geometry == nil && table.rows[2].remarks.isEmpty)
    }

    @Test("A geometry inside a JSON record becomes the row's ground; GeoJSON is left to the vector drivers")
    func geometryInRecord() throws {
        #expect(try read("areas.json").shape(0)?.polygons.count == 1)
        #expect(try ReadTable(TestPaths.fixture("tables/feature.json")) == nil)
    }

    @Test("The user's choice of columns goes before every name, and columns that do not exist are asked for")
    func chosenColumns() throws {
        let path = TestPaths.fixture("tables/titles.csv")
        let table = try #require(try ReadTable(path, columns: CoordinateColumns(x: "X", y: "Y")))
        #expect(table.point(0)?.longitude == 4_068_012.5)
        #expect(throws: FileError.coordinatesMustBeNamed(found: "经度, 纬度", candidates: ["编号", "X", "Y", "面积"])) {
            try ReadTable(path, columns: CoordinateColumns(x: "经度", y: "纬度"))
        }
    }

    @Test(
        "Coordinates are read as people write them",
        arguments: [
            ("118.5", 118.5), ("118°07′30″E", 118.125), ("118度7分30秒", 118.125), ("118:07:30", 118.125), ("118°7.5'", 118.125),
            ("3,505,480.37", 3_505_480.37), ("W 118 07 30", -118.125), ("36°48′N", 36.8),
        ])
    func angles(_ text: String, _ value: Double) throws {
        #expect(abs(try #require(Angle.parse(text)) - value) < 1e-12)
    }

    @Test("What is no coordinate is not made one", arguments: ["", "不详", "118°75′00″", "nan", "1e999", "12,34", "118°7′30″5", "1-2-3-4"])
    func noAngle(_ text: String) {
        #expect(Angle.parse(text) == nil)
    }
}
