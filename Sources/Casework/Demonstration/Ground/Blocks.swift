extension CountyDraft {
    /// Cuts the land between rivers and trunk roads into blocks of about a square kilometre by lesser roads and canals (街坊).
    mutating func layOutBlocks() {
        var work = (0..<mesh.faceCount).filter { mesh.tags[$0].setting == .open }
        var step = 0
        while let f = work.popLast() {
            step += 1
            var chance = Chance(seed ^ 0xB10C, step)
            if let parts = halve(f, &chance) {
                work += parts
            } else {
                settle(f)
            }
        }
        cutWaysToLength()
    }

    private func blockArea(at p: PlanePoint) -> Double {
        let small = max(0.35, terrain.scale)
        if terrain.isNearBorder(p) { return 260_000 * small }
        if isInSeat(p) { return 70_000 }
        if isInZone(p) { return 160_000 }
        return (terrain.hilliness(p) > 0.5 ? 1_100_000 : 820_000) * small
    }

    private mutating func halve(_ f: Int, _ chance: inout Chance) -> [Int]? {
        let shape = FaceShape(mesh.ring(of: f))
        guard shape.area > blockArea(at: shape.middle) || shape.length > 2600 * max(0.5, terrain.scale) else { return nil }
        guard terrain.isInside(shape.middle) || terrain.isNearBorder(shape.middle) || shape.area > 3_000_000 * terrain.scale else {
            return nil
        }
        let line = shape.across(
            at: chance.within(0.42...0.58), tilt: shape.area > 3_000_000 ? chance.within(-0.22...0.22) : chance.within(-0.10...0.10))
        let way = separator(at: shape.middle, area: shape.area, &chance)
        guard let cut = mesh.cutStrip(f, along: line, width: way.width) else { return nil }
        mesh.tags[cut.strip].cover = way.cover
        mesh.tags[cut.strip].setting = .way
        return [cut.left, cut.right]
    }

    private func separator(at p: PlanePoint, area: Double, _ chance: inout Chance) -> (width: Double, cover: LandCover) {
        if isInSeat(p) || isInZone(p) { return (area > 500_000 ? 24 : 15, .street) }
        if terrain.hilliness(p) > 0.5 { return (5, .ruralRoad) }
        if area > 4_000_000 { return (11, .highway) }
        return chance.happens(0.22) ? (9, .ditch) : (6.5, .ruralRoad)
    }

    func isInSeat(_ p: PlanePoint) -> Bool {
        (p - terrain.seat).length < terrain.seatRadius * (1 + 0.42 * terrain.field(p, 31, wavelength: 1500 * terrain.scale + 200))
    }
    func isInZone(_ p: PlanePoint) -> Bool {
        (p - terrain.zone).length < terrain.zoneRadius * (1 + 0.25 * terrain.field(p, 32, wavelength: 1700 * terrain.scale + 200))
    }

    private mutating func settle(_ f: Int) {
        let p = mesh.ring(of: f).centre
        mesh.tags[f].block = Int32(blockCount)
        blockCount += 1
        mesh.tags[f].setting =
            isInSeat(p) ? .town : isInZone(p) ? .zone : terrain.hilliness(p) > 0.5 ? .hills : .plain
    }
}
