import Casework
import Enforcement

/// Words the plan and the county bring along (方案用语): categories, flags, units.
struct PlanWords: Sendable {
    var units: [UnitID: String]
    var plan: Plan
    var language: Language

    /// The unit's title; its id when the county has none of that name; a dash for no unit.
    func unit(_ id: UnitID?) -> String {
        guard let id else { return "—" }
        return units[id] ?? id.text
    }

    func category(_ code: String) -> String {
        plan.categories.first { $0.id == code }?.title ?? code
    }

    func flag(_ name: String) -> String {
        plan.flags.first { $0.id == name }?.title ?? name
    }

    func origin(_ code: String) -> String {
        let key = "origin." + code
        return Catalogue.phrases[key] == nil ? code : Catalogue.text(key, in: language)
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
