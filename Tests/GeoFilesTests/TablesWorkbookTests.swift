import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

/// Workbooks made by openpyxl and xlwt (`Tests/Fixtures/tables/make.py`).
@Suite struct TablesWorkbookTests {
    private func read(_ name: String, layer: String? = nil) throws -> ReadTable {
        try #require(try ReadTable(TestPaths.fixture("tables/" + name), layer: layer))
    }

    @Test("A ledger in Excel with merged heads is read under joined names, without its titles and column numbers")
    func mergedHeads() throws {
        let table = try read("ledger.xlsx")
        let fields = ["序号", "乡镇", "违法情况/主体", "违法情况/面积", "违法情况/耕地面积", "整改期限", "身份证号", "已到位"]
        #expect(table.description.fields == fields)
        #expect(table.rows.map(\.row) == [6, 7, 8])
        #expect(table.rows[0].values == ["1", "东山镇", "张三砖厂", "12.5", "0.3", "2023-09-01", "370306199001011234", "TRUE"])
        #expect(table.rows[0].remarks.isEmpty)
        #expect(table.description.remarks.first { $0.rule == .titleRowsSkipped }?.found?.hasPrefix("示范县违法占用耕地整改台账") == true)
        #expect(table.description.remarks.first { $0.rule == .hiddenRowsRead }?.place == "7")
        #expect(table.description.remarks.first { $0.rule == .otherLayersNotRead }?.found == "线索, 附表")
    }

    @Test("A cell merged downwards counts for every row under it, and each row says so")
    func mergedDown() throws {
        let row = try read("ledger.xlsx").rows[1]
        #expect(row.values[1] == "东山镇")
        #expect(row.remarks.contains(RowRemark(.repaired, .mergedCellFilled, place: "B7", found: "东山镇")))
    }

    @Test("An identity number typed as a number is reported with its cell")
    func damagedNumber() throws {
        let remarks = try read("ledger.xlsx").rows[1].remarks
        #expect(remarks.first { $0.rule == .longNumberDamaged }?.place == "G7")
    }

    @Test("A formula without a kept value is blank and remarked; days keep their time of day")
    func formulas() throws {
        let row = try read("ledger.xlsx").rows[2]
        #expect(row.values[3] == nil && row.values[6] == nil && row.values[5] == "2023-12-31T08:30:00")
        #expect(row.remarks.map(\.place) == ["D8", "G8"])
    }

