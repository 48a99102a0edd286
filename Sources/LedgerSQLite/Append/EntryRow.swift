import Enforcement
import GRDB
import LandGeometry

/// The columns of `entry` that say something of its state (台账行): what officers, QGIS and the indexes read.
/// All of it follows from `EntryState`, so a row can be checked and written anew.
struct EntryRow: Equatable {
    /// In the order of `arguments`.
    static let columns = [
        "stage", "verdict", "signed", "category", "kind", "unit", "area_m2", "area_mu", "division", "place", "source_number", "seen",
        "registered_on", "changed_on", "signed_by", "rule", "patches", "flags", "version", "changed", "area_dm2", "search", "state",
    ]

    var values: [DatabaseValue]

    init(_ state: EntryState) throws {
        let cells: [(any DatabaseValueConvertible)?] = [
            state.stage.rawValue, state.verdict?.rawValue, state.signed != nil, state.category,
            state.signed.map { $0.kind } ?? state.proposal?.kind, state.place.unit?.text, state.area.squareMetres,
            (state.area.mu * 100).rounded() / 100, state.place.division, state.place.words, state.sourceNumber, state.seen?.text,
            state.registeredAt.day.text, state.changedAt.day.text, state.signedBy?.text, state.proposal?.title, state.attached.count + 1,
            EntryRow.flags(state.flags), state.version, state.changedAt.milliseconds, state.area.hundredths, state.searchText,
            String(decoding: try LedgerJSON.kept(state), as: UTF8.self),
        ]
        values = cells.map { $0?.databaseValue ?? .null }
    }

    /// The columns of a row as read, in the same order.
    init(stored row: Row, from start: Int) {
        values = EntryRow.columns.indices.map { row[start + $0] }
    }

    /// `,large,serious,`, so that one flag is found with its commas; empty for none.
    static func flags(_ flags: [String]) -> String {
        flags.isEmpty ? "" : ",\(Set(flags).sorted().joined(separator: ",")),"
    }
}
