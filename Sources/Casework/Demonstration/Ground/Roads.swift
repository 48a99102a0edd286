extension CountyDraft {
    /// Motorway, railway, national, provincial and county roads (道路): they cross rivers by bridges.
    mutating func layOutRoads() {
        let r = terrain.reach
        let s = terrain.seat
        let shrink = max(0.5, terrain.scale)
        let trunks: [(PlaneLine, Double, LandCover)] = [
            (PlaneLine(through: PlanePoint(-0.25 * r, 0.62 * r), angle: -0.32), 36, .highway),
            (PlaneLine(through: PlanePoint(0, -0.24 * r), angle: 0.22), 22, .railway),
            (PlaneLine(through: PlanePoint(s.x - 0.14 * r, s.y), angle: 1.50), 26, .highway),
            (PlaneLine(through: PlanePoint(s.x, s.y + 0.13 * r), angle: 0.05), 26, .highway),
            (PlaneLine(through: PlanePoint(s.x, s.y - 0.135 * r), angle: -0.03), 20, .highway),
            (PlaneLine(through: PlanePoint(s.x + 0.145 * r, s.y), angle: 1.62), 20, .highway),
            (PlaneLine(through: PlanePoint(0.55 * r, 0), angle: 1.45), 15, .highway),
            (PlaneLine(through: PlanePoint(-0.62 * r, 0), angle: 1.66), 15, .highway),
            (PlaneLine(through: PlanePoint(0, -0.55 * r), angle: 0.12), 14, .highway),
            (PlaneLine(through: PlanePoint(0, 0.72 * r), angle: 0.02), 15, .highway),
        ]
        for (line, width, cover) in trunks {
            lay(line, width: width * shrink, cover: cover) { !$0.cover.isRoad }
        }
    }

    /// Cuts the long strips across every kilometre or so, as surveys do.
    mutating func cutWaysToLength() {
        let limit = 1400 * max(0.4, terrain.scale)
        var f = 0
        while f < mesh.faceCount {
            if mesh.tags[f].setting == .way, let across = middleAcross(f, longerThan: limit), mesh.cut(f, along: across) != nil { continue }
            f += 1
        }
    }

    private func middleAcross(_ f: Int, longerThan limit: Double) -> PlaneLine? {
        let shape = FaceShape(mesh.ring(of: f))
        let most = terrain.isNearBorder(shape.middle) ? limit / 4 : limit
        return shape.length > most ? PlaneLine(through: shape.middle, direction: shape.axis.left) : nil
    }
}

extension LandCover {
    /// Trunk roads and railways keep their bed where others cross.
    fileprivate var isRoad: Bool { self == .railway }
}
