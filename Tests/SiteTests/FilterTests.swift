import Enforcement
import LandGeometry
import Testing

@testable import Site

@Suite("Addresses and forms")
struct FilterTests {
    static let filters: [LedgerFilter] = [
        LedgerFilter(),
        LedgerFilter(EntryQuery(stages: [.proposed, .doubtful], verdicts: [.illegal]), page: 3),
        LedgerFilter(EntryQuery(units: [UnitID("east")], withoutUnit: true, withoutGround: true)),
        LedgerFilter(
            EntryQuery(
                units: [UnitID("东镇&西镇"), UnitID("a b")], categories: ["违法占地"], flags: ["serious"], batch: BatchID("ab12"),
                text: "张庄 100%+", box: BoundingBox(west: 117.5, south: 36.25, east: 118, north: 37), order: .area, descending: true)),
    ]

    @Test("A view of the ledger and its address are each other's inverse", arguments: filters)
    func roundTrip(filter: LedgerFilter) throws {
        let query = filter.queryString.drop { $0 == "?" }
        #expect(try LedgerFilter(reading: try #require(FormFields(encoded: query))) == filter)
    }

    @Test(
        "What an address asks that the ledger does not know is refused and named, never left out",
        arguments: [
            ("stage=proposed,nonsense", "stage", "nonsense"), ("sort=magic", "sort", "magic"), ("page=-4", "page", "-4"),
            ("box=9,9,1,1", "box", "9,9,1,1"), ("desc=yes", "desc", "yes"), ("ground=all", "ground", "all"),
            ("stages=proposed", "stages", ""),
        ])
    func unknown(query: String, parameter: String, found: String) throws {
        let fields = try #require(FormFields(encoded: query))
        let error = #expect(throws: SiteError.self) { try LedgerFilter(reading: fields) }
        switch error {
        case .parameterMustBeKnown(let name, let known): #expect(name == parameter && known.contains("stage"))
        case .valueMustBeAllowed(let name, let value, let allowed): #expect((name, value) == (parameter, found) && !allowed.isEmpty)
        case .valueMustHaveForm(let name, let value): #expect((name, value) == (parameter, found))
        default: Issue.record("\(query) gave \(String(describing: error))")
        }
    }

    @Test("A blank field of a form asks for nothing")
    func blank() throws {
        let fields = try #require(FormFields(encoded: "q=&stage=&unit=&page=&lang=en"))
        #expect(try LedgerFilter(reading: fields) == LedgerFilter())
    }

    @Test("Broken escapes and bytes that are no text are refused")
    func broken() {
        #expect(FormFields(encoded: "q=%2") == nil)
        #expect(FormFields(encoded: "q=%zz") == nil)
        #expect(FormFields(encoded: "q=%ff%fe") == nil)
        #expect(FormFields(encoded: "q=a+b%2B")?["q"] == "a b+")
    }

    @Test("Links escape what they name")
    func links() {
        #expect(SiteURL.entry(EntryNumber("a/b?c")).path == "/entries/a%2Fb%3Fc")
        #expect(SiteURL.api(.geometry(EntryNumber("甲"))).path == "/api/entries/%E7%94%B2/geometry")
    }

    @Test("Sorting by the same column turns round, and starts again at the first page")
    func sorting() {
        let filter = LedgerFilter(EntryQuery(order: .area, descending: true), page: 4)
        #expect(filter.sorted(by: .area) == LedgerFilter(EntryQuery(order: .area, descending: false)))
        #expect(filter.sorted(by: .unit).query.descending == false)
    }

    @Test(
        "Figures have fixed places and groups of three",
        arguments: [(0.0, "0.00"), (0.005, "0.01"), (1234.5, "1,234.50"), (-0.001, "0.00"), (-12.345, "−12.35"), (1e16, "—")])
    func figures(value: Double, text: String) {
        #expect(Shown.decimal(value, places: 2) == text)
    }

    @Test("A quote hidden in a cluster of characters cannot leave the page as a quote")
    func clusters() {
        for text in ["\"\u{301}", "<\u{338}script", "\u{600}\"x", "&\u{200D}amp"] {
            let shown = text.renderText
            #expect(
                shown.allSatisfy { character in
                    character.unicodeScalars.count == 1 || !character.unicodeScalars.contains { "\"<>&'".unicodeScalars.contains($0) }
                })
        }
        #expect("某村 \"东\"".renderText == "某村 \"东\"")
    }
}
