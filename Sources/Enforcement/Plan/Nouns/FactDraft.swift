import Yams

/// A fact as its keys give it, before it is known which source it has (事实草稿).
struct FactDraft: Sendable, Equatable {
    struct Selection: Sendable, Equatable {
        var layer: String?
        var moment: OverlayFact.Moment?
        var classes: ClassWords?

        static let form: Form<Selection> = Form(
            "selection", Gloss("图层选取", "selection of a layer"), Selection(),
            [
                .may("layer", \.layer, .layerName, "图层", "layer"),
                .may("at", \.moment, .moment, "版本", "layer version: of the occupation, of the present, or of a day"),
                .may("where", \.classes, .noun(ClassWords.form), "分类", "classes that count"),
            ])
    }
    struct Earlier: Sendable, Equatable {
        var verdicts: [Verdict] = []
        var share: Bound?

        static let form: Form<Earlier> = Form(
            "earlier-entry", Gloss("往期条目", "earlier entry"), Earlier(),
            [
                .must("verdict", \.verdicts, wordList(Verdict.self), "判定", "signed verdicts that count"),
                .may("share", \.share, .bound(.share), "重叠", "least part it must cover"),
            ])
    }
    var name = ""
    var title = ""
    var clause: String?
    var note: String?
    var position = SourcePosition(line: 1, column: 1)
    var selection = Selection()
    var less: Selection?
    var part: OverlayFact.Part?
    var area: Bound?
    var share: Bound?
    var quantity: String?
    var amount: QuantityBound?
    var list: String?
    var fields: [String] = []
    var values: [String] = []
    var options: [ClassName] = []
    var elapsed: TimeSpan?
    var occurred: DateBound?
    var today: DateBound?
    var earlier: Earlier?
    var manner: AskedFact.Manner?
    var by: [String] = []
    var isJoint = false
    var evidence: [String] = []
    var condition: Condition?
    var strictest: [String] = []

    static let form: Form<FactDraft> = Form(
        "fact", Gloss("事实", "fact"), FactDraft(), id: .at(\.name), at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "说明", "note", .remark),
            .may("layer", \.selection.layer, .layerName, "图层", "computed from this layer"),
            .may("at", \.selection.moment, .moment, "版本", "layer version: of the occupation, of the present, or of a day"),
            .may("where", \.selection.classes, .noun(ClassWords.form), "分类", "classes that count"),
            .may("less", \.less, .noun(Selection.form), "扣除", "area taken off"),
            .may("of", \.part, .word(), "计量范围", "part of the entry that is measured"),
            .may("area", \.area, .bound(.area), "面积界限", "bound on the area"),
            .may("share", \.share, .bound(.share), "比例界限", "bound on the share of the entry"),
            .may("quantity", \.quantity, .name(.quantity), "计量项", "quantity that is held against limits"),
            .may("amount", \.amount, .quantityBound, "数量界限", "limits of the quantity"),
            .may("list", \.list, .name(.list), "名单", "stands on this list"),
            .may("attribute", \.fields, .texts, "字段", "fields of the patch, tried in order"),
            .may("in", \.values, .texts, "取值", "values of the field that mean yes"),
            .may("options", \.options, .classNames, "选项", "options: of a question their titles, of a field the values they stand for"),
            .may("elapsed", \.elapsed, .span, "满", "time passed since the day in the field"),
            .may("occurred", \.occurred, .dateBound, "占用时间", "day of occupation against a day"),
            .may("today", \.today, .dateBound, "判定之日", "day of judging against a day"),
            .may("earlier-entry", \.earlier, .noun(Earlier.form), "往期条目", "a signed entry on the same ground"),
            .may("ask", \.manner, .word(), "询问", "asked of an officer"),
            .may("by", \.by, .names(.unit), "答复单位", "who answers"),
            .may("joint", \.isJoint, .yesNo, "联合论证", "all of them answer together, each with its opinion"),
            .may("evidence", \.evidence, .texts, "举证", "documents behind the answer"),
            .may("when", \.condition, .condition, "条件", "made of other facts: yes where this holds"),
            .may("strictest", \.strictest, .texts, "从严", "the first of these facts that holds, strictest first"),
        ])

    /// The parameter its limit comes from.
    var parameter: String? { area?.parameter ?? share?.parameter ?? amount?.parameter }

    static let sources = ["layer", "quantity", "list", "attribute", "occurred", "today", "earlier-entry", "ask", "when", "strictest"]
}

/// Words for classes under `where:` (分类条件).
struct ClassWords: Sendable, Equatable {
    enum Until: String, PlanWord {
        case occupation
        var gloss: Gloss { Gloss("占用时尚在期限内", "a term that had not ended at the occupation") }
    }
    var words: [String] = []
    var zones: [String] = []
    var until: Until?
    var position = SourcePosition(line: 1, column: 1)

    static let form: Form<ClassWords> = Form(
        "class-words", Gloss("分类条件", "classes that count"), ClassWords(), at: .at(\.position),
        [
            .may("class", \.words, .texts, "地类", "classes or groups of classes"),
            .may("zone", \.zones, .texts, "分区", "zones by the names the layer gives them"),
            .may("until", \.until, .word(), "期限", "the class code is the last day of a term"),
        ])
}

extension Kind where Value == String {
    static var layerName: Kind { .name(.layer) }
}
