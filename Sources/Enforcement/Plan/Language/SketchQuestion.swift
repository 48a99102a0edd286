/// One thing to ask for when a plan is begun (询问项).
public enum SketchQuestion: Hashable, Sendable {
    case title, issuer, number, issued, area, lead, towns, zones, categories
    /// Where a category stands in the notice, and by when it is to be done; by its place in the list, from 0.
    case place(Int), due(Int)
    case returnDay

    /// What keeps an answer from being used (答复有误).
    public enum Trouble: Sendable {
        case mustBeGiven, mustBeDay, mustBeCode, mustBeDayOfMonth, mustBePlace

        public var gloss: Gloss {
            switch self {
            case .mustBeGiven: Gloss("这一项不能空", "This cannot be left empty")
            case .mustBeDay: Gloss("不是日期，请写成 2026-03-01 或 2026年3月1日", "Not a day; write 2026-03-01")
            case .mustBeCode: Gloss("区划代码是 2、4、6、9 或 12 位数字", "A division code has 2, 4, 6, 9 or 12 digits")
            case .mustBeDayOfMonth: Gloss("请写 1 至 31 的数字", "Write a number from 1 to 31")
            case .mustBePlace: Gloss("请写成 三（二）1 这样的条款号，不清楚则留空", "Write a clause such as 三（二）1, or leave it empty")
            }
        }
    }

    /// The question in words; `category` is the title of the category it is about.
    public func gloss(category: String?) -> Gloss {
        let about = category ?? ""
        return switch self {
        case .title: Gloss("方案标题", "Title of the plan")
        case .issuer: Gloss("发文机关（没有印出则留空）", "Issued by (empty where not printed)")
        case .number: Gloss("文号（没有印出则留空）", "Document number (empty where not printed)")
        case .issued: Gloss("印发日期，如 2026年3月1日（没有印出则留空）", "Day of issue, such as 2026-03-01 (empty where not printed)")
        case .area: Gloss("区划代码，如 370306", "Division code, such as 370306")
        case .lead: Gloss("牵头单位（没有写则留空）", "Unit in the lead (empty where not said)")
        case .towns: Gloss("镇街在通知里的统称，如 各镇（街道）（没有则留空）", "What the towns are called together (empty for none)")
        case .zones: Gloss("开发区在通知里的统称（没有则留空）", "What the development zones are called together (empty for none)")
        case .categories: Gloss("问题类别，用顿号分开，如 违法占地、闲置土地", "Categories of problems, separated by 、")
        case .place: Gloss("“\(about)”在通知何处，如 三（二）1", "Where \(about) stands in the notice, such as 三（二）1")
        case .due: Gloss("“\(about)”的完成时限，照抄原文，如 2026年底前（没有写则留空）", "Due date of \(about) in the words of the notice (empty for none)")
        case .returnDay: Gloss("月报每月几日报送（没有则留空）", "Day of the month on which returns are due (empty for none)")
        }
    }

    /// What is wrong with an answer; nil when it can be used. Blanks around it do not count.
    func trouble(with words: String) -> Trouble? {
        if words.isEmpty { return self == .title || self == .area ? .mustBeGiven : nil }
        switch self {
        case .issued: return Day(words) == nil ? .mustBeDay : nil
        case .area:
            let isCode = words.allSatisfy { $0.isASCII && $0.isNumber } && [2, 4, 6, 9, 12].contains(words.count)
            return isCode ? nil : .mustBeCode
        case .returnDay: return Int(words).map { (1...31).contains($0) } == true ? nil : .mustBeDayOfMonth
        case .place: return ClausePlace.places(in: words).isEmpty ? .mustBePlace : nil
        default: return nil
        }
    }
}
