extension CountyDraft {
    /// The main river with wooded banks and dykes, and its tributaries (河流).
    mutating func layOutRivers() {
        let shrink = max(0.45, terrain.scale)
        let line = terrain.river
        lay(line, width: 172 * shrink + 16, cover: .dyke) { $0.setting == .open }
        lay(line, width: 172 * shrink, cover: .otherWood) { $0.cover == .dyke }
        lay(line, width: 96 * shrink, cover: .river) { $0.cover == .otherWood }
        let r = terrain.reach
        let tributaries: [(PlaneLine, Double, Bool)] = [
            (PlaneLine(through: PlanePoint(-0.42 * r, 0), angle: 1.32), 34, true),
            (PlaneLine(through: PlanePoint(0.60 * r, 0), angle: 1.78), 24, true),
            (PlaneLine(through: PlanePoint(-0.10 * r, 0.6 * r), angle: 2.05), 28, false),
        ]
        for (tributary, width, isSouth) in tributaries {
            lay(tributary, width: width * shrink, cover: .river, where: { $0.setting == .open }) { ring in
                (line.offset(of: ring.centre) < 0) == isSouth
            }
        }
    }

    /// Lays a strip through every face that qualifies.
    mutating func lay(
        _ line: PlaneLine, width: Double, cover: LandCover, where accepts: (FaceTag) -> Bool,
        on side: ([PlanePoint]) -> Bool = { _ in true }
    ) {
        for f in 0..<mesh.faceCount where accepts(mesh.tags[f]) {
            guard side(mesh.ring(of: f)), let cut = mesh.cutStrip(f, along: line, width: width) else { continue }
            mesh.tags[cut.strip].cover = cover
            mesh.tags[cut.strip].setting = .way
        }
    }
}
