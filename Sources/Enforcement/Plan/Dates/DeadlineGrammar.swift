/// Reads the words of a due date, one way of writing after the other (期限文法).
struct DeadlineGrammar {
    let setting: DeadlineSetting

    func find(_ text: String) -> DeadlineWords? {
        let isPair = text.contains("至") || text.contains("到")
        if !isPair, let day = Day(text) { return DeadlineWords(day, day, .exact, takesYear: false) }
        // What recurs is no day: it stands under `repeat`.
        guard !text.contains("每") else { return nil }
        if let range = range(text) { return range }
        // Two dates of which one cannot be read are not one date.
        guard !text.contains("至") else { return nil }
        if text.prefixMatch(of: #/\d{4}[.\/]\d/#) != nil, let day = Repair.day(text).flatMap({ Day($0) }) {
            return DeadlineWords(day, day, .exact, takesYear: false)
        }
        var rest = text[...]
        let year = takeYear(&rest)
        guard let used = year.used else { return nil }
        return month(rest, used, year.isTaken) ?? span(rest, used, year.isTaken) ?? season(rest, used, year.isTaken)
    }

    private func takeYear(_ rest: inout Substring) -> (used: Int?, isTaken: Bool) {
        if let match = rest.prefixMatch(of: #/(\d{4})年度?/#) {
            rest = rest[match.range.upperBound...]
            return (Int(match.1), false)
        }
        if let match = rest.prefixMatch(of: #/十([三四五六])五(?:规划)?(?:期)?/#),
            let number = ["三": 13, "四": 14, "五": 15, "六": 16][String(match.1)]
        {
            rest = "底" + rest[match.range.upperBound...].drop { "时期期间末底".contains($0) }
            return (1955 + number * 5, false)
        }
        for (word, shift) in [("明年", 1), ("次年", 1), ("翌年", 1), ("今年", 0), ("当年", 0), ("本年", 0)] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count).drop { $0 == "度" }
            return (setting.year.map { $0 + shift }, true)
        }
        if rest.hasPrefix("本月"), let issued = setting.issued {
            rest = "\(issued.components.month)月" + rest.dropFirst(2)
        }
        return (setting.year, true)
    }

    /// `9月15日至12月31日`: what the end leaves out it takes from the beginning.
    private func range(_ text: String) -> DeadlineWords? {
        guard let match = text.wholeMatch(of: #/(?:从|自)?(.+?)(?:开始|起)?(?:至|到|—+|－|–|~|～|-)(.+?)(?:止|结束|期间)?/#) else { return nil }
        guard let start = start(String(match.1)) else { return nil }
        let (year, month, _) = start.earliest.components
        var inner = DeadlineGrammar(setting: setting)
        inner = DeadlineGrammar(setting: inner.setting.in(year: year))
        var end = String(match.2)
        if end.prefixMatch(of: #/\d{1,2}日/#) != nil { end = "\(month)月" + end }
        guard let last = inner.find(end), last.latest >= start.earliest else { return nil }
        return DeadlineWords(start.earliest, last.latest, .range, takesYear: start.takesYear)
    }

    private func start(_ text: String) -> DeadlineWords? {
        guard ["即日", "印发之日", "发文之日", "本通知印发之日", "现在"].contains(text) else { return find(text) }
        return setting.issued.map { DeadlineWords($0, $0, .exact, takesYear: false) }
    }

    private func month(_ text: Substring, _ year: Int, _ takesYear: Bool) -> DeadlineWords? {
        guard let match = text.prefixMatch(of: #/(\d{1,2})月(?:(\d{1,2})日|(份?底|份?末|份?初|上旬|中旬|下旬|份?中))?/#), let month = Int(match.1) else {
            return nil
        }
        func words(_ first: Int?, _ last: Int?, _ manner: DeadlineWords.Manner) -> DeadlineWords? {
            let end = Day.last(ofMonth: month, year: year)
            let days = (
                first.map { Day(year: year, month: month, day: $0) } ?? end, last.map { Day(year: year, month: month, day: $0) } ?? end
            )
            guard let from = days.0, let to = days.1 else { return nil }
            return DeadlineWords(from, to, manner, takesYear: takesYear)
        }
        if let number = match.2 { return Int(number).flatMap { words($0, $0, .exact) } }
        switch match.3?.last {
        case "初",
            "旬" where match.3 == "上旬":
            return words(1, 10, .fuzzy)
        case "中",
            "旬" where match.3 == "中旬":
            return words(11, 20, .fuzzy)
        case "旬": return words(21, nil, .fuzzy)
        case nil: return words(1, nil, .window)
        default: return words(nil, nil, .monthEnd)
        }
    }

    private func span(_ text: Substring, _ year: Int, _ takesYear: Bool) -> DeadlineWords? {
        func words(_ from: (Int, Int), _ to: (Int, Int), _ manner: DeadlineWords.Manner) -> DeadlineWords? {
            guard let first = Day(year: year, month: from.0, day: from.1), let last = Day(year: year, month: to.0, day: to.1) else {
                return nil
            }
            return DeadlineWords(first, last, manner, takesYear: takesYear)
        }
        if text.prefixMatch(of: #/年?[底末]/#) != nil { return words((12, 31), (12, 31), .yearEnd) }
        if text.hasPrefix("上半年") { return words((1, 1), (6, 30), .window) }
        if text.hasPrefix("下半年") { return words((7, 1), (12, 31), .window) }
        if let match = text.prefixMatch(of: #/第?([1-4])季度/#), let quarter = Int(match.1) {
            let last = Day.last(ofMonth: quarter * 3, year: year)
            return last.flatMap { words((quarter * 3 - 2, 1), (quarter * 3, $0.components.day), .window) }
        }
        if text.isEmpty || text == "前" || text.hasPrefix("年内") || text.hasPrefix("内") || text.hasPrefix("年度") {
            return words((1, 1), (12, 31), .window)
        }
        return nil
    }

    /// A season the plan has given days to, or a holiday of the working calendar.
    private func season(_ text: Substring, _ year: Int, _ takesYear: Bool) -> DeadlineWords? {
        if let season = setting.seasons.first(where: { text.hasPrefix($0.title) }) { return around(season, text, year, takesYear) }
        guard let match = text.wholeMatch(of: #/(元旦|春节|清明节?|劳动节|五一|端午节?|中秋节?|国庆节?)(?:假期)?前/#) else { return nil }
        let names = ["五一": "劳动节", "清明节": "清明", "端午节": "端午", "中秋节": "中秋", "国庆": "国庆节"]
        let name = names[String(match.1)] ?? String(match.1)
        guard let first = setting.calendar.first(of: name, in: year) else { return nil }
        let day = Day(number: first.number - 1)
        return DeadlineWords(day, day, .season, takesYear: takesYear, reason: "\(name)假期自\(first.words)起，取其前一日")
    }

    private func around(_ season: Season, _ text: Substring, _ year: Int, _ takesYear: Bool) -> DeadlineWords? {
        let plain = DeadlineGrammar(setting: setting.withoutSeasons(in: year))
        guard let from = plain.find(PlainText.numbered(season.from)), let until = plain.find(PlainText.numbered(season.until)) else {
            return nil
        }
        let rest = text.dropFirst(season.title.count)
        if rest.hasPrefix("前") || rest.hasPrefix("开始前") || rest.hasPrefix("之前") {
            let day = Day(number: from.earliest.number - 1)
            return DeadlineWords(day, day, .season, takesYear: takesYear, reason: "方案载明\(season.title)自\(from.earliest.words)起，取其前一日")
        }
        let last = until.latest
        return DeadlineWords(from.earliest, last, .season, takesYear: takesYear, reason: "方案载明\(season.title)至\(last.words)止，取其末日")
    }
}

extension DeadlineSetting {
    func `in`(year: Int) -> DeadlineSetting {
        var other = self
        other.year = year
        return other
    }

    fileprivate func withoutSeasons(in year: Int) -> DeadlineSetting {
        var other = self.in(year: year)
        other.seasons = []
        return other
    }
}
