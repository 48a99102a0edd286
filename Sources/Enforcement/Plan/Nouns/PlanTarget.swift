/// What must be reached by when (目标).
public struct PlanTarget: Sendable, Equatable {
    public enum Metric: String, PlanWord {
        case count, area, money
        case cultivated = "cultivated-area"
        case floor = "floor-area"
        case households, projects, volume, mass

        public var gloss: Gloss {
            switch self {
            case .count: Gloss("按宗数", "by count")
            case .area: Gloss("按面积", "by area")
            case .money: Gloss("按金额", "by money")
            case .cultivated: Gloss("按耕地面积", "by area of cultivated land")
            case .floor: Gloss("按建筑面积", "by floor space")
            case .households: Gloss("按户数", "by households")
            case .projects: Gloss("按项目数", "by projects")
            case .volume: Gloss("按体积（立方米）", "by volume")
            case .mass: Gloss("按重量（吨）", "by mass")
            }
        }
    }
    /// What counts as reached (分子).
    public enum Measure: String, PlanWord {
        case rectified, disposed
        case inPlace = "in-place"
        case struckOff = "struck-off"
        case verified, supplied, documented, surveyed, reported, filed, concluded, demolished, restored, planted, collected, transferred,
            accepted, approved

        public var gloss: Gloss {
            switch self {
            case .rectified: Gloss("完成整治", "rectified")
            case .disposed: Gloss("处置率", "disposed of")
            case .inPlace: Gloss("处置到位率", "disposed of and in place")
            case .struckOff: Gloss("销号", "struck off")
            case .verified: Gloss("核查完成", "verified")
            case .supplied: Gloss("已供", "supplied")
            case .documented: Gloss("已出具文书", "documented")
            case .surveyed: Gloss("摸排完成", "surveyed")
            case .reported: Gloss("已上报", "reported")
            case .filed: Gloss("立案率", "put on file as cases")
            case .concluded: Gloss("结案率", "cases concluded")
            case .demolished: Gloss("拆除到位", "demolished")
            case .restored: Gloss("恢复（复垦）到位", "restored")
            case .planted: Gloss("已种植", "planted")
            case .collected: Gloss("款项收缴到位", "money collected")
            case .transferred: Gloss("已移送", "transferred")
            case .accepted: Gloss("验收通过", "accepted")
            case .approved: Gloss("办结手续", "approved")
            }
        }
    }
    /// Of what it is a share (分母).
    public enum Denominator: String, PlanWord {
        case all, due, planned, approved, baseline, found

        public var gloss: Gloss {
            switch self {
            case .all: Gloss("全部", "all")
            case .due: Gloss("应处置到位的", "those due to be in place")
            case .planned: Gloss("计划整治量", "the planned amount")
            case .approved: Gloss("已批准的", "those approved")
            case .baseline: Gloss("锁定底数", "the locked baseline")
            case .found: Gloss("新发现的", "those newly found")
            }
        }
    }
    /// What a target is about (目标范围).
    public struct Scope: Sendable, Equatable {
        public var batches: [String] = []
        public var category: [String] = []
        public var subtype: [String] = []
        public var route: [String] = []
        public var flag: [String] = []
        public var units: [String] = []
        public var condition: Condition?
        public var words: String?

