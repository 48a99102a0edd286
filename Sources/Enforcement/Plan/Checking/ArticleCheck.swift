extension PlanCheck {
    /// The notice in its own words against what the plan makes of it: places that are not there, clauses nothing rests on.
    static func checkArticles(_ plan: Plan, _ notes: PlanNotes) {
        guard !plan.articles.isEmpty else { return }
        var cited: Set<String> = []
        for citation in plan.citations {
            for clause in citation.clauses where clause != Citation.none {
                let article = plan.article(for: clause)
                if let article { cited.insert(article) }
                if article == nil, !plan.articles.contains(where: { Citation.clause($0.clause, isWithin: clause) }) {
                    notes.report(.clauseMustBePrinted, .warning, at: citation.position, found: clause)
                }
            }
        }
        for article in plan.articles where article.note == nil && !cited.contains(article.clause) {
            notes.report(.clauseMustBeCited, .warning, at: article.position, found: article.clause)
        }
    }
}

extension Plan {
    /// The innermost printed clause that a cited one is or stands within; nil where only parts of it are printed, or nothing.
    func article(for clause: String) -> String? {
        articles.map(\.clause).filter { Citation.clause(clause, isWithin: $0) }.max { $0.count < $1.count }
    }
}
