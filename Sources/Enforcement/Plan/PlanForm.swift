import LandGeometry
import Yams

extension Plan {
    /// The whole file: its sections, in the order in which a notice is read (方案文件).
    ///
    /// Sections are read in this order, whatever their order in the file: parameters and layers stand before the
    /// facts that measure by them, facts before the rules that ask them.
    static let form: Form<Plan> = Form(
        "plan", Gloss("工作方案", "plan"), Plan(id: "", title: "", version: "", area: ""), id: .at(\.id), idKey: "plan",
        heading + names + rules + work)

    private static let heading: [Slot<Plan>] = [
        .must("title", \.title, .text, "标题", "title", .title),
        .may("version", \.version, .text, "版本", "version of this file", .silent),
        .may("notice", \.notice, .noun(Notice.form), "通知", "the notice"),
        .must("area", \.area, .text, "区划代码", "division code of the area"),
        .may("continues", \.continues, nouns(LedgerLink.form), "承接台账", "ledgers whose open entries are taken over"),
        .may("aims", \.aims, nouns(Statement.form), "目标与原则", "aims and principles that order nothing by themselves"),
        .may("policies", \.policies, entries(PlanPolicy.form), "政策文件", "rules and catalogues the notice refers to"),
    ]

    private static let names: [Slot<Plan>] = [
        .may("units", \.units, entries(PlanUnit.form), "单位与职责", "units and their duties"),
        .may("bodies", \.bodies, entries(PlanBody.form), "组织机构", "bodies set up for the campaign"),
        .may("roles", \.roles, entries(AccessRole.form), "角色与权限", "roles"),
        .may("seasons", \.seasons, entries(Season.form), "农时", "seasons from which due dates count"),
        .may("phases", \.phases, entries(Phase.form), "阶段", "phases"),
        .may("parameters", \.parameters, entries(Parameter.form), "参数", "numbers with a name"),
        .may("tolerance", \.tolerance, .area, "不计的边缘误差", "area below which a gap of a layer does not count"),
        .may("layers", \.layers, entries(PlanLayer.form), "管控图层", "control layers"),
        .may("ground", \.ground, .layer, "辖区图层", "layer that says what the area is"),
        .may("sources", \.sources, entries(ClueSource.form), "线索来源", "sources of clues"),
        .may("batches", \.batches, entries(PlanBatch.form), "工作对象", "batches the notice names"),
        .may("parties", \.parties, .texts, "当事人角色", "roles of parties"),
        .may("lists", \.lists, entries(PlanList.form), "名单", "lists of what is let through, barred or watched"),
        .may("quantities", \.quantities, entries(PlanQuantity.form), "计量项", "numbers of an entry beside its area"),
        .may("facts", \.facts, .facts, "事实", "what rules may ask"),
        .may("tags", \.tags, entries(Tag.form), "专题标签", "marks for filters and statistics"),
    ]

    private static let rules: [Slot<Plan>] = [
        .may("procedures", \.procedures, entries(Procedure.form), "共用程序", "steps that routes share"),
        .may("routes", \.routes, entries(Route.form), "共用处置方式", "routes that categories share"),
        .may("categories", \.categories, .categories, "问题类别", "categories of problems"),
        .may("judge", \.judge, .noun(DecisionTable.form), "合法性判定", "rules of legality"),
        .may("flags", \.flags, entries(Flag.form), "标记", "marks on entries"),
    ]

    private static let work: [Slot<Plan>] = [
        .may("indicators", \.indicators, entries(Indicator.form), "统计指标", "figures of a unit or the area, by which it is watched"),
        .may("targets", \.targets, nouns(PlanTarget.form), "目标", "targets"),
        .may("latencies", \.latencies, entries(Latency.form), "时效指标", "times between events that are watched"),
        .may("task-classes", \.taskClasses, nouns(TaskClass.form), "任务类别", "classes of the printed list of tasks"),
        .may("tasks", \.tasks, nouns(PlanTask.form), "任务", "tasks"),
        .may("meetings", \.meetings, nouns(PlanTask.form), "会议", "meetings"),
        .may("registers", \.registers, nouns(PlanTask.form), "登记事项", "registers that are kept"),
        .may("returns", \.returns, entries(PlanReturn.form), "报表", "returns"),
        .may("supervision", \.supervision, .noun(Supervision.form), "督办与问责", "ladder of measures and what raises them"),
        .may("cases", \.cases, .noun(CaseRules.form), "案件与移送", "cases and transfers"),
        .may("exchanges", \.exchanges, entries(Exchange.form), "共享与公示", "data shared and published"),
        .may("english", \.english, .dictionary, "方案用语英文", "English of the plan's own words, by the Chinese; of no effect", .silent),
        .may("articles", \.articles, entries(Article.form), "条文", "the notice in its own words, clause by clause"),
        .may("open", \.open, nouns(OpenPoint.form), "通知留白与疑点", "what the notice leaves open or contradicts"),
    ]
}

extension Kind where Value == LayerName {
    static var layer: Kind {
        Kind(.name(.layer), read: { $1.name($0, .layer).map { LayerName($0) } }, tell: { .names([$0.text], .layer, $1) })
    }
}

extension Kind where Value == Area {
    static var area: Kind {
        Kind(
            Kind<Amount>.amount.shape(),
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                if case .area(let area) = AmountReader.amount(word) { return area }
                reading.notes.report(.amountMustBeReadable, at: node, found: word, suggestion: "0.01 mu")
                return nil
            }, tell: { area, teller in .text(teller.wording.amount(.area(area))) })
    }
}

extension Kind where Value == [String: String] {
    /// Texts by text.
    static var dictionary: Kind {
        Kind(
            .map(.text),
            read: { node, reading in
                reading.mapping(node).map { pairs in
                    Dictionary(pairs.compactMap { pair in reading.text(pair.value).map { (pair.key.word ?? "", $0) } }) { first, _ in first
                    }
                }
            }, tell: { _, _ in .nothing })
    }
}
