import LandGeometry

/// Words for the parts of a plan (方案措辞): conditions, sources, amounts, in the titles the plan itself gives.
struct PlanWording {
    let plan: Plan

    static func title(of verdict: Verdict) -> String { verdict.gloss.zh }

    static func title(of verdict: Verdict, kind: String?) -> String {
        let title = title(of: verdict)
        return kind == nil || kind == title ? title : "\(title)·\(kind ?? "")"
    }

    static func title(of comparison: Comparison) -> String {
        switch comparison {
        case .more: "大于"
        case .atLeast: "不低于"
        case .less: "小于"
        case .atMost: "不高于"
        case .equal: "等于"
        }
    }

    /// The same of days.
    static func title(ofDays comparison: Comparison) -> String {
        switch comparison {
        case .more: "晚于"
        case .atLeast: "不早于"
        case .less: "早于"
        case .atMost: "不晚于"
        case .equal: "为"
        }
    }

    func title(_ fact: String) -> String {
        fact == "category" ? "问题类别" : fact == "subtype" ? "子类" : plan.fact(fact)?.title ?? fact
    }

    func condition(_ condition: Condition) -> String {
        switch condition {
        case .always: "其余各种情形"
        case .term(let term): self.term(term)
        case .all(let parts): parts.map(self.condition).joined(separator: "，且")
        case .any(let parts): "有下列之一（" + parts.map(self.condition).joined(separator: "；") + "）"
        case .none(let parts): "没有下列任何一项（" + parts.map(self.condition).joined(separator: "；") + "）"
        }
    }

    private func term(_ term: Condition.Term) -> String {
        switch term.wanted {
        case [.yes]: "“\(title(term.fact))”成立"
        case [.no]: "“\(title(term.fact))”不成立"
        default: "\(title(term.fact))为\(list(term.wanted.map { value($0, of: term.fact) }))"
        }
    }

    /// `农村宅基地、公共设施或公益事业`.
    private func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: "、") + "或" + last
    }

    func value(_ value: FactValue.Value, of name: String) -> String {
        switch value {
        case .yes: return "是"
        case .no: return "否"
        case .unknown: return "不明"
        case .number(let number): return "\(number)"
        case .text(let word):
            return title(of: word, as: name)
        }
    }

    private func title(of word: String, as name: String) -> String {
        if name == "category" || name == "subtype" {
            let realm = name == "category" ? Realm.category : .subtype
            return plan.names[realm]?.first { $0.id == word }?.title ?? word
        }
        switch plan.fact(name)?.source {
        case .asked(let asked): return asked.options.first { $0.id == word }?.title ?? word
        case .derived: return plan.fact(word)?.title ?? "无"
        default: return word
        }
    }

    func source(_ fact: Fact) -> String {
        switch fact.source {
        case .overlay(let it): overlay(it)
        case .attribute(let it): attribute(it)
        case .quantity(let it): quantity(it)
        case .occurred(let it): "占用时间\(Self.title(ofDays: it.comparison))\(it.day.words)"
        case .today(let it): "判定之日\(Self.title(ofDays: it.comparison))\(it.day.words)"
        case .elapsed(let it): "自图斑字段“\(it.fields.joined(separator: "”或“"))”所载之日起已满\(it.span.text)"
        case .derived(.condition(let condition)): self.condition(condition)
        case .derived(.strictest(let facts)): "依次看\(facts.map { "“\(title($0))”" }.joined())，取先成立的一项"
        case .earlier(let it):
            "同一地块此前已签署判定为\(list(it.verdicts.map(Self.title)))，重叠不低于\(Self.percent(it.share))"
        case .asked(let it): asked(it)
        }
    }

    private func quantity(_ it: QuantityFact) -> String {
        "“\(it.quantity.title)”" + it.limits.map(\.words).joined(separator: "且")
    }

    static func title(of moment: OverlayFact.Moment) -> String {
        switch moment {
        case .occupation: "占用时版本"
        case .present: "现行版本"
        case .on(let day): "\(day.words)的版本"
        }
    }

    private func attribute(_ it: AttributeFact) -> String {
        let fields = "图斑字段“\(it.fields.joined(separator: "”或“"))”"
        if it.options.isEmpty { return "\(fields)为\(list(it.values))" }
        return "按\(fields)分为" + it.options.map { "\($0.name)（\($0.codes.joined(separator: "、"))）" }.joined(separator: "、")
    }

    private func asked(_ it: AskedFact) -> String {
        let who = it.by.compactMap { plan.unit($0)?.title }.joined(separator: "、")
        let evidence = it.evidence.isEmpty ? "" : "，举证：\(it.evidence.joined(separator: "、"))"
        let options = it.options.isEmpty ? "" : "，可答：\(it.options.map(\.title).joined(separator: "；"))"
        let manner = it.manner == .finding ? "由\(who)核查发现并署名记录，没有记录就是没有发现" : it.isJoint ? "由\(who)综合论证" : "由\(who)答复"
        return manner + options + evidence
    }

    private func overlay(_ it: OverlayFact) -> String {
        let part = it.part == .unlawful ? "违法部分" : ""
        let less = it.less.map { "，扣除\(selection($0))" } ?? ""
        let measure = if case .share = it.bound.amount { "占图斑比例" } else { "面积" }
        let bound = Self.title(of: it.bound.comparison) + amount(it.bound.amount)
        return "\(part)与\(selection(it.selection))套合\(less)，\(measure)\(bound)"
    }

    private func selection(_ it: LayerSelection) -> String {
        let title = plan.layer(it.layer)?.title ?? it.layer.text
        let named = plan.layer(it.layer)?.versions.first { .on($0.day) == it.moment }?.name
        return title + choice(it.choice, of: it.layer) + "（\(named ?? Self.title(of: it.moment))）"
    }

    private func choice(_ choice: ClassChoice, of layer: LayerName) -> String {
        switch choice {
        case .everything: return ""
        case .inTerm: return "中占用时尚在期限内的"
        case .classes(let classes, _):
            return "中的" + (LandClassGroup.survey.filter { $0.value == classes }.keys.min() ?? "")
        case .codes(let codes):
            let names = plan.layer(layer)?.classes ?? []
            let isSurvey = plan.layer(layer)?.scheme == "SD3"
            return "中的"
                + codes.map { code in names.first { $0.codes == [code] }?.name ?? (isSurvey ? SurveyClass.name(of: code) : nil) ?? code }
                .joined(separator: "、")
        }
    }

    func amount(_ amount: Amount) -> String {
        switch amount {
        case .area(let area): Self.number(area.mu) + "亩"
        case .share(let share): Self.percent(share)
        }
    }

    static func percent(_ share: Double) -> String { number(share * 100) + "%" }

    /// Up to four decimals, without idle zeros.
    static func number(_ value: Double) -> String {
        let scaled = (value * 10_000).rounded()
        guard scaled.magnitude < 1e15 else { return "\(value)" }
        let whole = Int(scaled) / 10_000
        let rest = Int(scaled.magnitude) % 10_000
        guard rest > 0 else { return "\(whole)" }
        var digits = String(repeating: "0", count: 4 - String(rest).count) + String(rest)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
