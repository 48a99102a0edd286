import Enforcement

/// Hands out ledger numbers (台账编号): `<area>-<year>-<running number>`, never one twice.
///
/// The year is that of registration by Beijing time, as with file numbers (文号、案号): the one date every entry has. A batch's
/// period is free text, one entry holds patches of several, and a campaign's entries are carried over into the next.
struct EntryNumbers {
    let prefix: String
    private var last: Int

    /// - Parameter last: the highest running number in use under the prefix.
    init(prefix: String, last: Int) {
        self.prefix = prefix
        self.last = last
    }

    static func prefix(area: String, day: Day) -> String {
        "\(area.isEmpty ? "000000" : area)-\(day.components.year)-"
    }

    mutating func next() -> EntryNumber {
        last += 1
        let digits = String(last)
        return EntryNumber(prefix + String(repeating: "0", count: max(0, 5 - digits.count)) + digits)
    }
}
