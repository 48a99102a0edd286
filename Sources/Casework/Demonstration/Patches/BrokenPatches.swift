import Enforcement

extension PatchMaker {
    /// A good patch, broken in one way that really comes (坏数据).
    mutating func broken(_ making: Making) -> DraftPatch? {
        guard let i = sites.take(nearVillage: true, where: { $0.isBuildable && $0.setting == .plain }),
            let ring = PatchShapes.building(in: ground.parcels[i].polygon, area: chance.within(900...3000), &chance)
        else { return nil }
        var patch = row(ring, making, type: "20", on: i)
        switch making {
        case .missingAttributes, .wrongArea, .sameNumber: spoilAttributes(&patch)
        case .wrongZone: patch.rings = patch.rings.map { $0.map { PlanePoint($0.x + 1_000_000, $0.y) } }
        case .degrees: patch.rings = patch.rings.map { $0.map { GaussKruger.degrees($0) } }
        default: patch.rings = PatchMaker.spoiled(patch.rings[0], making)
        }
        return patch
    }

    private mutating func spoilAttributes(_ patch: inout DraftPatch) {
        switch (patch.making, chance.integer(0...2)) {
        case (.wrongArea, _): patch.statedArea = patch.statedArea.map { ($0 / 666.67 * 100).rounded() / 100 }
        case (.missingAttributes, 0): (patch.type, patch.feature) = ("", "")
        case (.missingAttributes, 1): (patch.before, patch.after) = (nil, nil)
        case (.missingAttributes, _): (patch.statedArea, patch.formerClass) = (nil, "")
        default: break
        }
    }

    /// - Parameter ring: closed and clockwise.
    private static func spoiled(_ ring: [PlanePoint], _ making: Making) -> [[PlanePoint]] {
        var ring = ring
        switch making {
        case .bowTie:
            // A rectangle, so that the two halves are alike and no repair can tell which one is meant.
            let box = ring.extent
            ring = [box.low, box.high, PlanePoint(box.high.x, box.low.y), PlanePoint(box.low.x, box.high.y), box.low]
        case .unclosed: ring.removeLast()
        case .repeatedPoints: ring = ring.flatMap { [$0, $0] }
        case .spike:
            let edge = ring[1] - ring[0]
            ring.insert(contentsOf: [ring[1] + edge.unit * 240, ring[1]], at: 2)
        case .holeOutside:
            let step = PlanePoint(400, 0)
            return [ring, ring.reversed().map { ring[0] + ($0 - ring[0]) * 0.2 + step }]
        case .flat: ring = [ring[0], ring[1], (ring[0] + ring[1]) * 0.5, ring[0]]
        case .noGeometry: return []
        case .notFinite: ring[1] = PlanePoint(.nan, ring[1].y)
        default: break
        }
        return [ring]
    }
}
