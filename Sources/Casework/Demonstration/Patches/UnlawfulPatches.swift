import Enforcement

extension PatchMaker {
    /// Building without any paper (违法用地), by where it stands.
    mutating func unapproved(_ making: Making) -> DraftPatch? {
        let ground = self.ground
        let draw = sites.take(nearVillage: making == .breaching || making == .farmlandMinor) { PatchMaker.fits($0, making, ground) }
        guard let i = draw else { return nil }
        let parcel = ground.parcels[i]
        if making == .breaching, chance.happens(0.15) { return pond(i, making) }
        if making == .breaching, chance.happens(0.12) { return street(i, making) }
        let area: Double? =
            switch making {
            case .farmlandSerious: max(3900, parcel.area * chance.within(0.5...0.9))
            case .farmlandMinor: chance.within(350...2300)
            case .breaching, .conforming: chance.happens(0.6) ? chance.within(260...4200) : nil
            default: chance.within(500...6000)
            }
        guard var ring = outline(in: parcel.polygon, area: area) else { return nil }
        if making == .farmlandSerious, abs(ring.signedArea) < PatchMaker.seriousArea { ring = parcel.polygon.outer }
        return row(ring, making, type: chance.pick(["20", "20", "20", "YH", "TP", "DT", "GF"]), on: i)
    }

    /// Five mu (亩) and some, so that no rounding brings it below.
    private static let seriousArea = 5.05 * 2000 / 3

    private static func fits(_ parcel: Parcel, _ making: Making, _ ground: CountyGround) -> Bool {
        guard parcel.polygon.holes.isEmpty else { return false }
        switch making {
        case .redline: return ground.redline(parcel) == 1 && ground.reserve(parcel) == nil && parcel.area > 1500 && !parcel.cover.isBuilt
        case .reserve: return ground.reserve(parcel) != nil && parcel.area > 1500 && !parcel.cover.isLinear
        case .farmlandSerious: return ground.isFarmland(parcel) && parcel.area > 7500
        case .farmlandMinor: return ground.isFarmland(parcel) && parcel.area > 3000
        case .conforming: return parcel.isBuildable && ground.planZone(parcel) <= 2 && ground.growth(parcel) != 3
        default: return parcel.isBuildable && ground.planZone(parcel) == 3 && !ground.isFarmland(parcel) && ground.redline(parcel) == nil
        }
    }

    private mutating func pond(_ i: Int, _ making: Making) -> DraftPatch? {
        let shape = FaceShape(ground.parcels[i].polygon.outer)
        let ring = PatchShapes.blob(at: shape.middle, radius: shape.breadth * chance.within(0.25...0.36), &chance)
        return row(ring, making, type: "KT", on: i, note: "挖塘")
    }

    private mutating func street(_ i: Int, _ making: Making) -> DraftPatch? {
        let shape = FaceShape(ground.parcels[i].polygon.outer)
        let ring = PatchShapes.road(
            from: shape.middle, direction: shape.axis, length: chance.within(180...700), width: chance.within(8.5...13), &chance)
        return row(ring, making, type: "DL1", on: i, note: "路面宽度超过8米")
    }

    /// A patch across the border of two towns, or beyond the border of the county.
    mutating func borderline(_ making: Making) -> DraftPatch? {
        let mesh = ground.draft.mesh
        for _ in 0..<60_000 {
            let e = chance.integer(0...mesh.edgeCount - 1)
            guard let owner = owner(of: e, mesh, making) else { continue }
            let middle = (mesh.start(of: e) + mesh.end(of: e)) * 0.5
            if making == .acrossTowns {
                let ring = PatchShapes.blob(at: middle, radius: chance.within(35...60), &chance)
                return row(ring, making, type: "TD", on: owner)
            }
            let outward = (mesh.end(of: e) - mesh.start(of: e)).unit.left * -1
            let ring = PatchShapes.blob(at: middle + outward * chance.within(350...900), radius: chance.within(18...40), &chance)
            if isBeyond(ring) { return row(ring, making, type: "20", on: owner, note: "交界处") }
        }
        return nil
    }

    /// The parcel left of a border edge; nil when the edge is no border of the kind asked for.
    private func owner(of e: Int, _ mesh: Mesh, _ making: Making) -> Int? {
        let left = Int(mesh.face[e])
        let right = mesh.neighbour(across: e)
        guard left >= 0, mesh.tags[left].unit >= 0 else { return nil }
        if making == .outside { return right < 0 || mesh.tags[right].unit < 0 ? Int(ground.parcelOf[left]) : nil }
        guard right >= 0, mesh.tags[right].unit >= 0, mesh.tags[right].unit != mesh.tags[left].unit else { return nil }
        return Int(ground.parcelOf[left])
    }

    private func isBeyond(_ ring: [PlanePoint]) -> Bool {
        !ground.parcels.contains { parcel in (parcel.middle - ring[0]).length < 2500 && ring.contains { parcel.polygon.outer.holds($0) } }
    }
}
