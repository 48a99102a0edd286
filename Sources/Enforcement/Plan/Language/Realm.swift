import Yams

/// A kind of thing that a plan declares under names of its own and refers to elsewhere (名称域).
enum Realm: String, Sendable, CaseIterable {
    case parameter, layer, unit, fact, category, subtype, route, procedure, flag, rung, target, batch, phase, source, tag, policy
    case taskClass = "task-class"
    case task, body, quantity, list, indicator, ranking, evaluation

    /// Where its names are declared; `*` is every key of a mapping, `[]` every item of a list.
    var places: [[String]] {
        switch self {
        case .parameter: [["parameters"]]
        case .layer: [["layers"]]
        case .unit: [["units"]]
        case .fact: [["facts"]]
        case .category: [["categories"]]
        case .subtype: [["categories", "*", "subtypes"]]
        case .route: [["routes"], ["categories", "*", "routes"]]
        case .procedure: [["procedures"]]
        case .flag: [["flags"], ["categories", "*", "flags"]]
        case .rung: [["supervision", "ladder"], ["supervision", "measures"]]
        case .target: [["targets"], ["categories", "*", "targets"]]
        case .batch: [["batches"]]
        case .phase: [["phases"]]
        case .source: [["sources"]]
        case .tag: [["tags"]]
        case .policy: [["policies"]]
        case .taskClass: [["task-classes"]]
        case .task: [["tasks"], ["meetings"], ["registers"]]
        case .body: [["bodies"]]
        case .quantity: [["quantities"]]
        case .list: [["lists"]]
        case .indicator: [["indicators"]]
        case .ranking: [["supervision", "rankings"]]
        case .evaluation: [["supervision", "evaluations"]]
        }
    }

    var gloss: Gloss {
        switch self {
        case .parameter: Gloss("参数", "parameter")
        case .layer: Gloss("图层", "layer")
        case .unit: Gloss("单位", "unit")
        case .fact: Gloss("事实", "fact")
        case .category: Gloss("问题类别", "category")
        case .subtype: Gloss("子类", "subtype")
        case .route: Gloss("处置方式", "route")
        case .procedure: Gloss("程序", "procedure")
        case .flag: Gloss("标记", "flag")
        case .rung: Gloss("督办层级", "rung")
        case .target: Gloss("目标", "target")
        case .batch: Gloss("工作对象", "batch")
        case .phase: Gloss("阶段", "phase")
        case .source: Gloss("线索来源", "source")
        case .tag: Gloss("专题标签", "tag")
        case .policy: Gloss("政策文件", "policy")
        case .taskClass: Gloss("任务类别", "task class")
        case .task: Gloss("任务", "task")
        case .body: Gloss("工作机构", "body")
        case .quantity: Gloss("计量项", "quantity")
        case .list: Gloss("名单", "list")
        case .indicator: Gloss("统计指标", "indicator")
        case .ranking: Gloss("排名", "ranking")
        case .evaluation: Gloss("评价考核", "evaluation")
        }
    }
}

/// A name a plan declares (声明), before anything else of the plan is read.
public struct DeclaredName: Sendable, Equatable {
    var id: String
    var title: String
}

extension Realm {
    /// Names declared anywhere in the file, so that sections may refer to each other in any order.
    static func names(in root: Node) -> [Realm: [DeclaredName]] {
        Dictionary(uniqueKeysWithValues: allCases.map { realm in (realm, realm.places.flatMap { realm.names(root, $0[...]) }) })
    }

    private func names(_ node: Node, _ path: ArraySlice<String>) -> [DeclaredName] {
        guard let head = path.first else { return declared(node) }
        guard let mapping = node.mapping else { return [] }
        if head == "*" { return mapping.values.flatMap { names($0, path.dropFirst()) } }
        return mapping.first { $0.key.string == head }.map { names($0.value, path.dropFirst()) } ?? []
    }

    private func declared(_ node: Node) -> [DeclaredName] {
        if let mapping = node.mapping {
            return mapping.compactMap { pair in pair.key.word.map { DeclaredName(id: $0, title: Self.title(pair.value) ?? $0) } }
        }
        return (node.sequence.map { Array($0) } ?? []).compactMap { item in
            let id = item.mapping?.first { $0.key.string == rawValue || $0.key.string == "class" && self == .taskClass }?.value.word
            return id.map { DeclaredName(id: $0, title: Self.title(item) ?? $0) }
        }
    }

    private static func title(_ node: Node) -> String? {
        node.word ?? node.mapping?.first { $0.key.string == "title" }?.value.word
    }
}
