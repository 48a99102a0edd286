extension CountyDraft {
    /// A block of the county seat: one or a few plots between streets (县城).
    mutating func fillTown(_ f: Int, _ chance: inout Chance) {
        fillPlots(f, plot: 16_000...34_000, streets: 0.55, &chance) { draft, shape, chance in
            let rim = (shape.middle - draft.terrain.seat).length / draft.terrain.seatRadius
            return draft.seatCover(rim: rim, chance.unit())
        }
    }

    private func seatCover(rim: Double, _ draw: Double) -> LandCover {
        if rim > 0.86, draw < 0.35 { return draw < 0.2 ? .irrigated : .vacant }
        let core = rim < 0.4
        if draw < (core ? 0.38 : 0.56) { return .townHousing }
        if draw < (core ? 0.62 : 0.68) { return .commerce }
        if draw < (core ? 0.76 : 0.73) { return .offices }
        if draw < 0.83 { return .schools }
        if draw < 0.88 { return .parks }
        return draw < 0.92 ? .utilities : draw < 0.97 ? .industry : .vacant
    }

    /// A block of the development zone: factories to the middle, farmland still at the edge (开发区).
    mutating func fillZone(_ f: Int, _ chance: inout Chance) {
        let shape = FaceShape(mesh.ring(of: f))
        let rim = (shape.middle - terrain.zone).length / terrain.zoneRadius
        if rim + 0.3 * terrain.field(shape.middle, 21, wavelength: 900) > 0.70 {
            return fillFields(f, &chance)
        }
        fillPlots(f, plot: 26_000...80_000, streets: 0.5, &chance) { _, _, chance in
            let draw = chance.unit()
            return draw < 0.64
                ? .industry
                : draw < 0.78 ? .logistics : draw < 0.84 ? .vacant : draw < 0.89 ? .commerce : draw < 0.93 ? .utilities : .irrigated
        }
    }

    private mutating func fillPlots(
        _ f: Int, plot: ClosedRange<Double>, streets: Double, _ chance: inout Chance,
        cover: (CountyDraft, FaceShape, inout Chance) -> LandCover
    ) {
        var work = [f]
        while let g = work.popLast() {
            let shape = FaceShape(mesh.ring(of: g))
            guard shape.area > chance.within(plot), shape.breadth > 45, let parts = partPlots(g, shape, streets, &chance) else {
                mark(g, cover(self, shape, &chance))
                continue
            }
            work += parts
        }
    }

    private mutating func partPlots(_ f: Int, _ shape: FaceShape, _ streets: Double, _ chance: inout Chance) -> [Int]? {
        let line = shape.across(at: chance.within(0.4...0.6))
        if chance.happens(streets), let cut = mesh.cutStrip(f, along: line, width: 9) {
            mark(cut.strip, .street)
            return [cut.left, cut.right]
        }
        guard let cut = mesh.cut(f, along: line) else { return nil }
        return [cut.left, cut.right]
    }
}
