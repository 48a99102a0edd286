/// The document a plan puts into practice (通知).
public struct Notice: Sendable, Equatable {
    /// As printed; left out where the plan's own title is the same.
    public var title: String?
    public var issuer = ""
    /// Who drafted it, where the issuer only passes it on (批转).
    public var drafter: String?
    /// Document number, such as `某政办字〔2019〕1号`.
    public var number: String?
    public var issued: Day?
    public var published: Day?
    /// First day on which it is in force, where that is not the day of issue (施行日期).
    public var effective: Deadline?
    /// Last day on which it is in force (有效期).
    public var expires: Deadline?
    /// Documents it repeals.
    public var repeals: [String] = []
    public var isPublic = false
    /// Documents it rests on.
    public var parents: [String] = []
    public var addressees: [String] = []
    /// Recipients of copies (抄送).
    public var copies: [String] = []
    public var annexes: [Annex] = []
    /// Its clauses with their headings, by which the outline in its order is headed.
    public var clauses: [ClauseHeading] = []

    static let form: Form<Notice> = Form(
        "notice", Gloss("通知", "notice"), Notice(),
        [
            .may("title", \.title, .text, "标题", "title of the notice as printed"),
            .must("issuer", \.issuer, .text, "发文机关", "who issued it"),
            .may("drafter", \.drafter, .text, "拟定机关", "who drafted it, where it is passed on"),
            .may("number", \.number, .text, "文号", "document number; left out where none is printed"),
            .may("issued", \.issued, .day, "印发日期", "day of issue"),
            .may("published", \.published, .day, "公布日期", "day of publication, where it differs"),
            .may("effective", \.effective, .deadline, "施行日期", "first day in force, where it is not the day of issue"),
            .may("expires", \.expires, .deadline, "有效期至", "last day in force"),
            .may("repeals", \.repeals, .texts, "废止", "documents it repeals"),
            .may("public", \.isPublic, .yesNo, "主动公开", "released to the public"),
            .may("parents", \.parents, .texts, "依据", "documents and meetings it rests on"),
            .may("to", \.addressees, .texts, "主送", "addressees"),
            .may("copies", \.copies, .texts, "抄送", "recipients of copies"),
            .may("annexes", \.annexes, nouns(Annex.form), "附件", "annexes"),
            .may("clauses", \.clauses, .headings, "条文标题", "its clauses with their headings", .silent),
        ])
}

/// A clause of the notice with its heading (条文标题): 六（一） 加强组织领导.
public struct ClauseHeading: Sendable, Equatable {
    public var clause: String
    public var title: String
}

extension Kind where Value == [ClauseHeading] {
    static var headings: Kind {
        Kind(
            .map(.text),
            read: { node, reading in
                reading.mapping(node)?.compactMap { pair in
                    reading.text(pair.value).map { ClauseHeading(clause: pair.key.word ?? "", title: $0) }
                }
            }, tell: { _, _ in .nothing })
    }
}

/// An annex of the notice (附件), which may be lost or damaged.
public struct Annex: Sendable, Equatable {
    public enum State: String, PlanWord {
        case present, absent, damaged

        public var gloss: Gloss {
            switch self {
            case .present: Gloss("完整", "complete")
            case .absent: Gloss("正文所附文本缺此附件", "not in the text at hand")
            case .damaged: Gloss("残缺", "parts are lost")
            }
        }
    }
    public var title = ""
    public var state = State.present
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Annex> = Form(
        "annex", Gloss("附件", "annex"), Annex(), at: .at(\.position), short: "title",
        [
            .must("title", \.title, .text, "名称", "title", .title),
            .may("state", \.state, .word(), "状况", "complete, absent or damaged"),
            .may("note", \.note, .text, "说明", "what is lost", .remark),
        ])
}

/// A sentence of the notice that states an aim or a principle and orders nothing by itself (原则要求).
public struct Statement: Sendable, Equatable {
    public var clause = ""
    public var text = ""

    static let form: Form<Statement> = Form(
        "statement", Gloss("原则要求", "aim or principle"), Statement(),
        [
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("text", \.text, .text, "内容", "what it says", .title),
        ])
}

/// Something the notice leaves blank, contradicts or does not say (存疑条款).
public struct OpenPoint: Sendable, Equatable {
    public var clause = ""
    public var text = ""
    /// How the plan reads it meanwhile; nil when it takes no side.
    public var reading: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<OpenPoint> = Form(
        "open-point", Gloss("留白与疑点", "open point"), OpenPoint(), at: .at(\.position),
        [
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .must("text", \.text, .text, "内容", "what is blank, contradictory or odd", .title),
            .may("reading", \.reading, .text, "暂按", "how the plan reads it meanwhile", .remark),
        ])
}

/// A campaign or ledger whose open entries are taken over (承接台账).
public struct LedgerLink: Sendable, Equatable {
    public var title = ""
    public var plan: String?
    public var clause: String?
    public var note: String?

    static let form: Form<LedgerLink> = Form(
        "ledger-link", Gloss("承接台账", "ledger taken over"), LedgerLink(), short: "title",
        [
            .must("title", \.title, .text, "台账", "which ledger", .title),
            .may("plan", \.plan, .text, "方案编号", "plan id, where it has one"),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

/// A rule, standard or catalogue that the notice refers to (政策文件).
public struct PlanPolicy: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var number: String?
    public var clause: String?
    /// False where the notice refers to contents it does not print, such as a list without its items.
    public var isListed = true
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<PlanPolicy> = Form(
        "policy", Gloss("政策文件", "policy"), PlanPolicy(), id: .at(\.id), at: .at(\.position), short: "title",
        [
            .must("title", \.title, .text, "名称", "title", .title),
            .may("number", \.number, .text, "文号或版本", "number or version"),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("listed", \.isListed, .yesNo(no: "具体内容通知没有印出"), "内容已印出", "its contents are printed", .remark),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}
