import Enforcement
import GeoFiles
import LandGeometry

/// The words of an exported table (导出用语): catalogue key → text in the reader's language.
public typealias Words = @Sendable (String) -> String

/// One column of the exported ledger (台账列): its catalogue key, its Shapefile name, and its value.
struct LedgerColumn: Sendable {
    var key: String
    var shortName: String
    var type: ExportTable.ColumnType
    var width: Int
    var value: @Sendable (EntryState, Words) -> ExportTable.Cell

    static let all: [LedgerColumn] = [
        LedgerColumn(key: "column.number", shortName: "NUMBER", type: .text, width: 20) { entry, _ in .text(entry.number.text) },
        LedgerColumn(key: "column.source-number", shortName: "JCBH", type: .text, width: 20) { entry, _ in .of(entry.sourceNumber) },
        LedgerColumn(key: "column.category", shortName: "CATEGORY", type: .text, width: 14) { entry, words in
            .text(words("category." + entry.category))
        },
        LedgerColumn(key: "column.stage", shortName: "STAGE", type: .text, width: 12) { entry, words in
            .text(words("stage." + entry.stage.rawValue))
        },
        LedgerColumn(key: "column.verdict", shortName: "VERDICT", type: .text, width: 12) { entry, words in
            entry.verdict.map { .text(words("verdict." + $0.rawValue)) } ?? .blank
        },
        LedgerColumn(key: "column.kind", shortName: "KIND", type: .text, width: 16) { entry, _ in
            .of(entry.signed?.kind ?? entry.proposal?.kind)
        },
        LedgerColumn(key: "column.signed", shortName: "SIGNED", type: .text, width: 8) { entry, words in
            .text(words(entry.signed == nil ? "word.no" : "word.yes"))
        },
        LedgerColumn(key: "column.clause", shortName: "CLAUSE", type: .text, width: 16) { entry, _ in .of(entry.proposal?.clause) },
        LedgerColumn(key: "column.unit", shortName: "UNIT", type: .text, width: 16) { entry, words in
            entry.place.unit.map { .text(words("unit." + $0.text)) } ?? .blank
        },
        LedgerColumn(key: "column.place", shortName: "PLACE", type: .text, width: 24) { entry, _ in .of(entry.place.words) },
        LedgerColumn(key: "column.area-m2", shortName: "AREA_M2", type: .real, width: 14) { entry, _ in
            .real(entry.area.recorded.squareMetres)
        },
        LedgerColumn(key: "column.area-mu", shortName: "AREA_MU", type: .real, width: 12) { entry, _ in .real(entry.area.muRecorded) },
        LedgerColumn(key: "column.farmland-mu", shortName: "YJJBNT_MU", type: .real, width: 14) { entry, _ in
            .real(entry.covered(by: "farmland").muRecorded)
        },
        LedgerColumn(key: "column.redline-mu", shortName: "STBHHX_MU", type: .real, width: 14) { entry, _ in
            .real(entry.covered(by: "redline").muRecorded)
        },
        LedgerColumn(key: "column.seen", shortName: "SEEN", type: .date, width: 12) { entry, _ in
            entry.seen.map { .date($0.text) } ?? .blank
        },
        LedgerColumn(key: "column.patches", shortName: "PATCHES", type: .integer, width: 8) { entry, _ in .integer(1 + entry.attached.count)
        },
        LedgerColumn(key: "column.changed", shortName: "CHANGED", type: .text, width: 20) { entry, _ in .text(entry.changedAt.text) },
    ]

    func exported(_ words: Words) -> ExportTable.Column {
        ExportTable.Column(title: words(key), shortName: shortName, type: type, width: width)
    }
}

extension ExportTable.Cell {
    static func of(_ text: String?) -> ExportTable.Cell { text.map { .text($0) } ?? .blank }
}
