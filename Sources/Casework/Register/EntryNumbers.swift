import Enforcement

/// Hands out ledger numbers (台账编号): `<area>-<year>-<running number>`, never one twice.
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
