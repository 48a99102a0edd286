import ArgumentParser
import Casework
import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Site

/// How a command speaks (终端): text or one JSON object on standard output, progress and errors on standard error.
struct Terminal: Sendable {
    let language: Language
    let json: Bool
    let bar: ProgressBar

    init(_ speech: SpeechOptions) {
        language = speech.lang
        json = speech.json
        bar = ProgressBar(isShown: !speech.quiet && !speech.json && isatty(2) == 1, language: speech.lang)
    }

    /// Opens the ledger, finds the acting officer, runs `body`; words errors and decides the exit code.
    static func run(
        _ common: CommonOptions, _ body: (Caseworker, Officer, Terminal) async throws -> Void
    ) async throws {
        let terminal = Terminal(common.speech)
        do {
            let casework = try await Home(common.home).open()
            let id = OfficerID(common.officer)
            guard let officer = try await casework.store.officer(id) else { throw Refusal.officerMustExist(id) }
            try await body(casework, officer, terminal)
            terminal.bar.finish()
        } catch {
            terminal.bar.finish()
            throw terminal.failure(error)
        }
    }

    func text(_ key: String) -> String { Catalogue.text(key, in: language) }

    func text(_ zh: String, _ en: String) -> String { Phrase(zh, en)[language] }

    /// The lines, or that there is nothing to list.
    func list(_ lines: [String]) -> [String] { lines.isEmpty ? [text("（没有）", "(none)")] : lines }

    /// Words for exported tables: the catalogue's, and the plan's own for its categories.
    func words(of plan: Plan) -> Words {
        let language = language
        let categories = Dictionary(plan.categories.map { ("category." + $0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        return { categories[$0] ?? Catalogue.text($0, in: language) }
    }

    /// Mu with two decimals: `12.50 亩`.
    func mu(_ area: Area) -> String { Catalogue.mu(area, in: language) }

    /// Prints `answer` as JSON, or the lines.
    func show(_ answer: some Encodable, _ lines: () -> [String]) {
        bar.finish()
        guard json else {
            for line in lines() { print(line) }
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        if let data = try? encoder.encode(answer) { print(String(decoding: data, as: UTF8.self)) }
    }

    /// Remarks, counted by rule, with the first rows of each.
    func remarkLines(_ remarks: [Remark]) -> [String] {
        let groups = Dictionary(grouping: remarks) { $0.rule }
        return groups.keys.sorted().flatMap { rule -> [String] in
            let group = groups[rule] ?? []
            let shown = group.prefix(3).map { "      " + Catalogue.message(for: $0, in: language) }
            return ["    \(group.count) × \(Catalogue.text("rule." + rule, in: language))"] + shown
        }
    }

    var progress: ProgressReport {
        let bar = bar
        return { bar.show($0) }
    }

    func count(_ done: Int, of total: Int) {
        bar.show(Progress(.reading, done: done, total: total))
    }

    /// The exit code of an error, after its words were printed.
    func failure(_ error: any Error) -> any Error {
        if error is ExitCode || error is ValidationError || error is CleanExit { return error }
        let code = ExitMeaning.of(error)
        let words = Catalogue.message(for: error, in: language)
        if json { show(["error": words, "rule": ruleName(of: error)]) { [] } }
        let cause = code == .fault ? "\n\(error)" : ""
        FileHandle.standardError.write(Data((words + cause + "\n").utf8))
        return ExitCode(code.rawValue)
    }
}

extension CaseworkError {
    /// Whether the user can go on by answering: naming coordinates, fields, a unit, a layer.
    public var isQuestion: Bool {
        switch self {
        case .mappingMustBeNamed, .areaUnitMustBeNamed, .layerMustBeBound: true
        case .fileMustBeReadable(let error):
            switch error {
            case .coordinatesMustBeNamed, .coordinatesMustBeKnown, .coordinatesMustFitValues, .transformationMustBeNamed, .layerMustBeNamed:
                true
            default: false
            }
        default: false
        }
    }
}
