import LandGeometry
import Testing

@testable import Enforcement

@Suite("What the rules are made of")
struct RuleTests {
    @Test("Every class of the third survey falls into the great class the official table gives")
    func landClasses() throws {
        let rows = try Fixtures.text("Tests/Fixtures/plans/sd3-classes.csv").split(separator: "\n").dropFirst()
        #expect(rows.count > 60)
        for row in rows.map({ $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }) {
            let found = try #require(LandClass(survey: row[0]), "\(row[0])")
            let group = try #require(LandClassGroup.survey[row[2]])
            #expect(group.contains(found), "\(row[0]) \(row[1])")
            #expect((found == .cultivated) == (row[3] == "1"), "\(row[0]) \(row[1])")
        }
    }

    @Test("A code of an unknown scheme has no great class", arguments: ["YDYH2023", "GBT21010-2017"])
    func unknownScheme(_ scheme: String) {
        #expect(LandClass(code: "0403", scheme: scheme) == nil)
        #expect(LandClass(code: "0403", scheme: "SD3") == .otherAgricultural)
        #expect(LandClass(survey: "9999") == nil)
        #expect(LandClass(survey: "04") == nil)
        #expect(LandClass.isAdjustable(survey: "0201K"))
    }

    private func version(_ layer: String, _ label: String, _ from: String?, _ to: String? = nil) -> LayerVersion {
        LayerVersion(
            id: LayerVersionID(layer: LayerName(layer), version: label), layer: LayerName(layer), title: layer, version: label,
            validFrom: from.flatMap { Day($0) }, validTo: to.flatMap { Day($0) }, approval: nil, sourceFile: "", sourceDigest: "",
            codeScheme: nil, classField: nil, featureCount: 0, refused: 0, area: .zero)
    }

    @Test("The layer version in force on the day of occupation speaks, not the newest")
    func layerChoice() throws {
        let versions = [
            version("farmland", "2017", "2017-07-01", "2020-12-31"), version("farmland", "2021", "2021-01-01"),
            version("growth", "2023", "2023-01-01"),
        ]
        func label(_ layer: String, _ day: String) -> String? {
            LayerChoice.version(of: LayerName(layer), on: Day(day), among: versions)?.version
        }
        #expect(label("farmland", "2020-12-31") == "2017")
        #expect(label("farmland", "2021-01-01") == "2021")
        #expect(label("farmland", "2017-06-30") == nil)
        #expect(label("growth", "2022-12-31") == nil)
        #expect(LayerChoice.version(of: LayerName("farmland"), on: nil, among: versions) == nil)
        let present = try #require(Day("2024-01-01"))
        let needed = LayerChoice.needed(occupation: Day("2019-01-01"), present: present, among: versions)
        #expect(needed.map(\.id.text) == ["farmland@2017", "farmland@2021", "growth@2023"])
    }

    @Test("Of two versions in force at once, the one that came into force last speaks")
    func overlappingVersions() {
        let versions = [version("survey", "b", "2018-01-01"), version("survey", "a", "2019-01-01"), version("survey", "c", nil)]
        #expect(LayerChoice.version(of: LayerName("survey"), on: Day("2019-06-01"), among: versions)?.version == "a")
    }

    @Test("No part that fails makes the whole fail, though another part is unknown")
    func threeValues() {
        #expect(Truth.all([.yes, .unknown, .no]) { $0 } == .no)
        #expect(Truth.all([.yes, .unknown]) { $0 } == .unknown)
        #expect(Truth.any([.no, .unknown, .yes]) { $0 } == .yes)
        #expect(Truth.any([.no, .unknown]) { $0 } == .unknown)
        #expect(Truth.all([Truth]()) { $0 } == .yes)
    }

    @Test("Five mu recorded to 0.01 m² is at least five mu; 4.99 is not")
    func fiveMu() {
        let bound = Bound(.atLeast, .area(Area(mu: 5)))
        let whole = Area(mu: 6)
        #expect(bound.truth(of: AreaRange(Area(squareMetres: 3333.33)), whole: whole) == .yes)
        #expect(bound.truth(of: AreaRange(Area(squareMetres: 3333.32)), whole: whole) == .no)
        #expect(bound.truth(of: AreaRange(low: Area(mu: 4.99), high: Area(mu: 5)), whole: whole) == .unknown)
        #expect(bound.truth(of: AreaRange(low: Area(mu: 5), high: Area(mu: 6)), whole: whole) == .yes)
    }

    @Test("Shares are computed from square metres of the entry")
    func shares() {
        let bound = Bound(.atLeast, .share(0.99))
        let whole = Area(squareMetres: 1000)
        #expect(bound.truth(of: AreaRange(Area(squareMetres: 990)), whole: whole) == .yes)
        #expect(bound.truth(of: AreaRange(Area(squareMetres: 989.98)), whole: whole) == .no)
    }

    @Test("What of an area must lie in a part of the whole is known only between two bounds")
    func ranges() {
        let whole = Area(squareMetres: 10)
        let part = AreaRange(Area(squareMetres: 6)).within(Area(squareMetres: 5), of: whole)
        #expect(part == AreaRange(low: Area(squareMetres: 1), high: Area(squareMetres: 5)))
        let rest = AreaRange(Area(squareMetres: 8)).less(AreaRange(Area(squareMetres: 4)), whole: whole)
        #expect(rest == AreaRange(low: Area(squareMetres: 4), high: Area(squareMetres: 6)))
    }
}
