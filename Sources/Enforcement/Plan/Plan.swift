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
    /// Layer whose features cover the area itself; what lies off it, no other layer can speak for.
    public var ground: LayerName?
    /// What lies off a layer that covers everything counts only above this area.
    public var tolerance: Area
    public var parameters: [Parameter]
    public var units: [PlanUnit]
    public var layers: [PlanLayer]
    public var facts: [Fact] { didSet { arrange() } }
    public var categories: [Category] { didSet { arrange() } }
    public var judge: DecisionTable
    public var flags: [Flag]
    public var batches: [PlanBatch]
    public var targets: [PlanTarget]
    public var tasks: [PlanTask]
    public var supervision: Supervision
    /// English of the plan's own words, by the Chinese (方案用语英文): for readers of English pages; the Chinese alone binds.
    public var english: [String: String]
    /// What the notice leaves open or contradicts; shown, never settled silently.
    public var open: [OpenPoint]
    /// The finite cases the facts of the rules can take together.
    public private(set) var partition: FactPartition
    private var placeOfFact: [String: Int] = [:]

    public init(id: String, title: String, version: String, area: String) {
        self.id = id
        self.title = title
        self.version = version
        self.area = area
        tolerance = Area(mu: 0.01)
        parameters = []
        units = []
        layers = []
        facts = []
        categories = []
        judge = DecisionTable()
        flags = []
        batches = []
        targets = []
        tasks = []
        supervision = Supervision()
        english = [:]
        open = []
        partition = FactPartition(facts: [], categories: [])
    }

    /// The fact of that name.
    public func fact(_ name: String) -> Fact? { placeOfFact[name].map { facts[$0] } }

    private mutating func arrange() {
        partition = FactPartition(facts: facts, categories: categories.map(\.id))
        placeOfFact = Dictionary(facts.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The layer of that name, as the plan uses it.
    public func layer(_ name: LayerName) -> PlanLayer? { layers.first { $0.name == name } }

    public func unit(_ id: String) -> PlanUnit? { units.first { $0.id == id } }

    /// Title and clause behind an id of a trace: a row's, or `flags.<id>` of a flag.
    public func rule(_ id: String) -> (title: String, clause: String)? {
        if let row = judge.rows.first(where: { $0.id == id }) { return (row.title, row.clause) }
        return flags.first { "flags.\($0.id)" == id }.map { ($0.title, $0.clause) }
    }

    /// Questions the rules may put to an officer.
    public var questions: [Fact] {
        facts.filter { if case .asked = $0.source { true } else { false } }
    }
}
