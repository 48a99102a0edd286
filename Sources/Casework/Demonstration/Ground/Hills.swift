extension CountyDraft {
    /// A block in the hills: sometimes a hamlet or a reservoir, else woods, orchards and terraces in irregular pieces (山区).
    mutating func fillHillBlock(_ f: Int, _ chance: inout Chance) {
        let shape = FaceShape(mesh.ring(of: f))
        let draw = chance.unit()
        if draw < 0.30, shape.breadth > 300 {
            let half = chance.within(55...110)
            let carved = carve(f, Site(centre: shape.middle, axis: shape.axis, half: PlanePoint(half * 1.3, half)))
            carved.outer.forEach { fillHills($0, &chance) }
            places.append(Place(centre: shape.middle, isTown: false, unit: mesh.tags[carved.inner].unit))
            fillVillage(carved.inner, place: places.count - 1, around: shape.middle, radius: half, &chance)
        } else if draw < 0.34, shape.breadth > 500 {
            let half = chance.within(140...220)
            let carved = carve(f, Site(centre: shape.middle, axis: shape.axis, half: PlanePoint(half * 1.6, half)))
            carved.outer.forEach { fillHills($0, &chance) }
            mark(carved.inner, .reservoir)
        } else {
            fillHills(f, &chance)
        }
    }

    mutating func fillHills(_ f: Int, _ chance: inout Chance) {
        var work = [f]
        while let g = work.popLast() {
            let shape = FaceShape(mesh.ring(of: g))
            if shape.area < 160_000, terrain.hilliness(shape.middle) < 0.4 {
                fillFields(g, &chance)
                continue
            }
            let line = shape.across(at: chance.within(0.32...0.68), tilt: chance.within(-0.55...0.55))
            if shape.area > hillPiece(at: shape.middle) * chance.within(0.5...2.2), shape.breadth > 40, let cut = mesh.cut(g, along: line) {
                work += [cut.left, cut.right]
            } else {
                let cover = hillCover(at: shape.middle, &chance)
                if cover == .dry, shape.area > 12_000 {
                    cutStrips(g, shape, width: 48, cover: .dry, &chance, crossAt: 260)
                } else {
                    mark(g, cover)
                }
            }
        }
    }

    private func hillPiece(at p: PlanePoint) -> Double { terrain.hilliness(p) > 0.9 ? 52_000 : 30_000 }

    private func hillCover(at p: PlanePoint, _ chance: inout Chance) -> LandCover {
        let height = terrain.hilliness(p)
        let kind = terrain.field(p, 12, wavelength: 1100) + chance.within(-0.18...0.18)
        if height < 0.8 { return kind > 0.25 ? .dry : kind > -0.10 ? .orchard : kind > -0.3 ? .grass : .forest }
        if terrain.field(p, 13, wavelength: 700) > 0.86 { return .mining }
        if kind > 0.52 { return .grass }
        if kind > 0.40 { return .bareRock }
        return kind > 0.10 ? .shrub : kind > -0.62 ? .forest : .orchard
    }
}
