/// The beginning of a plan, from answers to a few questions (方案草稿): what every notice has, in the language of plans.
///
/// What is not answered is left out or marked as blank; nothing is invented.
public struct PlanSketch: Sendable {
    /// One thing to ask for (询问项).
    public enum Question: String, CaseIterable, Sendable {
        case title, issuer, number, issued, area, lead, towns, zones, categories, deadline, returnDay

        public var gloss: Gloss {
            switch self {
            case .title: Gloss("方案标题", "Title of the plan")
            case .issuer: Gloss("发文机关", "Issued by")
            case .number: Gloss("文号（没有印出则留空）", "Document number (empty where none is printed)")
            case .issued: Gloss("印发日期，如 2026-03-01", "Day of issue, such as 2026-03-01")
            case .area: Gloss("区划代码", "Division code")
            case .lead: Gloss("牵头单位", "Unit in the lead")
            case .towns: Gloss("镇街的统称，如 各镇街", "What the towns are called together")
            case .zones: Gloss("开发区的统称（没有则留空）", "What the development zones are called (empty for none)")
            case .categories: Gloss("问题类别，用顿号分开", "Categories of problems, separated by 、")
            case .deadline: Gloss("完成时限，照抄原文，如 2026年底前", "Due date in the words of the notice, such as 2026年底前")
            case .returnDay: Gloss("月报每月几日报送（没有则留空）", "Day of the month on which returns are due (empty for none)")
            }
        }
    }
    public static let questions = Question.allCases
    private let id: String
    private var answers: [Question: String] = [:]

    public init(id: String) {
        self.id = id
    }

    public mutating func answer(_ question: Question, _ words: String) {
        let trimmed = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !trimmed.isEmpty { answers[question] = trimmed }
    }

    /// The plan file.
    public var yaml: String {
        (heading + units + categories + targets + returns + ["open:", "  - { clause: 全文, text: 本文件由提问生成，尚未逐句核对通知 }"]).joined(
            separator: "\n") + "\n"
    }

    private func quoted(_ question: Question, or blank: String) -> String { OrderedJSON.quoted(answers[question] ?? blank) }

    private var heading: [String] {
        ["plan: \(id)", "title: \(quoted(.title, or: id))", "version: \"1\"", "notice:", "  issuer: \(quoted(.issuer, or: "（未写明）"))"]
            + (answers[.number].map { ["  number: \(OrderedJSON.quoted($0))"] } ?? [])
            + (answers[.issued].flatMap { Day($0) }.map { ["  issued: \($0.text)"] } ?? []) + ["area: \(quoted(.area, or: ""))"]
    }

    private var units: [String] {
        ["units:", "  lead: { title: \(quoted(.lead, or: "牵头单位（未写明）")), jurisdiction: whole }"]
            + ["  towns: { title: \(quoted(.towns, or: "各镇街")), every: town }"]
            + (answers[.zones].map { ["  zones: { title: \(OrderedJSON.quoted($0)), every: development-zone }"] } ?? [])
    }

    private var titles: [String] {
        (answers[.categories] ?? "").split { "、，,；; ".contains($0) }.map { String($0) }
    }

    private var categories: [String] {
        guard !titles.isEmpty else { return [] }
        let implement = answers[.zones] == nil ? "towns" : "[towns, zones]"
        return ["categories:"]
            + titles.enumerated().map { index, title in
                "  class-\(index + 1): { title: \(OrderedJSON.quoted(title)), clause: 待填, lead: lead, implement: \(implement) }"
            }
    }

    private var targets: [String] {
        guard !titles.isEmpty else { return [] }
        let due = answers[.deadline].map(OrderedJSON.quoted) ?? "none"
        return ["targets:"]
            + titles.enumerated().map { index, title in
                "  - { target: class-\(index + 1), title: \(OrderedJSON.quoted(title + "整治")), clause: 待填, scope: { category: class-\(index + 1) }, "
                    + "metric-assumed: yes, reach: [ { by: \(due), share: 100% } ] }"
            }
    }

    private var returns: [String] {
        guard let day = answers[.returnDay].flatMap({ Int($0) }), (1...31).contains(day) else { return [] }
        return [
            "returns:",
            "  monthly: { title: 月报, clause: 待填, from: towns, to: \(quoted(.lead, or: "牵头单位")), due: { day: \(day), if-holiday: next-working-day }, covers: previous-month }",
        ]
    }
}
