import Yams

/// How rows that hold together are dealt with (命中策略).
public enum HitPolicy: String, PlanWord {
    /// The first row that holds decides.
    case first
    /// No two rows may hold together; the check of the plan sees to it.
    case unique
    /// Of the rows that hold, the outcome that stands first under `order` decides.
    case strictest
    /// Every row that holds counts.
    case collect

    public var gloss: Gloss {
        switch self {
        case .first: Gloss("自上而下，先成立者为准", "the first row that holds decides")
        case .unique: Gloss("各条互斥", "no two rows may hold together")
        case .strictest: Gloss("从严", "the strictest of the rows that hold decides")
        case .collect: Gloss("并用", "every row that holds counts")
        }
    }
}

/// A row of a table: a condition, what follows, and examples both ways (规则行).
protocol TableRow {
    var id: String { get }
    var condition: Condition { get }
    var holds: [Example] { get }
    var fails: [Example] { get }
    var position: SourcePosition { get }
    /// Whether both say the same about an entry.
    func agrees(with other: Self) -> Bool
}

/// Ordered rules that propose a verdict (判定规则).
public struct DecisionTable: Sendable, Equatable {
    public var policy = HitPolicy.first
    /// Words of a proposal for which evidence is missing.
    public var undecided = Undecided()
    public var rows: [JudgeRow] = []
    /// Facts that hold in every example unless it says otherwise.
    public var usual: [String: FactValue.Value] = [:]

    public init() {}

    /// What is proposed while unknown facts leave the row open (存疑).
    public struct Undecided: Sendable, Equatable {
        public var title = "举证不足，不能判定"
        public var kind: String?
        public var clause = ""

        static let form: Form<Undecided> = Form(
            "undecided", Gloss("举证不足以判定的", "while evidence is missing"), Undecided(),
            [
                .must("title", \.title, .text, "用语", "words", .title),
                .may("kind", \.kind, .text, "种类", "kind"),
                .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            ])
    }

    static let form: Form<DecisionTable> = Form(
        "judge", Gloss("合法性判定", "rules of legality"), DecisionTable(),
        [
            .may("policy", \.policy, .word(), "命中策略", "what happens when several rows hold"),
            .must("undecided", \.undecided, .noun(Undecided.form), "举证不足以判定的", "words while evidence is missing"),
            .may("usual", \.usual, .given, "示例的通常情形", "facts of every example unless it says otherwise", .silent),
            .may("rows", \.rows, nouns(JudgeRow.form), "规则", "rules, in order"),
        ])
}

/// One rule (判定规则行).
public struct JudgeRow: Sendable, Equatable, TableRow {
    public var id = ""
    public var title = ""
    public var clause = ""
    /// Law or technical rule behind it, where the notice itself does not say.
    public var basis: String?
    public var condition = Condition.always
    public var verdict = Verdict.doubtful
    public var kind: String?
    /// Documents without which the verdict cannot be signed as proposed.
    public var needs: [String] = []
    /// Overlay fact whose area is the lawful part, where only a part is.
    public var split: String?
    public var holds: [Example] = []
    public var fails: [Example] = []
    public var position = SourcePosition(line: 1, column: 1)
    var takesRest = false

    func agrees(with other: JudgeRow) -> Bool {
        verdict == other.verdict && kind == other.kind && split == other.split
    }

    static let form: Form<JudgeRow> = Form(
        "rule", Gloss("判定规则", "rule of legality"), JudgeRow(), id: .at(\.id), at: .at(\.position), finish: { $0.finish($1, $2) },
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("if", \.condition, .condition, "条件", "facts that must hold"),
            .may("else", \.takesRest, .yesNo, "其余各种情形", "takes what no row above takes"),
            .must("verdict", \.verdict, .word(), "判为", "verdict"),
            .may("kind", \.kind, .text, "种类", "kind within the verdict"),
            .may("basis", \.basis, .text, "依据", "law or technical rule behind it", .remark),
            .may("needs", \.needs, .texts, "须附", "documents without which it cannot be signed"),
            .may("split", \.split, .name(.fact), "合法部分", "overlay fact whose area is the lawful part"),
            .may("holds", \.holds, .examples, "成立的示例", "examples in which it decides", .silent),
            .may("fails", \.fails, .examples, "不成立的示例", "examples in which it does not", .silent),
        ])

    private mutating func finish(_ node: Node, _ reading: Reading) {
        reading.mustHaveCondition(node)
        for term in condition.terms where isAboutUnlawfulPart(term.fact, reading.plan) {
            reading.notes.report(.unlawfulPartBelongsToFlags, at: node, found: term.fact)
        }
        guard let split else { return }
        if case .overlay = reading.plan.fact(split)?.source { return }
        let place = node.mapping?.first { $0.key.string == "split" }?.value ?? node
        reading.notes.report(.splitMustBeMeasured, at: place, found: split)
        self.split = nil
    }

    private func isAboutUnlawfulPart(_ name: String, _ plan: Plan) -> Bool {
        guard case .overlay(let it) = plan.fact(name)?.source else { return false }
        return it.part == .unlawful
    }
}

extension Reading {
    /// A row has `if:` with facts, or `else: true` for the row that takes the rest.
    func mustHaveCondition(_ node: Node) {
        let isThere = node.mapping?.contains { ["if", "else", "any"].contains($0.key.string ?? "") } ?? false
        if !isThere { notes.report(.keyMustBePresent, at: node, found: "if") }
    }
}

/// Facts of an imagined entry, as a test and a manual of a row at once (示例).
public struct Example: Sendable, Equatable {
    public var given: [String: FactValue.Value]
    public var position: SourcePosition
}

/// A mark on an entry (标记), such as the seriousness of a single parcel. Never a verdict.
public struct Flag: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var basis: String?
    /// Verdicts to which it belongs; empty for all.
    public var verdicts: [Verdict] = []
    var direct: Condition?
    var alternatives: [Condition] = []
    /// Finding of a person without which the mark alone has no effect.
    public var qualifies: String?
    public var note: String?
    public var holds: [Example] = []
    public var fails: [Example] = []
    public var position = SourcePosition(line: 1, column: 1)

    public var condition: Condition { direct ?? (alternatives.isEmpty ? .always : .any(alternatives)) }
    public var own: [String] = []

    static let form: Form<Flag> = Form(
        "flag", Gloss("标记", "flag"), Flag(), id: .at(\.id), at: .at(\.position), finish: { $2.mustHaveCondition($1) },
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("basis", \.basis, .text, "依据", "law behind it", .remark),
            .may("verdict", \.verdicts, wordList(Verdict.self), "适用判定", "verdicts to which it belongs"),
            .may("if", \.direct, .condition, "条件", "facts that must hold"),
            .may("any", \.alternatives, .conditions, "有下列之一", "one of these must hold"),
            .may("qualifies", \.qualifies, .text, "须另有", "finding of a person without which it has no effect"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .may("holds", \.holds, .examples, "成立的示例", "examples in which it holds", .silent),
            .may("fails", \.fails, .examples, "不成立的示例", "examples in which it does not", .silent),
            .own(\.own),
        ])
}

extension Verdict: PlanWord {
    public var gloss: Gloss {
        switch self {
        case .legal: Gloss("合法", "legal")
        case .illegal: Gloss("违法", "illegal")
        case .other: Gloss("其他", "other")
        case .falseChange: Gloss("实地伪变化", "false change")
        case .doubtful: Gloss("存疑", "doubtful")
        }
    }
}
