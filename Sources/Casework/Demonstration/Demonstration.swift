import Enforcement

/// Makes the demonstration county (示范县), a fictitious county with everything a bureau really receives.
///
/// The same seed gives the same county, vertex for vertex. Nothing in it is real: the division code begins with 99, the
/// names are invented, and the place on the map (near 117.4° E, 36.7° N) only serves to fit CGCS2000 3° zone 39.
public struct Demonstration: Sendable {
    public var seed: UInt64
    /// Survey parcels wanted; the county has about as many, and its size follows.
    public var parcels: Int
    /// Rows of the two quarterly batches.
    public var firstQuarter: Int
    public var secondQuarter: Int

    public init(seed: UInt64 = 2019, parcels: Int = 60_000, firstQuarter: Int = 300, secondQuarter: Int = 350) {
        self.seed = seed
        self.parcels = parcels
        self.firstQuarter = firstQuarter
        self.secondQuarter = secondQuarter
    }

    /// The whole county in memory: the ground first, then patches with their papers, then the layers that follow from both.
    public func make() -> DemonstrationCounty {
        let ground = CountyGround(seed: seed, parcels: parcels)
        var maker = PatchMaker(ground, seed: seed)
        let first = maker.batch(.first, count: firstQuarter, isSecond: false)
        let second = maker.batch(.second, count: secondQuarter, isSecond: true)
        let reports = Reports(ground, patches: first + second, seed: seed)
        return DemonstrationCounty(
            seed: seed, layers: layers(ground, maker),
            batches: [
                DemonstrationBatch(quarter: .first, patches: first), DemonstrationBatch(quarter: .second, patches: second),
            ], alerts: reports.alerts, oldLedger: reports.oldLedger, clues: reports.clues)
    }

    private func layers(_ ground: CountyGround, _ maker: PatchMaker) -> [DemonstrationLayer] {
        [
            ground.unitLayer(), ground.surveyLayer(year: 2018, covers: maker.covers2018, merged: [:]),
            ground.surveyLayer(year: 2019, covers: maker.covers2019, merged: ground.mergedParcels(like: maker.covers2019)),
            ground.farmlandLayer(), ground.redlineLayer(), ground.reserveLayer(), ground.growthLayer(), ground.landUsePlanLayer(),
            maker.projects.approvalLayer(), maker.projects.supplyLayer(), maker.projects.facilityLayer(), maker.projects.temporaryLayer(),
        ]
    }
}
