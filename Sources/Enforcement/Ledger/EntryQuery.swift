import LandGeometry

/// Which entries, in which order (台账查询). Empty sets and nil mean "any".
public struct EntryQuery: Codable, Equatable, Sendable {
    public enum Order: String, Codable, CaseIterable, Sendable {
        case number, area, changed, unit
    }
    public var stages: Set<EntryState.Stage>
    public var verdicts: Set<Verdict>
    public var units: Set<UnitID>
    /// Also entries without a responsible unit (无责任单位); alone, only those.
    public var withoutUnit: Bool
    public var categories: Set<String>
    public var flags: Set<String>
    public var batch: BatchID?
    /// Part of a ledger number, a source number or the words of the place.
    public var text: String?
    public var box: BoundingBox?
    /// Only entries with neither shape nor point (无图形), which no map can show.
    public var withoutGround: Bool
    public var order: Order
    public var descending: Bool

    public init(
        stages: Set<EntryState.Stage> = [], verdicts: Set<Verdict> = [], units: Set<UnitID> = [], withoutUnit: Bool = false,
        categories: Set<String> = [], flags: Set<String> = [], batch: BatchID? = nil, text: String? = nil, box: BoundingBox? = nil,
        withoutGround: Bool = false,
        order: Order = .number, descending: Bool = false
    ) {
        self.stages = stages
        self.verdicts = verdicts
        self.units = units
        self.withoutUnit = withoutUnit
        self.categories = categories
        self.flags = flags
        self.batch = batch
        self.text = text
        self.box = box
        self.withoutGround = withoutGround
        self.order = order
        self.descending = descending
    }
}

/// One page of entries, with the totals over all that match (一页台账).
public struct EntryPage: Equatable, Sendable {
    public var entries: [EntryState]
    public var total: Int
    public var totalArea: Area

    public init(entries: [EntryState], total: Int, totalArea: Area) {
        self.entries = entries
        self.total = total
        self.totalArea = totalArea
    }
}

/// Entries counted by one notion (分组统计).
public enum EntryGrouping: String, CaseIterable, Sendable {
    case stage, verdict, unit, category, flag
}

/// How many entries fall under one group, and their area (分组计数).
public struct EntryCount: Equatable, Sendable {
    public var group: String
    public var count: Int
    public var area: Area

    public init(group: String, count: Int, area: Area) {
        self.group = group
        self.count = count
        self.area = area
    }
}

extension EntryCellCount {
    /// Cell, then stage, then verdict, none first.
    var order: (Int64, String, String) { (cell.key, stage.rawValue, verdict?.rawValue ?? "") }
}

extension EntryQuery {
    /// Whether the query asks for nothing but stages, verdicts, units, categories and flags.
    public var asksOnlyForFacets: Bool { searched == nil && batch == nil && box == nil && !withoutGround }
}

/// How many entries of one stage and verdict lie in one square of the map (条目格网计数), by the middle of their ground's box.
public struct EntryCellCount: Equatable, Sendable {
    public var cell: MercatorCell
    public var stage: EntryState.Stage
    public var verdict: Verdict?
    public var count: Int

    public init(cell: MercatorCell, stage: EntryState.Stage, verdict: Verdict?, count: Int) {
        self.cell = cell
        self.stage = stage
        self.verdict = verdict
        self.count = count
    }
}

/// An entry's ground for maps and for matching (条目图形).
public struct EntryGround: Sendable {
    public var number: EntryNumber
    public var version: Int
    public var stage: EntryState.Stage
    public var verdict: Verdict?
    public var unit: UnitID?
    public var area: Area
    public var shape: MultiPolygon?
    public var point: Position?

    public init(
        number: EntryNumber, version: Int, stage: EntryState.Stage, verdict: Verdict?, unit: UnitID?, area: Area, shape: MultiPolygon?,
        point: Position?
    ) {
        self.number = number
        self.version = version
        self.stage = stage
        self.verdict = verdict
        self.unit = unit
        self.area = area
        self.shape = shape
        self.point = point
    }
}
