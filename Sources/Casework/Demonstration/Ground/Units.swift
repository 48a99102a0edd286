extension CountyDraft {
    /// Ten towns around their seats and one development zone; every block goes to the nearest, so that borders
    /// follow roads and rivers (行政区).
    mutating func drawUnits() {
        units = unitSites()
        for f in 0..<mesh.faceCount where mesh.tags[f].block >= 0 {
            let p = mesh.ring(of: f).centre
            if terrain.isInside(p) { mesh.tags[f].unit = nearestUnit(p, in: mesh.tags[f].setting) }
        }
        for f in 0..<mesh.faceCount where mesh.tags[f].block < 0 { mesh.tags[f].unit = unitBeside(f, through: false) }
        for _ in 0..<4 { spreadOverWays() }
    }

    /// The seat's town first, nine around it, the zone last.
    private func unitSites() -> [UnitSite] {
        let r = terrain.reach
        var chance = Chance(seed ^ 0x0417)
        var sites = [UnitSite(centre: terrain.seat, weight: 1.0)]
        let ring: [(Double, Double)] = [
            (-0.05, 0.52), (0.48, 0.52), (0.62, 0.18), (0.52, -0.36), (0.20, -0.62), (-0.22, -0.50), (-0.56, -0.42), (-0.52, 0.04),
            (-0.50, 0.50),
        ]
        for (x, y) in ring {
            let place = PlanePoint(x + chance.within(-0.05...0.05), y + chance.within(-0.05...0.05)) * r
            sites.append(UnitSite(centre: place, weight: chance.within(0.93...1.07)))
        }
        sites.append(UnitSite(centre: terrain.zone, weight: 0.8))
        return sites
    }

    private func nearestUnit(_ p: PlanePoint, in setting: FaceTag.Setting) -> Int16 {
        if setting == .zone { return Int16(units.count - 1) }
        let bumpy = p + PlanePoint(terrain.field(p, 71, wavelength: 2600), terrain.field(p, 72, wavelength: 2600)) * (900 * terrain.scale)
        var best = 0
        var least = Double.infinity
        for (i, site) in units.enumerated().dropLast() {
            let distance = (bumpy - site.centre).length / site.weight
            if distance < least { (best, least) = (i, distance) }
        }
        return Int16(best)
    }

    /// Rivers lie between their banks: the unit comes to them through other strips.
    private mutating func spreadOverWays() {
        for f in 0..<mesh.faceCount where mesh.tags[f].unit < 0 && mesh.tags[f].block < 0 {
            if terrain.isInside(mesh.ring(of: f).centre) { mesh.tags[f].unit = unitBeside(f, through: true) }
        }
    }

    /// The unit with the longest border beside a strip; −1 when there is none inside the county.
    private func unitBeside(_ f: Int, through ways: Bool) -> Int16 {
        var lengths = [Double](repeating: 0, count: units.count)
        for e in mesh.edges(of: f) {
            let other = mesh.neighbour(across: e)
            guard other >= 0, mesh.tags[other].unit >= 0, ways || mesh.tags[other].block >= 0 else { continue }
            lengths[Int(mesh.tags[other].unit)] += (mesh.end(of: e) - mesh.start(of: e)).length
        }
        guard let most = lengths.max(), most > 0.33 * FaceShape.perimeter(mesh.ring(of: f)) else { return -1 }
        return Int16(lengths.firstIndex(of: most) ?? 0)
    }
}
