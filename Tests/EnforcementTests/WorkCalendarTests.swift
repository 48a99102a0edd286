import LandGeometry
import Testing

@testable import Enforcement

@Suite("The working calendar of China")
struct WorkCalendarTests {
    let calendar = WorkCalendar.china

    @Test("Weekends and holidays are not worked, make-up days are")
    func days() throws {
        func works(_ text: String) throws -> Bool? { calendar.isWorkday(try #require(Day(text))) }
        #expect(try works("2022-10-08") == true, "a Saturday made up for the National Day week")
        #expect(try works("2022-10-05") == false)
        #expect(try works("2022-03-05") == false, "a Saturday")
        #expect(try works("2017-05-31") == true)
    }

    @Test("A year that no notice has settled is refused, not guessed")
    func uncovered() throws {
        #expect(!calendar.covers(year: 2016) && !calendar.covers(year: 2027))
        #expect(calendar.isWorkday(try #require(Day("2027-03-01"))) == nil)
        #expect(calendar.workday(onOrAfter: try #require(Day("2027-01-02"))) == nil)
        #expect(calendar.day(3, workdaysAfter: try #require(Day("2026-12-31"))) == nil)
    }

    @Test("Every return due on a 5th between 2017 and 2026 falls on the day another computation gives")
    func monthlyReturns() throws {
        let rows = try Fixtures.text("Tests/Fixtures/plans/monthly-returns.csv").split(whereSeparator: \.isNewline).dropFirst()
        #expect(rows.count == 120)
        for row in rows {
            let cells = row.split(separator: ",")
            let nominal = try #require(Day(cells[2]))
            #expect(calendar.workday(onOrAfter: nominal) == Day(cells[3]), "\(row)")
        }
    }
}
