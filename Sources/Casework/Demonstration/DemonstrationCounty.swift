import Enforcement

/// The demonstration county in memory (示范县): layers, batches and reports, before anything is written.
public struct DemonstrationCounty: Sendable {
    public var seed: UInt64
    /// In the order they are imported.
    public var layers: [DemonstrationLayer]
    /// Quarterly patch batches, in order.
    public var batches: [DemonstrationBatch]
    public var alerts: [TowerAlert]
    public var oldLedger: [OldLedgerRow]
    public var clues: [DemonstrationClue]

    /// What every row of the batches was made as.
    public var truth: [TruthRow] { batches.flatMap { $0.truth } }

    /// The version of a layer; nil when the county has none such.
    public func layer(_ name: LayerName, version: String? = nil) -> DemonstrationLayer? {
        layers.first { $0.layer == name && (version == nil || $0.version == version) }
    }
}

/// One quarter's patches (季度图斑批次).
public struct DemonstrationBatch: Sendable {
    let quarter: Quarter
    let patches: [DraftPatch]

    /// `2019Q1`.
    public var period: String { quarter.name }
    /// Path in the demonstration's folder.
    public var file: String { "batches/" + quarter.name + ".zip" }
    public var count: Int { patches.count }

    /// What every row was made as, in file order.
    public var truth: [TruthRow] {
        patches.enumerated().map { i, patch in
            TruthRow(
                period: quarter.name, row: i + 1, number: patch.number, making: patch.making, town: CountyNames.units[patch.unit],
                twin: patch.twin)
        }
    }
}

/// What a row of a batch was made as (真值): for tests, never read by the program.
public struct TruthRow: Equatable, Sendable {
    public var period: String
    /// From 1, in file order.
    public var row: Int
    /// Empty where the trap is that the number is missing.
    public var number: String
    public var making: Making
    public var town: String
    /// Number of the patch of the quarter before on the same ground.
    public var twin: String?
}
