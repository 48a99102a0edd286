extension CountyDraft {
    /// A village or town seat: streets, houses in blocks, a school, an office, shops, ponds and trees at the rim (村庄).
    mutating func fillVillage(_ f: Int, place: Int, around centre: PlanePoint, radius: Double, _ chance: inout Chance) {
        var work = [f]
        let isTown = places[place].isTown
        while let g = work.popLast() {
            mesh.tags[g].place = Int32(place)
            mesh.tags[g].setting = .village
            let shape = FaceShape(mesh.ring(of: g))
            if shape.area > (isTown ? 14_000 : 9_000) * chance.within(0.7...1.4), let parts = partVillage(g, shape, isTown: isTown, &chance)
            {
                work += parts
            } else {
                mark(g, villageCover(shape, isTown: isTown, rim: (shape.middle - centre).length / radius, &chance))
            }
        }
    }

    private mutating func partVillage(_ f: Int, _ shape: FaceShape, isTown: Bool, _ chance: inout Chance) -> [Int]? {
        let width = shape.area > 60_000 ? (isTown ? 12.0 : 7.5) : 4.5
        let line = shape.across(at: chance.within(0.38...0.62))
        guard shape.breadth > 30 else { return nil }
        if shape.area > 24_000 || chance.happens(0.6) {
            guard let cut = mesh.cutStrip(f, along: line, width: width) else { return nil }
            mark(cut.strip, .street)
            mesh.tags[cut.strip].setting = .village
            mesh.tags[cut.strip].place = mesh.tags[f].place
            return [cut.left, cut.right]
        }
        guard let cut = mesh.cut(f, along: line) else { return nil }
        return [cut.left, cut.right]
    }

    private func villageCover(_ shape: FaceShape, isTown: Bool, rim: Double, _ chance: inout Chance) -> LandCover {
        let draw = chance.unit()
        let ragged = rim + 0.65 * terrain.field(shape.middle, 9, wavelength: 190)
        if ragged > 1.15 {
            return draw < 0.35 ? .irrigated : draw < 0.6 ? .otherWood : draw < 0.75 ? .pond : draw < 0.85 ? .vacant : .orchard
        }
        if isTown {
            return draw < 0.42
                ? .townHousing
                : draw < 0.58
                    ? .commerce
                    : draw < 0.66 ? .offices : draw < 0.74 ? .schools : draw < 0.86 ? .industry : draw < 0.90 ? .parks : .villageHousing
        }
        if draw < 0.86 { return .villageHousing }
        return draw < 0.885
            ? .schools : draw < 0.905 ? .offices : draw < 0.93 ? .commerce : draw < 0.96 ? .vacant : draw < 0.98 ? .pond : .utilities
    }
}
