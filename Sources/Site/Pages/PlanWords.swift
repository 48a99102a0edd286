import Casework
import Enforcement

/// Words the plan and the county bring along (方案用语): categories, marks, facts, units, layers.
struct PlanWords: Sendable {
    var units: [UnitID: String]
    var plan: Plan
    var language: Language

    /// Words of the plan as they are shown: on English pages its English, where it gives one.
    func said(_ chinese: String) -> Said {
        guard language != .zh, chinese.hasHan else { return Said(chinese) }
        if let english = english(chinese) { return Said(english) }
        return Said(chinese, tongue: "zh")
    }

    func said(_ chinese: String?) -> Said? { chinese.flatMap { $0.isEmpty ? nil : said($0) } }

    /// The same without its mark, where a page has no room for one: choices and attributes.
    func text(_ chinese: String) -> String { said(chinese).text }

    /// `占用永久基本农田（永久基本农田）` is put together from two words of the plan, and so is its English.
    private func english(_ chinese: String) -> String? {
        if let whole = plan.english[chinese] { return whole }
        guard chinese.hasSuffix("）"), let open = chinese.lastIndex(of: "（"), let head = plan.english[String(chinese[..<open])] else {
            return nil
        }
        let inner = String(chinese[chinese.index(after: open)...].dropLast())
        guard let note = inner.hasHan ? plan.english[inner] : inner else { return nil }
        return "\(head) (\(note))"
    }

    func gloss(_ gloss: Gloss) -> String { language == .zh ? gloss.zh : gloss.en }

    /// The unit's title; its id when the county has none of that name; words for no unit.
    func unit(_ id: UnitID?) -> String {
        guard let id else { return Catalogue.text("unit.none", in: language) }
        return units[id] ?? id.text
    }

    func category(_ code: String) -> Said {
        plan.categories.first { $0.id == code }.map { said($0.title) } ?? Said(code)
    }

    func flag(_ name: String) -> Said {
        plan.flags.first { $0.id == name }.map { said($0.title) } ?? Said(name)
    }

    func origin(_ code: String) -> String {
        let key = "origin." + code
        return Catalogue.phrases[key] == nil ? code : Catalogue.text(key, in: language)
    }

    /// A layer by its title; on English pages by the name the program knows it under.
    func layer(_ name: LayerName, title: String? = nil) -> Said {
        let known = Catalogue.phrases["layer." + name.text]
        guard let chinese = title ?? plan.layer(name)?.title ?? known?.zh else { return Said(name.text) }
        let shown = said(chinese)
        guard shown.tongue != nil, let known else { return shown }
        return Said(known[language])
    }

    /// The value of a fact: an answer by the words of its choice, a category by its title.
    func value(_ value: FactValue.Value, of fact: String) -> Said {
        guard case .text(let id) = value else { return Said(value.words(in: language)) }
        if fact == "category" { return category(id) }
        if case .derived(.strictest)? = plan.fact(fact)?.source {
            return plan.fact(id).map { said($0.title) } ?? Said(Catalogue.text("entry.strictest-none", in: language))
        }
        guard case .asked(let asked)? = plan.fact(fact)?.source, let option = asked.options.first(where: { $0.id == id }) else {
            return said(id)
        }
        return said(option.title)
    }
}

extension Workplace {
    func words(_ language: Language) async throws -> PlanWords {
        let units = try await store.units()
        return PlanWords(
            units: Dictionary(units.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }), plan: casework.plan,
            language: language)
    }
}
