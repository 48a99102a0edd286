/// The beginning of a plan, from answers to a few questions (方案草稿): what every notice has, in the language of plans.
///
/// What is not answered is left out or marked as blank; nothing is invented.
public struct PlanSketch: Sendable {
    /// Stands where a clause has still to be written.
    public static let blankClause = "待填"
    private static let opening: [SketchQuestion] = [.title, .issuer, .number, .issued, .area, .lead, .towns, .zones, .categories]

    private let id: String
    private var answers: [SketchQuestion: String] = [:]
    private var asked: Set<SketchQuestion> = []

    public init(id: String) {
        self.id = id
    }

    /// All questions, as far as the answers so far raise them: every category has its own.
    public var questions: [SketchQuestion] {
        Self.opening + titles.indices.flatMap { [.place($0), .due($0)] } + [.returnDay]
    }

    /// The first question that has not been asked; nil when all have.
    public var next: SketchQuestion? { questions.first { !asked.contains($0) } }

    public func gloss(of question: SketchQuestion) -> Gloss {
        switch question {
        case .place(let index), .due(let index): question.gloss(category: titles.indices.contains(index) ? titles[index] : nil)
        default: question.gloss(category: nil)
        }
    }

    /// Takes an answer, or says why it cannot be used; the question then stays open.
    @discardableResult
    public mutating func answer(_ question: SketchQuestion, _ words: String) -> SketchQuestion.Trouble? {
        let trimmed = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let trouble = question.trouble(with: trimmed) { return trouble }
        asked.insert(question)
        if !trimmed.isEmpty { answers[question] = trimmed }
        return nil
    }

    /// The plan file.
    public var yaml: String {
        let open = ["open:", "  - { clause: 全文, text: 本文件由提问生成，尚未逐句核对通知 }"]
        return (heading + units + categories + targets + returns + open).joined(separator: "\n") + "\n"
    }

    private func quoted(_ question: SketchQuestion, or blank: String) -> String { OrderedJSON.quoted(answers[question] ?? blank) }

    private var heading: [String] {
        ["plan: \(OrderedJSON.quoted(id))", "title: \(quoted(.title, or: id))", "version: \"1\"", "notice:"]
            + ["  issuer: \(quoted(.issuer, or: "（通知没有印出）"))"]
            + (answers[.number].map { ["  number: \(OrderedJSON.quoted($0))"] } ?? [])
            + (answers[.issued].flatMap { Day($0) }.map { ["  issued: \($0.text)"] } ?? []) + ["area: \(quoted(.area, or: ""))"]
    }

    private var units: [String] {
        let lead = answers[.lead].map { ["  lead: { title: \(OrderedJSON.quoted($0)) }"] }
        let towns = answers[.towns].map { ["  towns: { title: \(OrderedJSON.quoted($0)), every: town }"] }
        let zones = answers[.zones].map { ["  zones: { title: \(OrderedJSON.quoted($0)), every: development-zone }"] }
        let all = [lead, towns, zones].compactMap { $0 }.flatMap { $0 }
        return all.isEmpty ? [] : ["units:"] + all
    }

    private var titles: [String] {
        (answers[.categories] ?? "").split { "、，,；; ".contains($0) }.map { String($0) }
    }

    private func clause(_ index: Int) -> String { quoted(.place(index), or: Self.blankClause) }

    private var categories: [String] {
        guard !titles.isEmpty else { return [] }
        let carriers = [answers[.towns].map { _ in "towns" }, answers[.zones].map { _ in "zones" }].compactMap { $0 }
        let units =
            (answers[.lead] == nil ? "" : ", lead: lead") + (carriers.isEmpty ? "" : ", implement: [\(carriers.joined(separator: ", "))]")
        return ["categories:"]
            + titles.enumerated().map { index, title in
                "  class-\(index + 1): { title: \(OrderedJSON.quoted(title)), clause: \(clause(index))\(units) }"
            }
    }

    private var targets: [String] {
        guard !titles.isEmpty else { return [] }
        return ["targets:"]
            + titles.enumerated().map { index, title in
                let due = answers[.due(index)].map(OrderedJSON.quoted) ?? "none"
                return "  - { target: class-\(index + 1), title: \(OrderedJSON.quoted(title + "整治")), clause: \(clause(index)), "
                    + "scope: { category: class-\(index + 1) }, metric-assumed: yes, reach: [ { by: \(due), share: 100% } ] }"
            }
    }

    /// Owed by the towns, or by the zones where the notice has no towns.
    private var returns: [String] {
        let from = answers[.towns] != nil ? "towns" : answers[.zones] != nil ? "zones" : answers[.lead] != nil ? "lead" : nil
        guard let day = answers[.returnDay].flatMap({ Int($0) }), let from else { return [] }
        let to = answers[.lead].map { ", to: \(OrderedJSON.quoted($0))" } ?? ""
        return [
            "returns:",
            "  monthly: { title: 月报, clause: \(Self.blankClause), from: \(from)\(to), due: { day: \(day) }, covers: previous-month }",
        ]
    }
}
