import Casework
import Enforcement
import GeoFiles
import HTTPTypes
import LandGeometry
import Testing

@testable import Site

@Suite("The catalogue of texts")
struct CatalogueTests {
    @Test("Every text stands in Chinese and in English, with the same number of values")
    func complete() {
        for (key, phrase) in Catalogue.phrases where !Self.mayBeBlank.contains(key) {
            #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty, "\(key)")
            #expect(values(phrase.zh) == values(phrase.en), "\(key)")
            #expect(!phrase.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(key): Chinese in the English text")
        }
    }

    /// Words that stand before or after a number in one language only.
    private static let mayBeBlank: Set<String> = [
        "ledger.found-before", "ledger.page-after", "entry.row-after",
    ]

    @Test("No key is given twice")
    func unique() {
        #expect(Catalogue.topics.reduce(0) { $0 + $1.count } == Catalogue.phrases.count)
    }

    @Test("Every word of the domain is worded")
    func vocabulary() {
        let keys =
            EntryState.Stage.allCases.map { "stage." + $0.rawValue } + Verdict.allCases.map { "verdict." + $0.rawValue }
            + Officer.Role.allCases.map { "role." + $0.rawValue } + Permission.allCases.map { "permission." + $0.rawValue }
            + Batch.Kind.allCases.map { "batch-kind." + $0.rawValue } + BatchState.Stage.allCases.map { "batch-stage." + $0.rawValue }
            + Remark.Effect.allCases.map { "effect." + $0.rawValue } + PatchField.allCases.map { "field." + $0.rawValue }
            + FieldMapping.AreaUnit.allCases.map { "unit-of-area." + $0.rawValue }
            + EntryQuery.Order.allCases.map { "order." + $0.rawValue } + ExportFormat.allCases.map { "format." + $0.rawValue }
            + Progress.Step.allCases.map { "progress." + $0.rawValue } + Stream.Kind.allCases.map { "stream." + $0.rawValue }
        for key in keys { #expect(Catalogue.phrases[key] != nil, "\(key)") }
    }

    @Test("Every rule a file or a row can break is worded, with its remedy", arguments: Language.allCases)
    func rules(language: Language) {
        for rule in ReadingRule.allCases.map(\.rawValue) + PatchRule.allCases.map(\.rawValue) {
            #expect(Catalogue.phrases["rule." + rule] != nil, "\(rule)")
            #expect(Catalogue.phrases["remedy." + rule] != nil, "\(rule)")
        }
        let remark = Remark(
            row: 12, effect: .repaired, rule: "ring-must-not-cross-itself", place: "ring 1", found: "117.9 36.8", areaBefore: Area(mu: 3),
            areaAfter: Area(mu: 2.9))
        let text = Catalogue.message(for: remark, in: language)
        for part in ["12", "ring 1", "117.9 36.8", "3.00", "2.90"] { #expect(text.contains(part), "\(part) in \(text)") }
    }

    @Test("Every error says its values and no value mark is left", arguments: Language.allCases)
    func errors(language: Language) {
        for error in Errors.all {
            let text = Catalogue.message(for: error, in: language)
            #expect(!text.contains("{}") && !text.contains("error."), "\(text)")
            #expect(text != Catalogue.text("error.unforeseen", in: language), "\(error)")
            #expect(Status.of(error).code >= 400)
        }
    }

    @Test("What nobody foresaw gives nothing away")
    func unforeseen() {
        struct Secret: Error {}
        #expect(!Catalogue.message(for: Secret(), in: .zh).contains("Secret"))
        #expect(Status.of(Secret()) == .internalServerError)
    }

    @Test("Every mark of every template is a word of the catalogue or a file")
    func templates() throws {
        let assets = try Assets(vendorFolder: nil)
        _ = try Templates(assets: assets)
        #expect(try Templates.sources().count > 10)
    }

    private func values(_ text: String) -> Int { text.ranges(of: "{}").count }
}
