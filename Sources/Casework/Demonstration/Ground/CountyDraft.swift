/// The county while it is made (县域草图): the mesh, the terrain, and the places named so far.
struct CountyDraft {
    var mesh: Mesh
    let terrain: Terrain
    let seed: UInt64
    /// Villages and town seats, by the `place` of a face.
    var places: [Place] = []
    var blockCount = 0
    var units: [UnitSite] = []
    /// Middle of every face in the ideal plane, where the terrain is asked.
    private(set) var ideals: [PlanePoint] = []
    /// Middle of every block in the ideal plane.
    private(set) var blockMiddles: [PlanePoint] = []

    /// A village, town seat or the county seat (聚落).
    struct Place {
        var centre: PlanePoint
        var isTown: Bool
        var unit: Int16 = -1
    }

    /// Where a town or the zone has its middle, in the ideal plane.
    struct UnitSite {
        var centre: PlanePoint
        /// Draws land to itself beyond its share: the zone less, the seat more.
        var weight: Double
    }

    init(seed: UInt64, parcels: Int) {
        let scale = (Double(parcels) / 60_000).squareRoot()
        // Small counties have small villages and blocks beside wide roads, so they need less ground a parcel.
        let reach = 18_700 * scale * (1 - 0.235 * (1 - scale))
        self.seed = seed
        terrain = Terrain(seed: seed, reach: reach, scale: scale)
        let corner = reach * 1.05
        mesh = Mesh(
            corners: [PlanePoint(-corner, -corner), PlanePoint(corner, -corner), PlanePoint(corner, corner), PlanePoint(-corner, corner)],
            tag: FaceTag(cover: .irrigated, setting: .open))
    }

    /// The phases, in order.
    static func make(seed: UInt64, parcels: Int) -> CountyDraft {
        var draft = CountyDraft(seed: seed, parcels: parcels)
        draft.layOutRivers()
        draft.layOutRoads()
        draft.layOutBlocks()
        draft.drawUnits()
        draft.fillBlocks()
        draft.bendIntoGround()
        return draft
    }

    /// Moves every vertex from the ideal plane to the ground, in zone 39 metres with prefix, rounded to 0.1 mm.
    private mutating func bendIntoGround() {
        let terrain = self.terrain
        ideals = (0..<mesh.faceCount).map { mesh.ring(of: $0).centre }
        blockMiddles = middlesOfBlocks()
        mesh.densify { terrain.step(at: $0) }
        for i in mesh.points.indices {
            mesh.points[i] = ground(mesh.points[i])
        }
    }

    private func middlesOfBlocks() -> [PlanePoint] {
        var sums = [(sum: PlanePoint, count: Double)](repeating: (PlanePoint(0, 0), 0), count: blockCount)
        for f in 0..<mesh.faceCount where mesh.tags[f].block >= 0 {
            let b = Int(mesh.tags[f].block)
            sums[b] = (sums[b].sum + ideals[f], sums[b].count + 1)
        }
        return sums.map { $0.sum * (1 / max($0.count, 1)) }
    }

    /// A point of the ideal plane on the ground, in zone 39 metres.
    func ground(_ p: PlanePoint) -> PlanePoint { (terrain.bent(p) + CountyDraft.middle).rounded }

    /// The middle of the county in EPSG:4527: 39 km east of the central meridian 117°, near 36.7° north.
    static let middle = PlanePoint(39_539_000, 4_068_000)
}
