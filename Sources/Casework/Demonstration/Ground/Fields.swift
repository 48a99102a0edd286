extension CountyDraft {
    /// Farmland: groups between tracks and ditches, each group in strips (农田).
    mutating func fillFields(_ f: Int, _ chance: inout Chance) {
        var work = [f]
        while let g = work.popLast() {
            let shape = FaceShape(mesh.ring(of: g))
            let isLarge = shape.area > chance.within(85_000...150_000) || shape.length > 620
            if isLarge, let parts = partFields(g, shape, &chance) {
                work += parts
            } else if terrain.hilliness(shape.middle) > 0.5 {
                fillHills(g, &chance)
            } else {
                fillGroup(g, shape, &chance)
            }
        }
    }

    private mutating func partFields(_ f: Int, _ shape: FaceShape, _ chance: inout Chance) -> [Int]? {
        let line = shape.across(at: chance.within(0.36...0.64), tilt: chance.within(-0.03...0.03))
        let draw = chance.unit()
        if draw < 0.42 {
            guard let cut = mesh.cut(f, along: line) else { return nil }
            return [cut.left, cut.right]
        }
        guard let cut = mesh.cutStrip(f, along: line, width: draw < 0.78 ? 4 : 3.2) else { return nil }
        mark(cut.strip, draw < 0.78 ? .ruralRoad : .ditch)
        return [cut.left, cut.right]
    }

    private mutating func fillGroup(_ f: Int, _ shape: FaceShape, _ chance: inout Chance) {
        let cover = cropCover(at: shape.middle, &chance)
        switch cover {
        case .pond: cutStrips(f, shape, width: 62, cover: .pond, &chance, crossAt: 130)
        case .facility: fillGreenhouses(f, shape, &chance)
        case .orchard: cutStrips(f, shape, width: 88, cover: .orchard, &chance, crossAt: 320)
        case .otherWood: cutStrips(f, shape, width: 130, cover: .otherWood, &chance, crossAt: 400)
        default: cutStrips(f, shape, width: 54, cover: cover, &chance, crossAt: 420)
        }
    }

    private func cropCover(at p: PlanePoint, _ chance: inout Chance) -> LandCover {
        let water = abs(terrain.river.offset(of: p))
        let far = 1700 * max(0.4, terrain.scale)
        if terrain.field(p, 1, wavelength: 1900) > 0.50 { return .orchard }
        if water < far, terrain.field(p, 2, wavelength: 1500) > 0.42 { return .pond }
        if terrain.field(p, 3, wavelength: 900) > 0.66 { return .facility }
        if terrain.field(p, 4, wavelength: 1300) > 0.66 || chance.happens(0.02) { return .otherWood }
        if water < far, terrain.field(p, 5, wavelength: 3000) > 0.05 { return .paddy }
        return terrain.hilliness(p) > 0.12 ? .dry : .irrigated
    }

    /// Cuts a group along its long way into strips of about `width`, and those longer than `crossAt` across.
    mutating func cutStrips(
        _ f: Int, _ shape: FaceShape, width: Double, cover: LandCover, _ chance: inout Chance, crossAt: Double
    ) {
        let count = max(1, Int((shape.breadth / (width * chance.within(0.7...1.35))).rounded()))
        var rest = f
        mark(rest, cover)
        for k in stride(from: 1, to: count, by: 1) {
            let share = (Double(k) + chance.within(-0.22...0.22)) / Double(count)
            guard let cut = mesh.cut(rest, along: shape.along(at: share)) else { continue }
            finishStrip(cut.right, crossAt: crossAt, &chance)
            rest = cut.left
        }
        finishStrip(rest, crossAt: crossAt, &chance)
    }

    private mutating func finishStrip(_ f: Int, crossAt: Double, _ chance: inout Chance) {
        let shape = FaceShape(mesh.ring(of: f))
        if mesh.tags[f].cover.isCultivated, chance.happens(0.025) {
            mark(f, chance.pick([.otherWood, .grass, .pond, .facility, .orchard]))
        }
        guard shape.length > crossAt || (shape.length > crossAt / 2 && chance.happens(0.12)) else { return }
        _ = mesh.cut(f, along: shape.across(at: chance.within(0.35...0.65)))
    }

    /// Greenhouses in rows with irrigated land between.
    private mutating func fillGreenhouses(_ f: Int, _ shape: FaceShape, _ chance: inout Chance) {
        mark(f, .irrigated)
        var rest = f
        let rows = max(2, Int(shape.breadth / 55))
        for k in 1..<rows {
            guard let cut = mesh.cut(rest, along: shape.along(at: Double(k) / Double(rows))) else { continue }
            if chance.happens(0.6) { mark(cut.right, .facility) }
            rest = cut.left
        }
    }
}
