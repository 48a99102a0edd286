import Enforcement

/// A decision table of the plan as a page shows it (规则表).
struct PlanTableModel {
    struct Column {
        var title: Said
        var source: String
    }
    struct Cell {
        var label: String
        var text: Said?
    }
    struct Sample {
        var facts: Said
        var holds: Bool
    }
    struct Row {
        var number: String
        var url: String
        var title: Said
        var clause: String
        var cells: [Cell]
        var others: [Said]
        var outcome: Said
        var needs: [Said]
        var hasNeeds: Bool
        var samples: [Sample]
        var hasSamples: Bool
        var sampleCount: String
    }
    var anchor: String
    var title: Said
    var policy: Said?
    var columns: [Column]
    var hasOthers: Bool
    var rows: [Row]

    init(_ table: PlanTable, _ words: PlanWords) {
        anchor = "table-" + PlanAnchor.id(table.path)
        title = words.said(table.title)
        policy = words.said(table.policy)
        columns = table.columns.map { Column(title: words.said($0.title), source: $0.source) }
        hasOthers = table.rows.contains { !$0.others.isEmpty }
        rows = table.rows.enumerated().map { place, row in
            Row(
                number: "\(place + 1)", url: PlanAnchor.link(row.path), title: words.said(row.title), clause: row.clause,
                cells: zip(table.columns, row.cells).map { Cell(label: words.text($0.title), text: words.said($1.isEmpty ? nil : $1)) },
                others: row.others.map { words.said($0) }, outcome: words.said(row.outcome), needs: row.needs.map { words.said($0) },
                hasNeeds: !row.needs.isEmpty, samples: row.samples.map { Sample(facts: words.said($0.facts), holds: $0.holds) },
                hasSamples: !row.samples.isEmpty, sampleCount: "\(row.samples.count)")
        }
    }
}

/// A target of the plan as a row (目标表).
struct PlanTargetModel {
    var url: String
    var title: Said
    var scope: Said?
    var metric: String
    var stages: [Said]
    var clause: String

    static func all(of plan: Plan, _ words: PlanWords) -> [PlanTargetModel] {
        let own = plan.targets.enumerated().map { (["targets", $1.id.isEmpty ? "\($0 + 1)" : $1.id], nil as String?, $1) }
        let more = plan.categories.flatMap { category in
            category.targets.enumerated().map { place, target in
                (["categories", category.id, "targets", target.id.isEmpty ? "\(place + 1)" : target.id], category.title as String?, target)
            }
        }
        return (own + more).map { path, category, target in PlanTargetModel(target, path, category, words) }
    }

    init(_ target: PlanTarget, _ path: [String], _ category: String?, _ words: PlanWords) {
        let language = words.language
        url = PlanAnchor.link(path)
        title = words.said(target.title)
        scope = words.said(category ?? target.scope.words)
        let parts = [target.metric?.gloss, target.measure?.gloss, target.of?.gloss].compactMap { $0?[language] }
        metric = parts.isEmpty ? "—" : parts.joined(separator: " · ")
        stages = target.stages.map { words.said(Self.told($0)) }
        clause = target.clause
    }

    private static func told(_ stage: TargetStage) -> String {
        let day = stage.day.map { $0.text == stage.due.text ? "" : "＝\($0.text)" } ?? ""
        let goal = [
            stage.share.map { Shown.decimal($0 * 100, places: 0) + "%" }, stage.count.map { "\($0)" }, stage.amount?.words, stage.milestone,
        ]
        return ([stage.due.text + day] + goal.compactMap { $0 }).joined(separator: " ")
    }
}

/// Diagnostics of one severity (方案诊断).
struct PlanRemarksModel {
    struct Line {
        var place: String
        var message: Said
        var rule: String
    }
    var severity: String
    var title: String
    var count: String
    var isOpen: Bool
    var lines: [Line]

    static func groups(of diagnostics: [PlanDiagnostic], in file: String, _ language: Language) -> [PlanRemarksModel] {
        PlanDiagnostic.Severity.allCases.compactMap { severity in
            let some = diagnostics.filter { $0.severity == severity }
            guard !some.isEmpty else { return nil }
            return PlanRemarksModel(
                severity: severity.rawValue, title: severity.title(in: language), count: Shown.count(some.count),
                isOpen: severity == .error,
                lines: some.map {
                    // What stands in the file is quoted, in the file's language.
                    Line(place: "\(file):\($0.line):\($0.column)", message: Said($0.message(in: language)), rule: $0.rule.rawValue)
                })
        }
    }
}
