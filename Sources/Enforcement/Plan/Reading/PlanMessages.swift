extension PlanDiagnostic {
    /// The diagnostic in words: what stands there, the rule, the remedy.
    public func message(in language: Language) -> String {
        let words = rule.words
        switch language {
        case .zh: return fill(words.zh) + (suggestion.map { "；\(words.remedy.zh)\($0)" } ?? "")
        case .en: return fill(words.en) + (suggestion.map { "; \(words.remedy.en)\($0)" } ?? "")
        }
    }

    private func fill(_ pattern: String) -> String {
        pattern.split(separator: "@", omittingEmptySubsequences: false).joined(separator: found)
    }
}

extension PlanDiagnostic.Severity {
    public func title(in language: Language) -> String {
        switch (self, language) {
        case (.error, .zh): "错误"
        case (.warning, .zh): "警告"
        case (.note, .zh): "提示"
        case (_, .en): rawValue
        }
    }
}

/// One entry of the catalogue; `@` is what stands in the file.
struct PlanWords {
    var zh: String
    var en: String
    var remedy: (zh: String, en: String)
}

extension PlanDiagnostic.Rule {
    var words: PlanWords {
        let text = yamlWords ?? catalogue
        return PlanWords(zh: text.zh, en: text.en, remedy: remedy)
    }

    private var remedy: (zh: String, en: String) {
        switch self {
        case .keyMustBeKnown, .nameMustBeDeclared, .classMustBeNamed: ("是否应为 ", "did you mean ")
        case .valueMustBeOneOf, .amountMustBeReadable, .amountMustSuitMeasure, .dayMustExist: ("可写 ", "write ")
        case .rowsMustLeaveNoGap, .rowsMustNotOverlap: ("例如 ", "for example ")
        case .exampleMustComeOut: ("实际得到 ", "it comes out as ")
        default: ("", "")
        }
    }

    private var catalogue: (zh: String, en: String) {
        switch self {
        case .keyMustBeKnown: ("不认识的键“@”", "unknown key “@”")
        case .keyMustBePresent: ("缺少“@”", "“@” is missing")
        case .nameMustBeUnique: ("名称“@”重复", "the name “@” is given twice")
        case .nameMustBeDeclared: ("“@”没有在方案中声明", "“@” is not declared in the plan")
        case .nameMustNotBeReserved: ("“@”是保留名称", "the name “@” is reserved")
        case .valueMustBeText: ("“@”的值应为文字", "the value of “@” must be text")
        case .valueMustBeMapping: ("“@”的值应为键值表", "the value of “@” must be a mapping")
        case .valueMustBeList: ("“@”的值应为列表", "the value of “@” must be a list")
        case .valueMustBeOneOf: ("不能取“@”", "“@” cannot stand here")
        case .dayMustExist: ("“@”不是日期", "“@” is not a day")
        case .amountMustBeReadable: ("看不懂的数量“@”", "the amount “@” cannot be read")
        case .amountMustSuitMeasure: ("“@”与面积或比例的写法不符", "“@” does not suit the measure it is given for")
        default: checkCatalogue
        }
    }

    private var checkCatalogue: (zh: String, en: String) {
        switch self {
        case .factMustHaveOneSource:
            ("事实“@”应恰好有一个来源", "the fact “@” must have exactly one source")
        case .classMustBeNamed: ("图层没有地类“@”", "the layer has no class “@”")
        case .splitMustBeMeasured: ("“@”不是图层套合事实，不能用来划分面积", "“@” is not measured on a layer and cannot split an area")
        case .unlawfulPartBelongsToFlags:
            ("“@”只计违法部分，只能用于标记", "“@” measures the unlawful part and can only be used in flags")
        case .rowMustHaveExamples: ("“@”应有成立和不成立的示例", "“@” needs examples both ways")
        case .exampleMustComeOut: ("“@”的示例结果不符", "an example of “@” does not come out")
        case .rowsMustLeaveNoGap: ("判定规则到“@”为止仍有空缺，没有一条成立", "the rules leave a gap up to “@”: no row holds")
        case .rowMustBeReachable: ("“@”永远不会成立", "“@” can never hold")
        case .rowsMustNotOverlap: ("@ 同时成立", "@ hold together")
        case .factMustBeUsed: ("没有规则用到“@”", "no rule uses “@”")
        case .dueMustNotPrecedeIssue: ("“@”的期限早于或等于印发日期", "“@” is due on or before the day of issue")
        case .scheduleMustRise: ("“@”的进度应随时间上升并达到 100%", "the schedule of “@” must rise with time and reach 100 %")
        case .limitIsBlank: ("“@”没有给出数值界限", "“@” comes without a limit")
        case .numberIsNotOfficial: ("参数“@”没有官方依据", "the number “@” has no official source")
        default: ("@", "@")
        }
    }
}
