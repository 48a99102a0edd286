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
        case .valueMustBeOneOf, .amountMustBeReadable, .amountMustSuitMeasure, .amountMustHaveUnit, .dayMustExist: ("可写 ", "write ")
        case .rowsMustLeaveNoGap, .rowsMustNotOverlap, .tiersMustNotOverlap, .tiersMustLeaveNoGap: ("例如 ", "for example ")
        case .pointIsOpen: ("暂按：", "read for now as: ")
        case .membersMustBeNamed: ("列名与计数 ", "named and counted ")
        case .classCountMustAgree: ("所印与所列 ", "printed and listed ")
        case .classCountMustBePrinted: ("按所列为 ", "as listed ")
        case .scoreMustAddUp: ("合计与应为 ", "added up and wanted ")
        case .allotmentMustAddUp: ("分解合计与总数 ", "allotted and wanted ")
        case .thresholdsMustRise: ("另一处为 ", "elsewhere ")
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
        case .scheduleMustRise: ("“@”的进度应随时间上升", "the schedule of “@” must rise with time")
        case .limitIsBlank: ("“@”没有给出数值界限", "“@” comes without a limit")
        case .numberIsNotOfficial: ("参数“@”没有官方依据", "the number “@” has no official source")
        default: noticeCatalogue
        }
    }

    /// What a notice leaves blank, contradicts or breaks.
    private var noticeCatalogue: (zh: String, en: String) {
        switch self {
        case .annexMustBeThere: ("附件“@”不在所附文本中", "the annex “@” is not in the text at hand")
        case .annexMustBeWhole: ("附件“@”残缺", "parts of the annex “@” are lost")
        case .clauseMustBePrinted: ("条文里没有“@”", "the notice as printed has no clause “@”")
        case .clauseMustBeCited: ("条文“@”没有进入方案", "nothing in the plan rests on the clause “@”")
        case .contentsMustBePrinted: ("“@”的具体内容通知没有印出", "the notice does not print what “@” holds")
        case .pointIsOpen: ("@", "the notice leaves open: @")
        case .membersMustBeNamed: ("“@”的成员没有逐一列名", "not all members of “@” are named")
        case .unitMustHaveJurisdiction: ("“@”承担落实责任，但没有写明辖区", "“@” must carry it out, yet its ground is not given")
        case .tableIsTooWide: ("到“@”为止的规则表太宽，没有查完", "the table up to “@” is too wide to be searched to the end")
        case .routeMustHaveAcceptance: ("处置方式“@”没有验收标准，也没有完成标志", "the route “@” has neither a standard nor a sign of being done")
        case .routeMustBeReached: ("没有规则给出处置方式“@”", "no table gives the route “@”")
        case .stepsMustNotCircle: ("步骤“@”要求在自身之后", "the step “@” must come after itself")
        case .targetMustHaveDay: ("目标“@”没有写明进度或日期", "the target “@” comes without a schedule or a day")
        case .stagesMustFollow: ("“@”的节点日期没有依次排列", "the stages of “@” do not follow in time")
        case .scheduleMustReachAll: ("“@”的进度没有到 100%", "the schedule of “@” does not reach 100 %")
        case .metricMustBeStated: ("“@”没有写明按宗数还是按面积", "“@” does not say whether count or area is meant")
        case .metricChangesMidway: ("“@”的指标中途更换，前后不可直接比较", "the measure of “@” changes midway; its stages cannot be compared")
        case .numberMustBeStated: ("“@”的数值或程序通知没有写明", "the notice does not state the number or procedure of “@”")
        default: dateCatalogue
        }
    }

    private var dateCatalogue: (zh: String, en: String) {
        switch self {
        case .dueMustBeGiven: ("“@”没有写明期限", "“@” comes without a due date")
        case .dueMustNotContradict: ("“@”的期限前后不一致", "the due dates of “@” contradict each other")
        case .dueMustBeExact: ("“@”的期限不是确定的一日", "the due date of “@” is not an exact day")
        case .dueIsInferred: ("“@”的期限含推定", "the due date of “@” is partly inferred")
        case .dueMustLieInPhase: ("“@”的期限不属于任何阶段", "the due date of “@” lies in no phase")
        case .beforeIncludesDay:
            ("“前”是否含当日，通知没有写明，一律按含当日处理（@ 处）", "whether “before” a day includes the day is not said; it is taken to, in @ places")
        case .dueMustBeWorkday:
            ("期限当日不是工作日的有 @ 处，是否顺延通知没有写，一律不顺延", "@ due days are not worked; whether they move is not said, and they do not")
        case .phasesMustLeaveNoHole: ("阶段“@”之间有空档", "the phases “@” leave a hole")
        case .phasesMustNotOverlap: ("阶段“@”相互重叠", "the phases “@” overlap")
        case .rowMustBeWhole: ("清单“@”有缺失", "row “@” of the list is damaged")
        case .rowMustBeFilled: ("清单“@”有空白", "row “@” of the list has blanks")
        case .rowNumbersMustRun: ("清单序号到“@”处不连续", "the numbers of the list do not run on at “@”")
        case .classCountMustBePrinted: ("“@”没有印出项数", "the number of rows of “@” is not printed")
        case .classCountMustAgree: ("“@”所印项数与所列不符", "“@” prints another number of rows than it lists")
        case .rungMustBeReached: ("没有情形触发“@”", "nothing raises “@”")
        case .latencyMustHaveLimit: ("“@”没有写明时限", "“@” comes without a limit")
        case .periodMustBeStated: ("“@”没有写明多久一次", "“@” recurs, how often is not said")
        default: scaleCatalogue
        }
    }

    private var scaleCatalogue: (zh: String, en: String) {
        switch self {
        case .amountMustHaveUnit: ("“@”不是带单位的数量", "“@” is no amount with a unit")
        case .listMustNameMembers:
            (
                "名单“@”没有印出所列（members）或识别字段（attribute），不能据以计算；请改用 ask",
                "the list “@” prints no members or no attribute to know them by; ask instead"
            )
        case .seasonIsNotOfficial: ("农时“@”的起止没有官方依据", "the days of the season “@” have no official source")
        case .tiersMustNotOverlap: ("“@”的档次重叠", "tiers of “@” overlap")
        case .tiersMustLeaveNoGap: ("“@”的档次有空档", "the tiers of “@” leave a gap")
        case .scoreMustAddUp: ("“@”的分值或权重加起来不对", "the points or weights of “@” do not add up")
        case .deductionMustFitItem: ("“@”扣的分多于该项分值", "“@” loses more points than it has")
        case .allotmentMustAddUp: ("“@”分解到各单位的数加起来与总数不符", "what “@” allots to units does not add up to the whole")
        case .thresholdsMustRise: ("“@”的措施更重，界限却更低（或相反）", "“@” raises the heavier measure at the lower limit, or the other way round")
        case .figureMustBeUsed: ("没有条款用到“@”", "nothing uses “@”")
        default: ("@", "@")
        }
    }
}
