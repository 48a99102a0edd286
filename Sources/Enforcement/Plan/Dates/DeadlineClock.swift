/// A due date counted from an event, as notices word it (起算期限): 自发现之日起15个工作日内, 24小时内, 印发之日起一年内.
struct DeadlineClock: Sendable, Equatable {
    var span: TimeSpan
    /// What it is counted from, as printed; nil where the words leave it to the sentence around them.
    var event: String?

    /// Reads the words; nil when they hold no span.
    init?(_ words: String) {
        let bare = words.filter { !$0.isWhitespace }
        guard
            let match = bare.wholeMatch(
                of: #/(?:应?[自从于在])?(.*?)(?:起|后|之后|以后)?(?:的)?([0-9０-９一二两三四五六七八九十半]+(?:个?工作日|小时|日|天|个?星期|周|个?月|年))(?:以内|之内|内)?/#),
            let span = TimeSpan(String(match.2))
        else { return nil }
        self.span = span
        event = match.1.isEmpty ? nil : String(match.1)
    }

    /// Whether it runs from the day of issue itself.
    var isFromIssue: Bool { event.map { ["印发", "发布", "下发", "发文", "本通知", "本方案"].contains(where: $0.contains) } ?? false }
}
