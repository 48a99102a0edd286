import LandGeometry

/// One line of the outline (提纲条目).
public struct OutlineLine: Sendable, Equatable {
    /// 0 for headings.
    public var depth: Int
    public var text: String
    /// Where in the notice it stands; nil for headings and for what is the plan's own.
    public var clause: String?

    init(_ depth: Int, _ text: String, _ clause: String? = nil) {
        self.depth = depth
        self.text = text
        self.clause = clause
    }
}

/// The plan told back in Chinese (方案提纲), for the author of the notice to check sentence by sentence.
public struct PlanOutline: Sendable {
    public var lines: [OutlineLine]

    public init(_ plan: Plan) {
        let words = PlanWording(plan: plan)
        lines = [OutlineLine(0, "\(plan.title)（\(plan.version)）")]
        lines += Self.heading(plan)
        lines += Self.names(plan, words)
        lines += Self.rules(plan, words)
        lines += Self.schedule(plan)
    }

    /// The outline as text, clauses in brackets.
    public var text: String {
        lines.map { line in
            String(repeating: "  ", count: line.depth) + line.text + (line.clause.map { "〔\($0)〕" } ?? "")
        }.joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ lines: [OutlineLine]) -> [OutlineLine] {
        lines.isEmpty ? [] : [OutlineLine(0, title)] + lines
    }

    private static func heading(_ plan: Plan) -> [OutlineLine] {
        guard let notice = plan.notice else { return [OutlineLine(1, "区划代码：\(plan.area)")] }
        return [
            OutlineLine(1, "发文机关：\(notice.issuer)"),
            OutlineLine(1, "文号：\(notice.number ?? "未载明")"),
            OutlineLine(1, "印发日期：\(notice.issued?.text ?? "未载明")"),
            OutlineLine(1, "区划代码：\(plan.area)"),
            OutlineLine(1, "依据：\(notice.parents.joined(separator: "、"))"),
            OutlineLine(1, "抄送：\(notice.copies.joined(separator: "、"))"),
        ]
    }

    private static func names(_ plan: Plan, _ words: PlanWording) -> [OutlineLine] {
        let units = plan.units.map { OutlineLine(1, $0.title + ($0.duty.map { "：\($0)" } ?? ""), $0.clause) }
        let layers = plan.layers.map { layer in
            OutlineLine(1, layer.title + (layer.strictness.map { "，严格次序第 \($0)" } ?? ""), layer.clause)
        }
        let parameters = plan.parameters.map { parameter in
            let note = parameter.isOfficial ? "" : "（无官方依据，可调整）"
            return OutlineLine(1, "\(parameter.title)：\(words.amount(parameter.amount))\(note)")
        }
        let batches = plan.batches.map { OutlineLine(1, "\($0.title)：\($0.periods.joined(separator: "、"))", $0.clause) }
        let facts = plan.facts.map { OutlineLine(1, "\($0.title)：\(words.source($0))", $0.clause) }
        return section("单位与职责", units) + section("工作对象", batches) + section("管控图层", layers) + section("参数", parameters)
            + section("事实", facts)
    }

    private static func rules(_ plan: Plan, _ words: PlanWording) -> [OutlineLine] {
        let categories = plan.categories.map { OutlineLine(1, "\($0.title)：\(words.condition($0.scope))", $0.clause) }
        let rows = plan.judge.rows.enumerated().flatMap { index, row -> [OutlineLine] in
            let verdict = PlanWording.title(of: row.verdict, kind: row.kind)
            var lines = [OutlineLine(1, "第\(index + 1)条 \(row.title)：\(words.condition(row.condition))，判为\(verdict)", row.clause)]
            if let basis = row.basis { lines.append(OutlineLine(2, "依据：\(basis)")) }
            if !row.needs.isEmpty { lines.append(OutlineLine(2, "须附：\(row.needs.joined(separator: "、"))")) }
            if let split = row.split { lines.append(OutlineLine(2, "合法部分：\(words.title(split))")) }
            return lines
        }
        let undecided = OutlineLine(1, "举证不足以判定的：\(plan.judge.undecided.title)", plan.judge.undecided.clause)
        let flags = plan.flags.flatMap { flag -> [OutlineLine] in
            [OutlineLine(1, "\(flag.title)：\(words.condition(flag.condition))", flag.clause)]
                + (flag.qualifies.map { [OutlineLine(2, "须另有：\($0)")] } ?? [])
        }
        return section("问题类别", categories) + section("合法性判定（自上而下，先成立者为准）", rows + [undecided]) + section("标记", flags)
    }

    private static func schedule(_ plan: Plan) -> [OutlineLine] {
        let targets = plan.targets.map { target in
            let stages = target.reach.map { "\($0.day.text) 达到 \(PlanWording.percent($0.share))" }.joined(separator: "，")
            let basis = target.metric == .area ? "按面积" : "按宗数"
            return OutlineLine(1, "\(target.title)：\(stages)（\(basis)\(target.metricIsAssumed ? "，通知未载明" : "")）", target.clause)
        }
        let tasks = plan.tasks.map { task in
            let by = task.by.compactMap { plan.unit($0)?.title }.joined(separator: "、")
            let due = task.due.map { due in
                due.words + (due.day.map { "＝\($0.text)" } ?? "") + (due.reading.map { "（\($0)）" } ?? "")
            }.joined(separator: "；")
            return OutlineLine(1, [task.title, by, due].filter { !$0.isEmpty }.joined(separator: "；"), task.clause)
        }
        let triggers = plan.supervision.raise.map { trigger in
            let rungs = plan.supervision.ladder.filter { trigger.rungs.contains($0.id) }.map(\.title).joined(separator: "或")
            let blank = trigger.limitsAreBlank ? "（通知未给出数值界限）" : ""
            let findings = trigger.findings.isEmpty ? "" : "，须有核查结论：\(trigger.findings.joined(separator: "、"))"
            return OutlineLine(1, "\(trigger.title)\(blank)\(findings)：\(rungs)", trigger.clause)
        }
        let open = plan.open.map { OutlineLine(1, $0.text + ($0.reading.map { "。暂按：\($0)" } ?? ""), $0.clause) }
        return section("目标", targets) + section("任务", tasks) + section("督办与问责", triggers) + section("通知留白与疑点", open)
    }
}
