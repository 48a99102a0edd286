import LandGeometry

/// A campaign as data (工作方案): one YAML file, read with positions kept by `Plan.read`.
public struct Plan: Sendable, Equatable {
    public var id: String
    public var title: String
    /// Digest or label of the file, kept with every proposal.
    public var version: String
    /// Division code of the area.
    public var area: String
    public var notice: Notice?
    public var continues: [LedgerLink] = []
    public var aims: [Statement] = []
    /// The notice in its own words, clause by clause; may be left out.
    public var articles: [Article] = []
    public var policies: [PlanPolicy] = []
    /// Layer whose features cover the area itself; what lies off it, no other layer can speak for.
    public var ground: LayerName?
    /// What lies off a layer that covers everything counts only above this area.
    public var tolerance = Area(mu: 0.01)
    public var parameters: [Parameter] = []
    public var units: [PlanUnit] = []
    public var bodies: [PlanBody] = []
    public var roles: [AccessRole] = []
    /// Seasons from which due dates count.
    public var seasons: [Season] = []
    public var phases: [Phase] = []
    public var layers: [PlanLayer] = []
    public var sources: [ClueSource] = []
    public var parties: [String] = []
    public var tags: [Tag] = []
    public var lists: [PlanList] = []
    public var quantities: [PlanQuantity] = []
    public var facts: [Fact] = [] { didSet { arrange() } }
    public var categories: [Category] = [] { didSet { arrange() } }
    public var judge = DecisionTable()
    public var procedures: [Procedure] = []
    public var routes: [Route] = []
    public var flags: [Flag] = []
    public var batches: [PlanBatch] = []
    public var indicators: [Indicator] = []
    public var targets: [PlanTarget] = []
    public var latencies: [Latency] = []
    public var taskClasses: [TaskClass] = []
    public var tasks: [PlanTask] = []
    public var meetings: [PlanTask] = []
    public var registers: [PlanTask] = []
    public var returns: [PlanReturn] = []
    public var supervision = Supervision()
    public var cases = CaseRules()
    public var exchanges: [Exchange] = []
    /// English of the plan's own words, by the Chinese (方案用语英文): for readers of English pages; the Chinese alone binds.
    public var english: [String: String] = [:]
    /// What the notice leaves open or contradicts; shown, never settled silently.
    public var open: [OpenPoint] = []
    /// The finite cases the facts of the rules can take together.
    public private(set) var partition = FactPartition(facts: [], categories: [], subtypes: [])
    private var placeOfFact: [String: Int] = [:]
    /// Days whose layer versions facts ask for, beside those of the occupation and of the present.
    public private(set) var layerDays: [Day] = []
    /// Everything the plan declares, by kind.
    var names: [Realm: [DeclaredName]] = [:]
    /// Every place in the notice the plan gives.
    var citations: [Citation] = []

    public init(id: String, title: String, version: String, area: String) {
        self.id = id
        self.title = title
        self.version = version
        self.area = area
    }

    /// The fact of that name.
    public func fact(_ name: String) -> Fact? { placeOfFact[name].map { facts[$0] } }

    private mutating func arrange() {
        partition = FactPartition(facts: facts, categories: categories.map(\.id), subtypes: categories.flatMap(\.subtypes).map(\.id))
        layerDays = Set(facts.flatMap(\.layerDays)).sorted()
        placeOfFact = Dictionary(facts.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The layer of that name, as the plan uses it.
    public func layer(_ name: LayerName) -> PlanLayer? { layers.first { $0.name == name } }

    public func unit(_ id: String) -> PlanUnit? { units.first { $0.id == id } }

    /// The route of that name as a category sees it: its own first, then those all share.
    public func route(_ id: String, in category: String?) -> Route? {
        let own = categories.first { $0.id == category }?.routes.first { $0.id == id }
        return own ?? routes.first { $0.id == id } ?? categories.lazy.flatMap(\.routes).first { $0.id == id }
    }

    /// Title and clause behind an id of a trace: a row's, or `flags.<id>` of a flag.
    public func rule(_ id: String) -> (title: String, clause: String)? {
        if let row = judge.rows.first(where: { $0.id == id }) { return (row.title, row.clause) }
        if let flag = flags.first(where: { "flags.\($0.id)" == id }) { return (flag.title, flag.clause) }
        return categories.lazy.compactMap { $0.decide?.rows.first { $0.id == id } }.first.map { ($0.title, $0.clause) }
    }

    /// Questions the rules may put to an officer.
    public var questions: [Fact] {
        facts.filter { if case .asked = $0.source { true } else { false } }
    }

    /// Targets of the plan and of its categories.
    public var allTargets: [PlanTarget] { targets + categories.flatMap(\.targets) }

    /// Flags of the plan and of its categories.
    public var allFlags: [Flag] { flags + categories.flatMap(\.flags) }

    /// Routes shared and those of single categories, with the category.
    public var allRoutes: [(category: String?, route: Route)] {
        routes.map { (nil, $0) } + categories.flatMap { category in category.routes.map { (category.id, $0) } }
    }

    /// Tasks, meetings and register entries.
    public var allTasks: [PlanTask] { tasks + meetings + registers }
}