    @Test("Another sheet is read when it is named, and a name that does not exist lists the sheets")
    func sheets() throws {
        let table = try read("ledger.xlsx", layer: "线索")
        #expect(table.point(0) == Position(longitude: 118.0512345, latitude: 36.8))
        let second = try #require(table.point(1))
        #expect(abs(second.longitude - 118.05125) < 1e-12 && abs(second.latitude - 36.8) < 1e-12)
        #expect(table.rows[2].geometry == nil && table.rows[2].remarks.isEmpty)
        #expect(table.rules(3) == [.coordinateMustBeFinite])
        #expect(throws: FileError.layerMustExist(named: "甲", candidates: ["台账", "线索", "附表"])) {
            try read("ledger.xlsx", layer: "甲")
        }
    }

    @Test("Days count from 1904 in workbooks that say so")
    func calendar1904() throws {
        #expect(try read("calendar-1904.xlsx").rows.map(\.values) == [["A", "2023-09-01"]])
    }

    @Test("A workbook of Excel 97–2003 is read by GDAL with its days and numbers")
    func legacy() throws {
        let table = try read("ledger.xls")
        #expect(table.description.fields == ["编号", "乡镇", "面积", "日期"])
        #expect(table.rows.map(\.values) == [["A1", "东山镇", "12.5", "2023-09-01"], ["A2", "西河镇", "3", "2024-02-29"]])
        #expect(table.rows.map(\.row) == [2, 3])
    }

    @Test("Merged heads, a cell merged downwards and a hidden row of Excel 97–2003 are understood as those of newer workbooks")
    func legacyMerges() throws {
        let table = try read("merged.xls")
        #expect(table.description.fields == ["序号", "乡镇", "违法情况/主体", "违法情况/面积", "备注"])
        #expect(table.rows.map { $0.values[1] } == ["东山镇", "东山镇", "西河镇"])
        #expect(table.rows[1].remarks.map(\.rule) == [.mergedCellFilled] && table.rows[1].remarks.first?.place == "B5")
        #expect(table.rows.map(\.row) == [4, 5, 6])
        #expect(table.description.remarks.first { $0.rule == .hiddenRowsRead }?.place == "5")
    }

    @Test("A compound file cut at any place gives no more than what is there")
    func tornCompound() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: TestPaths.fixture("tables/merged.xls"))))
        #expect(SheetLayouts(bytes).sheets["台账"]?.merges.count == 6)
        for length in stride(from: 0, to: bytes.count, by: 97) { _ = SheetLayouts(Array(bytes.prefix(length))) }
        for index in stride(from: 0, to: 2048, by: 3) {
            var broken = bytes
            broken[index] ^= 0xFF
            _ = SheetLayouts(broken)
        }
    }

    @Test("An entity, a bomb, a torn part and a password are refused, each by its rule")
    func hostile() throws {
        #expect(throws: FileError.archiveMustBeSafe(found: "DOCTYPE in xl/worksheets/sheet1.xml")) { try read("entity.xlsx") }
        #expect(throws: FileError.archiveMustBeSafe(found: "xl/worksheets/sheet1.xml")) { try read("bomb.xlsx") }
        #expect(throws: FileError.mustNotBeEncrypted(found: "Office")) { try read("locked.xlsx") }
        #expect {
            try read("cut.xlsx")
        } throws: { error in
            if case FileError.fileMustBeWhole = error { true } else { false }
        }
        #expect(throws: FileError.limitMustHold(limit: "inflatedBytes", value: "xl/worksheets/sheet1.xml")) {
            try ReadTable(TestPaths.fixture("tables/bomb.xlsx"), limits: ReadLimits(inflatedBytes: 1 << 20))
        }
    }

    @Test(
        "Serial numbers are the days Excel shows",
        arguments: [
            (1.0, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"), (45_170, "2023-09-01"),
            (45_170.354166667, "2023-09-01T08:30:00"), (0.5, "12:00:00"), (2_958_465, "9999-12-31"),
        ])
    func serialDates(_ serial: Double, _ text: String) {
        #expect(SerialDate.text(serial, countsFrom1904: false) == text)
    }

    @Test("Formats of days are told from formats of numbers")
    func formats() {
        for code in ["yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "mmm-yy", "dd\\.mm\\.yyyy"] {
            #expect(SerialDate.kind(ofFormat: code) == .date, "\(code)")
        }
        for code in ["0.00", "General", "#,##0\"亩\"", "0.00E+00", "[h]:mm", "[Red]0.0", "0\"days\""] {
            #expect(SerialDate.kind(ofFormat: code) == nil, "\(code)")
        }
    }

    @Test("Every workbook of the collection of odd files is read, or refused with a reason")
    func oddWorkbooks() throws {
        guard let folder = TestPaths.shared("data/odd-vectors/gdal_autotest_ogr_data") else { return }
        var read = 0
        for kind in ["xlsx", "xls"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/" + kind).sorted() where name.hasSuffix("." + kind) {
                do {
                    let table = try #require(try ReadTable("\(folder)/\(kind)/\(name)"))
                    #expect(!table.description.fields.isEmpty)
                    read += 1
                } catch let error as FileError {
                    print("\(name): \(error)")
                }
            }
        }
        #expect(read >= 7)
    }

    @Test("Fifty thousand rows pass through our own writer and reader unchanged")
    func manyRows() throws {
        let folder = try TestPaths.Folder()
        let path = folder.file("many.xlsx")
        let writer = try SpreadsheetWriter(path: path, inRowOrder: true)
        writer.addSheet("台账")
        for (column, name) in ["编号", "乡镇", "面积", "日期", "备注", "经度", "纬度"].enumerated() {
            writer.write(.text(name), row: 0, column: column)
        }
        for row in 1...50_000 {
            let values: [SpreadsheetWriter.Value] = [
                .text("JC\(row)"), .text("东山镇"), .number(Double(row) / 8), .date("2023-09-01"), .text("=1+\(row)"),
                .number(118 + Double(row) * 1e-6), .number(36.5),
            ]
            for (column, value) in values.enumerated() { writer.write(value, row: row, column: column) }
        }
        try writer.finish()
        let began = ContinuousClock.now
        let table = try #require(try ReadTable(path))
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        print("XLSX read: \(Int(50_000 / seconds)) rows/s (7 columns)")
        #expect(table.rows.count == 50_000)
        #expect(table.rows[49_999].values == ["JC50000", "东山镇", "6250", "2023-09-01", "=1+50000", "118.05", "36.5"])
    }
}
