extension PlanCheck {
    /// The notice in its own words against what the plan makes of it: places that are not there, clauses nothing rests on.
    static func checkArticles(_ plan: Plan, _ notes: PlanNotes) {
        guard !plan.articles.isEmpty else { return }
        let printed = plan.articles.compactMap { ClausePlace.places(in: $0.clause).first }
        var rested: Set<ClausePlace> = []
        for citation in plan.citations {
            for place in ClausePlace.places(in: citation.words) {
                if let article = innermost(printed, around: place) {
                    rested.insert(article)
                } else if !printed.contains(where: { $0.isWithin(place) }) {
                    notes.report(.clauseMustBePrinted, .warning, at: citation.position, found: place.text)
                }
            }
        }
        for article in plan.articles where article.note == nil {
            guard let place = ClausePlace.places(in: article.clause).first, !rested.contains(place) else { continue }
            notes.report(.clauseMustBeCited, .warning, at: article.position, found: article.clause)
        }
    }

    /// The smallest printed clause that a place is or stands within.
    private static func innermost(_ printed: [ClausePlace], around place: ClausePlace) -> ClausePlace? {
        printed.filter { $0 == place || place.isWithin($0) }.max { $0.text.count < $1.text.count }
    }
}
