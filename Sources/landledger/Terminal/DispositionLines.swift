import Enforcement

/// What the plan asks of an entry, as text.
struct DispositionLines {
    let plan: Plan
    let terminal: Terminal

    func lines(of it: Disposition) -> [String] {
        var lines = ["  " + terminal.text("处置要求", "what the plan asks") + "  \(it.category.title)〔\(it.category.clause)〕"]
        for route in it.routes { lines += self.lines(of: route) }
        let open = terminal.text("处置方式待定，可能是", "route open, may be")
        for route in it.candidates { lines.append("  \(open)  \(route.title)〔\(route.clause)〕") }
        if it.routes.isEmpty, let proposal = it.proposal {
            let missing = terminal.text("还缺", "still missing")
            for evidence in proposal.missing { lines.append("  \(missing)  \(evidence.title)") }
        }
        for due in it.dues { lines += self.lines(of: due) }
        return lines
    }

    private func lines(of route: Route) -> [String] {
        var lines = ["  " + terminal.text("处置方式", "route") + "  \(route.title)〔\(route.clause)〕"]
        for (place, step) in plan.steps(of: route).enumerated() { lines.append("    \(place + 1). \(plan.told(step).sentence)") }
        let end = "    " + terminal.text("整治标准", "done when") + "  "
        if let accept = route.accept { lines.append(end + plan.told(accept).sentence) }
        return lines + route.done.map { end + $0 }
    }

    private func lines(of due: Disposition.Due) -> [String] {
        let word = terminal.text("时限", "due")
        return due.target.stages.map { stage in
            let clause = stage.clause ?? due.target.clause
            let mark = due.isCertain ? "" : terminal.text("（是否计入尚不确定）", " (whether it counts is open)")
            return
                "  \(word)  \(stage.day?.text ?? "—")  \(stage.due.text)  \(plan.asks(stage, of: due.target))  \(due.target.title)〔\(clause)〕\(mark)"
        }
    }
}
