/// A report that units owe for every period (报表).
public struct PlanReturn: Sendable, Equatable {
    /// What is done when the due day is not worked (顺延规则).
    public enum Roll: String, PlanWord {
        case nextWorkday = "next-working-day"
        case previousWorkday = "previous-working-day"
        case none

        public var gloss: Gloss {
            switch self {
            case .nextWorkday: Gloss("遇节假日顺延至下一工作日", "the next working day")
            case .previousWorkday: Gloss("遇节假日提前至上一工作日", "the working day before")
            case .none: Gloss("不顺延", "the same day")
            }
        }
    }
    public enum Cover: String, PlanWord {
        case previousMonth = "previous-month"
        case month
        case previousQuarter = "previous-quarter"
        case quarter, year
        case week, previousWeek = "previous-week"
        case halfMonth = "half-month"
        case halfYear = "half-year", previousHalfYear = "previous-half-year"
        case previousYear = "previous-year"
        /// From the beginning of the campaign on (累计).
        case total

        public var gloss: Gloss {
            switch self {
            case .previousMonth: Gloss("上个月", "the month before")
            case .month: Gloss("当月", "the month itself")
            case .previousQuarter: Gloss("上季度", "the quarter before")
            case .quarter: Gloss("当季", "the quarter itself")
            case .year: Gloss("当年", "the year")
            case .week: Gloss("本周", "the week itself")
            case .previousWeek: Gloss("上周", "the week before")
            case .halfMonth: Gloss("本半月", "the half-month itself")
            case .halfYear: Gloss("本半年", "the half-year itself")
            case .previousHalfYear: Gloss("上半年度", "the half-year before")
            case .previousYear: Gloss("上年度", "the year before")
            case .total: Gloss("累计", "all since the beginning")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var clause = ""
    public var every = Recurrence.Period.month
    public var from: [String] = []
    public var to: String?
    public var then: String?
    public var due: DueDay?
    public var covers: Cover?
    /// The printed form that is filled in.
    public var sheet: String?
    /// First and last time it is owed.
    public var starts: Deadline?
    public var until: Deadline?
    public var copies: [String] = []
    public var needsReporter = false
    public var zero = false
    public var content: [String] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<PlanReturn> = Form(
        "return", Gloss("报表", "return"), PlanReturn(), id: .at(\.id), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("every", \.every, .word(), "周期", "how often"),
            .must("from", \.from, .names(.unit), "报送单位", "who owes it"),
            .may("to", \.to, .text, "报送", "to whom"),
            .may("then", \.then, .text, "汇总上报", "who adds it up and sends it on"),
            .may("due", \.due, .dueDay, "期限", "day it is due"),
            .may("starts", \.starts, .deadline, "首次", "first time it is owed"),
            .may("until", \.until, .deadline, "至", "last time it is owed"),
            .may("form", \.sheet, .text, "表式", "printed form that is filled in"),
            .may("covers", \.covers, .word(), "所属期", "period it covers"),
            .may("content", \.content, .texts, "内容", "contents"),
            .may("reporter", \.needsReporter, .yesNo, "须有专职报送人员", "a named reporter is needed"),
            .may("zero", \.zero, .yesNo, "零报告", "a period without anything is reported too"),
            .may("copies", \.copies, .texts, "抄送", "copies to"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

extension Kind where Value == PlanReturn.DueDay {
    /// Told as one phrase: `5日下班前，遇节假日顺延至下一工作日`.
    static var dueDay: Kind {
        let noun = Kind.noun(PlanReturn.DueDay.form)
        return Kind(
            noun.shape(), read: noun.read,
            tell: { it, _ in
                let roll = it.roll == .none ? [] : [it.roll.gloss.zh]
                return .text(([it.words + (it.at ?? "")] + roll).joined(separator: "，"))
            })
    }
}
