import Enforcement
import Foundation
import LandGeometry
import Testing

/// A file of imagined entries with the proposals an officer expects (初判用例), areas in mu.
struct ProposalFile: Decodable {
    struct Version: Decodable {
        var layer: String
        var version: String
        var from: Day?
        var to: Day?
    }
    struct Usual: Decodable {
        var seen: String
        var type: String
        var on: [String: [String: Measure]]
    }
    struct Case: Decodable, CustomTestStringConvertible {
        struct Expectation: Decodable {
            var verdict: Verdict
            var kind: String?
            var rule: String
            var missing: [String]?
            var flags: [String]?
            var lawful: Double?
            var unlawful: Double?
        }
        struct Earlier: Decodable {
            var verdict: Verdict
            var share: Double
        }
        var title: String
        var mu: Double
        var seen: String?
        var type: String?
        var category: String?
        var on: [String: [String: Measure]]?
        var absent: [String]?
        var answers: [String: String]?
        var evidence: [String]?
        var earlier: Earlier?
        var expect: Expectation

        var testDescription: String { title }
    }
    /// An area in mu, or all of the entry.
    enum Measure: Decodable {
        case all
        case mu(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let mu = try? container.decode(Double.self) { self = .mu(mu) } else { self = .all }
        }
    }
    var plan: String
    var present: Day
    var layers: [Version]
    var usual: Usual
    var cases: [Case]

    static func read(_ path: String) throws -> ProposalFile {
        try JSONDecoder().decode(ProposalFile.self, from: Data(try Fixtures.text(path).utf8))
    }

    var versions: [LayerVersion] {
        layers.map { it in
            let layer = LayerName(it.layer)
            return LayerVersion(
                id: LayerVersionID(layer: layer, version: it.version), layer: layer, title: it.layer, version: it.version,
                validFrom: it.from,
                validTo: it.to, approval: nil, sourceFile: "", sourceDigest: "", codeScheme: nil, classField: nil, featureCount: 0,
                refused: 0, area: .zero)
        }
    }

    func thing(_ it: Case) -> JudgedThing {
        let area = Area(mu: it.mu).recorded
        let type = it.type ?? usual.type
        var thing = JudgedThing(
            category: it.category ?? "illegal-land-use", area: area, findings: findings(it, area), layers: versions,
            attributes: [Attribute(name: "TBLX", value: type)], seen: Day(it.seen ?? usual.seen), present: present,
            evidence: it.evidence ?? [])
        for (fact, word) in it.answers ?? [:] {
            thing.answers[fact] = Answer(value: FactValue.Value(word: word), by: "li")
        }
        if let earlier = it.earlier {
            thing.earlier = [
                EarlierEntry(number: EntryNumber("370306-2018-00007"), verdict: earlier.verdict, kind: nil, share: earlier.share)
            ]
        }
        return thing
    }

    private func findings(_ it: Case, _ area: Area) -> [Finding] {
        let absent = Set(it.absent ?? [])
        return versions.filter { !absent.contains($0.id.text) }.map { version in
            let classes = it.on?[version.id.text] ?? usual.on[version.id.text] ?? [:]
            let areas = classes.sorted { $0.key < $1.key }.map { code, measure in
                switch measure {
                case .all: ClassArea(code: code, area: area)
                case .mu(let mu): ClassArea(code: code, area: Area(mu: mu).recorded)
                }
            }
            let covered = areas.reduce(Area.zero) { $0 + $1.area }
            return Finding(layer: version.layer, version: version.id, areas: areas, uncovered: max(.zero, area - covered))
        }
    }
}
