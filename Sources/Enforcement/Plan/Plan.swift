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
    public var facts: [Fact]
    public var categories: [Category]
    public var judge: DecisionTable
    public var flags: [Flag]
    public var batches: [PlanBatch]
    public var targets: [PlanTarget]
    public var tasks: [PlanTask]
    public var supervision: Supervision
    /// What the notice leaves open or contradicts; shown, never settled silently.
    public var open: [OpenPoint]
    /// The finite cases the facts of the rules can take together.
    public internal(set) var partition: FactPartition

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
        open = []
        partition = FactPartition(facts: [], categories: [])
    }

    /// The fact of that name.
    public func fact(_ name: String) -> Fact? { facts.first { $0.name == name } }

    /// The layer of that name, as the plan uses it.
    public func layer(_ name: LayerName) -> PlanLayer? { layers.first { $0.name == name } }

    public func unit(_ id: String) -> PlanUnit? { units.first { $0.id == id } }

    /// Questions the rules may put to an officer.
    public var questions: [Fact] {
        facts.filter { if case .asked = $0.source { true } else { false } }
    }
}
