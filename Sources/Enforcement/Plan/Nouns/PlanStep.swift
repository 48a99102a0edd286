/// One step of a route (步骤): who does what, after what, with which documents, money and assets.
public struct PlanStep: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    public var by: [String] = []
    public var with: [String] = []
    public var after: [String] = []
    public var condition: Condition?
    /// The condition in words, where no fact says it.
    public var when: String?
    public var needs: [String] = []
    public var evidence: [String] = []
    public var checks: [String] = []
    /// Opinions that must all be there (综合论证意见).
    public var opinions: [String] = []
    public var approve: [String] = []
    public var choices: [StepChoice] = []
    public var money: [MoneyItem] = []
    public var asset: String?
    public var isCase = false
    public var publicity: String?
    public var due: Deadline?
    public var recurs: Recurrence?
    public var extend: Extension?
    /// Procedure whose steps stand here.
    public var include: String?
    public var isOptional = false
    public var note: String?
    public var own: [String] = []
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<PlanStep> = Form(
        "step", Gloss("步骤", "step"), PlanStep(), id: .at(\.id), at: .at(\.position),
        finish: { it, node, reading in
            if it.title.isEmpty, it.include == nil { reading.notes.report(.keyMustBePresent, at: node, found: "title") }
        },
        [
            .may("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("include", \.include, .name(.procedure), "执行程序", "procedure whose steps stand here"),
            .may("by", \.by, .names(.unit), "承办", "who does it"),
            .may("with", \.with, .names(.unit), "会同", "together with whom"),
            .may("after", \.after, .stepNames, "在…之后", "steps that must be done before"),
            .may("if", \.condition, .condition, "仅当", "facts under which it is needed"),
            .may("when", \.when, .text, "仅当", "in words, when it is needed"),
            .may("needs", \.needs, .texts, "前提", "documents and conditions before it"),
            .may("opinions", \.opinions, .texts, "论证意见", "opinions that must all be there"),
            .may("choices", \.choices, entries(StepChoice.form), "分支", "branches, one of which is taken"),
            .may("money", \.money, nouns(MoneyItem.form), "款项", "money"),
            .may("asset", \.asset, .text, "资产", "asset that changes hands"),
            .may("case", \.isCase, .yesNo, "须立案", "belongs to a case"),
            .may("checks", \.checks, .texts, "查验", "checks"),
            .may("evidence", \.evidence, .texts, "成果与举证", "what it leaves on file"),
            .may("publicity", \.publicity, .text, "公示", "publicity"),
            .may("approve", \.approve, .names(.unit), "报批", "who approves"),
            .may("due", \.due, .deadline, "期限", "due date"),
            .may("repeat", \.recurs, .recurrence, "周期", "recurs"),
            .may("extend", \.extend, .noun(Extension.form), "延期", "how the due date may be put off"),
            .may("optional", \.isOptional, .yesNo, "视情", "only where needed"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

extension Kind where Value == [PlanStep] {
    /// Steps; each names those before it by their titles.
    static var steps: Kind {
        let plain = nouns(PlanStep.form)
        return Kind(
            plain.shape(), read: plain.read,
            tell: { steps, teller in
                guard case .items(let items) = plain.tell(steps, teller.among(steps)) else { return .nothing }
                return .items(zip(steps, items).map { step, item in step.title.isEmpty ? included(step, item, teller) : item })
            })
    }

    /// A step that is nothing but a procedure is told by the procedure's title.
    private static func included(_ step: PlanStep, _ item: OutlineItem, _ teller: Teller) -> OutlineItem {
        var item = item
        item.text = "按共用程序“\(step.include.map { teller.title($0, in: .procedure) } ?? step.id)”办理"
        item.items.removeAll { $0.key == "include" }
        return item
    }
}

extension Kind where Value == [String] {
    /// Names of steps of the same list.
    static var stepNames: Kind {
        Kind(
            texts.shape(), read: texts.read,
            tell: { names, teller in .mark("在" + names.map { "“\(teller.title(ofStep: $0))”" }.joined() + "之后") })
    }
}

/// One branch of a step (分支): under which condition, to do what.
public struct StepChoice: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    public var condition: Condition?
    public var when: String?
    public var steps: [PlanStep] = []
    public var own: [String] = []

    static let form: Form<StepChoice> = Form(
        "choice", Gloss("分支", "branch"), StepChoice(), id: .at(\.id), short: "title",
        [
            .must("title", \.title, .text, "名称", "what is done", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("if", \.condition, .condition, "条件", "facts under which it is taken"),
            .may("when", \.when, .text, "情形", "in words, when it is taken"),
            .may("steps", \.steps, .steps, "步骤", "steps of the branch"),
            .own(\.own),
        ])
}

/// Money due in a step (款项).
public struct MoneyItem: Sendable, Equatable {
    public enum Purpose: String, PlanWord {
        case fine, compensation, price, fee, recovery, offset, gains, deposit
        case idleFee = "idle-fee"
        case breach
        /// Money held as a pledge and given back (保证金).
        case bond
        case reward, subsidy
        /// Cost of restoring land or hills, borne by who damaged them.
        case restoration

        public var gloss: Gloss {
            switch self {
            case .fine: Gloss("罚款", "fine")
            case .compensation: Gloss("补偿款", "compensation")
            case .price: Gloss("土地出让金（价款）", "price")
            case .fee: Gloss("税费、规费", "taxes and fees")
            case .recovery: Gloss("收回款项", "money recovered")
            case .offset: Gloss("抵顶", "set off")
            case .gains: Gloss("非法所得", "unlawful gains")
            case .deposit: Gloss("经费", "funds")
            case .idleFee: Gloss("闲置费", "idle-land fee")
            case .breach: Gloss("违约金", "penalty for breach")
            case .bond: Gloss("保证金", "bond")
            case .reward: Gloss("奖励", "reward")
            case .subsidy: Gloss("补助", "subsidy")
            case .restoration: Gloss("修复费用", "cost of restoration")
            }
        }
    }
    public var purpose = Purpose.fee
    public var title = ""
    public var standard: String?
    public var amount: Measured?
    /// What the amount is for each of: 每亩, 每平方米每年.
    public var per: String?
    /// When a bond is given back, and when it is forfeited.
    public var refund: String?
    public var forfeit: String?
    /// Debts it pays, in order.
    public var order: [String] = []
    public var to: String?
    public var own: [String] = []

    static let form: Form<MoneyItem> = Form(
        "money", Gloss("款项", "money"), MoneyItem(),
        [
            .must("purpose", \.purpose, .word(), "性质", "what it is"),
            .must("title", \.title, .text, "名称", "name", .title),
            .may("standard", \.standard, .text, "标准", "standard"),
            .may("amount", \.amount, .measured, "数额", "amount"),
            .may("per", \.per, .text, "每", "what the amount is for each of"),
            .may("refund", \.refund, .text, "退还", "when it is given back"),
            .may("forfeit", \.forfeit, .text, "不予退还", "when it is forfeited"),
            .may("order", \.order, .texts, "抵顶次序", "debts it pays, in order"),
            .may("to", \.to, .text, "缴入", "where it goes"),
            .own(\.own),
        ])
}