        static let form: Form<Scope> = Form(
            "scope", Gloss("目标范围", "what a target is about"), Scope(),
            [
                .may("category", \.category, .names(.category), "问题类别", "categories"),
                .may("subtype", \.subtype, .names(.subtype), "子类", "subtypes"),
                .may("batch", \.batches, .names(.batch), "工作对象", "batches"),
                .may("route", \.route, .names(.route), "处置方式", "routes"),
                .may("flag", \.flag, .names(.flag), "标记", "flags"),
                .may("unit", \.units, .names(.unit), "单位", "units"),
                .may("if", \.condition, .condition, "条件", "facts that must hold"),
                .may("words", \.words, .text, "范围", "in words"),
            ])
    }
    public var id = ""
    public var title = ""
    public var clause = ""
    public var scope = Scope()
    public var metric: Metric?
    public var measure: Measure?
    public var of: Denominator?
    /// True where the notice does not say what is counted.
    public var isAssumed = false
    /// Quantity that is counted, where it is neither pieces nor area.
    public var quantity: String?
    public var indicator: String?
    /// Limits within which the measure or the indicator must be kept (控制在).
    public var keep: [Limit] = []
    public var recurs: Recurrence?
    public var allot: [Allotment] = []
    public var extend: Extension?
    public var stages: [TargetStage] = []
    public var flow: FlowConstraint?
    public var baseline: Baseline?
    /// True where the notice itself asks for less than all.
    public var isPartial = false
    public var rolls: String?
    public var overdue: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<PlanTarget> = Form(
        "target", Gloss("目标", "target"), PlanTarget(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("scope", \.scope, .scope, "范围", "what it is about"),
            .may("metric", \.metric, .word(), "计量", "count, area or money"),
            .may("measure", \.measure, .word(), "指标", "what counts as reached"),
            .may("of", \.of, .word(), "分母", "of what it is a share"),
            .may("metric-assumed", \.isAssumed, .yesNo, "通知没有写明按宗数还是按面积", "the notice does not say what is counted", .remark),
            .may("baseline", \.baseline, .noun(Baseline.form), "底数", "baseline"),
            .may("reach", \.stages, .stages, "进度", "schedule: days with shares, or stages"),
            .may("quantity", \.quantity, .name(.quantity), "计量项", "quantity that is counted"),
            .may("indicator", \.indicator, .name(.indicator), "统计指标", "indicator that is watched"),
            .may("keep", \.keep, .limits, "控制在", "limits within which the measure or the indicator must be kept"),
            .may("repeat", \.recurs, .recurrence, "周期", "holds in every period"),
            .may("allot", \.allot, .allotments, "任务分解", "what each unit owes of it"),
            .may("extend", \.extend, .noun(Extension.form), "延期", "how it may be put off"),
            .may("flow", \.flow, .flow, "流量约束", "constraint on flows"),
            .may("partial", \.isPartial, .yesNo, "通知只要求部分完成", "the notice asks for less than all", .remark),
            .may("own-deadline", \.rolls, .text, "另有期限的从其期限", "entries with a deadline of their own"),
            .may("if-late", \.overdue, .text, "逾期未完成的", "what late entries owe"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// One date of a schedule (节点): a share, a number, or a document that must be there.
public struct TargetStage: Sendable, Equatable {
    public var due = Deadline()
    /// 0…1.
    public var share: Double?
    public var count: Int?
    public var amount: Measured?
    public var milestone: String?
    public var metric: PlanTarget.Metric?
    public var measure: PlanTarget.Measure?
    public var of: PlanTarget.Denominator?
    public var clause: String?

    /// The day used; nil where none is.
    public var day: Day? { due.day }

    static let form: Form<TargetStage> = Form(
        "stage", Gloss("节点", "stage"), TargetStage(),
        [
            .must("by", \.due, .deadline, "期限", "due date"),
            .may("share", \.share, .share, "达到", "share that must be reached"),
            .may("count", \.count, .integer, "数量", "number that must be reached"),
            .may("amount", \.amount, .measured, "完成量", "amount that must be reached, with its unit"),
            .may("milestone", \.milestone, .text, "文书节点", "document that must be there"),
            .may("metric", \.metric, .word(), "计量", "where it differs from the target's"),
            .may("measure", \.measure, .word(), "指标", "where it differs from the target's"),
            .may("of", \.of, .word(), "分母", "where it differs from the target's"),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
        ])
}

/// A baseline that is locked (底数锁定); later additions are counted apart.
public struct Baseline: Sendable, Equatable {
    public var title = ""
    public var locks: Deadline?
    public var isStated = true
    /// As printed: pieces, area, money.
    public var amounts: [Measured] = []
    public var note: String?
    public var own: [String] = []

    static let form: Form<Baseline> = Form(
        "baseline", Gloss("底数", "baseline"), Baseline(), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("locks", \.locks, .deadline, "锁定", "day on which it is locked"),
            .may("amount", \.amounts, .measuredList, "数量", "amounts as printed"),
            .may("stated", \.isStated, .yesNo(no: "数量通知没有写明"), "通知载明数量", "the notice states the amount", .remark),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// One flow against another within a period (流量约束): disposed this year > newly found.
public struct FlowConstraint: Sendable, Equatable {
    public var left = ""
    public var comparison = FlowComparison.more
    public var right = ""
    public var period: Deadline?

    /// How the flows are compared (流量比较).
    public enum FlowComparison: String, PlanWord {
        case more = ">"
        case atLeast = ">="
        case equal = "="

        public var gloss: Gloss {
            switch self {
            case .more: Gloss("必须大于", "must be more than")
            case .atLeast: Gloss("不得少于", "must not be less than")
            case .equal: Gloss("必须等于", "must equal")
            }
        }
    }

    static let form: Form<FlowConstraint> = Form(
        "flow", Gloss("流量约束", "constraint on flows"), FlowConstraint(),
        [
            .must("left", \.left, .text, "一方", "flow on the left"),
            .must("is", \.comparison, .word(), "关系", "how they compare"),
            .must("right", \.right, .text, "另一方", "flow on the right"),
            .may("period", \.period, .deadline, "期间", "period"),
        ])
}

extension Kind where Value == FlowConstraint {
    /// Told as one sentence: `年内处置量必须大于年内新增量（2017年内）`.
    static var flow: Kind {
        let noun = Kind.noun(FlowConstraint.form)
        return Kind(
            noun.shape(), read: noun.read,
            tell: { it, _ in
                let period = it.period.map { "（\($0.text)）" } ?? ""
                return .text(it.left + it.comparison.gloss.zh + it.right + period)
            })
    }
}

extension Kind where Value == PlanTarget.Scope {
    /// Told as one phrase: `问题类别“闲置土地”，单位“各镇街”`; words of the notice stand alone.
    static var scope: Kind {
        let noun = Kind.noun(PlanTarget.Scope.form)
        return Kind(
            noun.shape(), read: noun.read,
            tell: { it, teller in
                let item = PlanTarget.Scope.form.tell(it, teller)
                let parts = item.items.map { $0.key == "words" || $0.key == "if" ? $0.text : "\($0.label)“\($0.text)”" }
                let units = item.items.flatMap(\.units)
                let words = parts.joined(separator: "，")
                return units.isEmpty ? .text(words) : .units(words, units)
            })
    }
}
