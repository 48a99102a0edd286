/// The plan language described to others (方案语言): a JSON Schema for editors, a manual for people.
///
/// Both come from the forms by which plans are read.
public enum PlanLanguage {
    /// The JSON Schema, draft 2020-12, as text.
    public static var schema: String {
        var writer = SchemaWriter()
        let root = writer.object(Plan.form.shape, isNamed: false)
        let whole = OrderedJSON.object(
            [
                ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
                ("title", .text("\(Plan.form.gloss.zh) \(Plan.form.gloss.en)")),
            ] + root + [("$defs", .object(writer.definitions.map { ($0.name, $0.schema) }))])
        return whole.text + "\n"
    }

    /// Every noun with its keys as Markdown tables, in Chinese and English.
    public static var manual: String {
        var collector = FormCollector()
        collector.add(Plan.form.shape)
        return collector.forms.map(Self.section).joined(separator: "\n")
    }

    private static func section(_ form: FormShape) -> String {
        var lines = ["### `\(form.name)` \(form.gloss.zh) — \(form.gloss.en)", ""]
        if let key = form.idKey { lines += ["名称：键，或在列表里写 `\(key)` / named by its key, or by `\(key)` in a list", ""] }
        if let short = form.short { lines += ["可只写 `\(short)` 的值 / the value of `\(short)` may stand alone", ""] }
        lines += ["| 键 key | 必写 | 内容 | holds | 写法 written |", "|---|---|---|---|---|"]
        lines += form.keys.map { key in
            "| `\(key.key)` | \(key.isRequired ? "是" : "") | \(key.gloss.zh) | \(key.gloss.en) | \(written(key.shape())) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func written(_ shape: Shape) -> String {
        switch shape {
        case .text: "文字"
        case .integer: "整数"
        case .yesNo: "`yes` / `no`"
        case .pattern(_, let example): "如 `\(example)`"
        case .words(let words): words.map { "`\($0.word)` \($0.gloss.zh)" }.joined(separator: "；")
        case .name(let realm): "\(realm.gloss.zh)名"
        case .either(let shapes): shapes.map(written).joined(separator: " 或 ")
        case .list(let shape): "列表：\(written(shape))"
        case .map(let shape): "名称到\(written(shape))"
        case .noun(let form): "[\(form.gloss.zh)](#\(anchor(form)))"
        case .condition: "条件"
        case .given: "事实表"
        }
    }

    /// As GitHub makes anchors of headings.
    private static func anchor(_ form: FormShape) -> String {
        let heading = "\(form.name) \(form.gloss.zh) — \(form.gloss.en)".lowercased()
        return String(heading.compactMap { $0 == " " ? "-" : ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : nil })
    }
}

/// Every form that can be reached from one, each once, in the order of first mention (词条收集).
struct FormCollector {
    private(set) var forms: [FormShape] = []

    mutating func add(_ form: FormShape) {
        guard !forms.contains(where: { $0.name == form.name }) else { return }
        forms.append(form)
        for key in form.keys { add(key.shape()) }
    }

    private mutating func add(_ shape: Shape) {
        switch shape {
        case .noun(let form): add(form)
        case .either(let shapes): for shape in shapes { add(shape) }
        case .list(let shape), .map(let shape): add(shape)
        default: break
        }
    }
}
