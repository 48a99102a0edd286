import Enforcement
import LandGeometry

extension Catalogue {
    /// A remark in one line: where, what stands there, the rule, the effect, the remedy.
    public static func message(for remark: Remark, in language: Language) -> String {
        let colon = language == .zh ? "：" : ": "
        var text = place(of: remark, in: language) + colon + rule(of: remark, in: language)
        if let found = remark.found { text += language == .zh ? "（\(found)）" : " (\(found))" }
        if let areas = areas(of: remark, in: language) { text += language == .zh ? "，" + areas : ", " + areas }
        text += language == .zh ? "。" : ". "
        text += self.text("effect." + remark.effect.rawValue, in: language)
        guard let remedy = remedy(of: remark.rule, in: language) else { return text + (language == .zh ? "。" : ".") }
        return text + (language == .zh ? "；" + remedy + "。" : "; " + remedy + ".")
    }

    /// `第 12 行 JCMJ`, or the whole file.
    static func place(of remark: Remark, in language: Language) -> String {
        let row = remark.row.map { text("remark.row", String($0), in: language) } ?? text("remark.file", in: language)
        return remark.place.map { row + " " + $0 } ?? row
    }

    static func rule(of remark: Remark, in language: Language) -> String {
        text("rule." + remark.rule, in: language)
    }

    static func remedy(of rule: String, in language: Language) -> String? {
        phrases["remedy." + rule]?[language]
    }

    /// `面积 12.30 → 12.28 亩`, when the remark changed one.
    static func areas(of remark: Remark, in language: Language) -> String? {
        guard let before = remark.areaBefore, let after = remark.areaAfter else { return nil }
        return text("remark.areas", Shown.decimal(before.mu, places: 2), mu(after, in: language), in: language)
    }
}
