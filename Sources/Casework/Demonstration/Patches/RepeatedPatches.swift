import Enforcement

extension PatchMaker {
    /// The ground of a patch of the quarter before, once more: the same outline, a part, more, or nearly the same.
    mutating func again(_ making: Making) -> DraftPatch? {
        let taken = Set(drafts.compactMap { $0.twin })
        let useful: Set<Making> = [.breaching, .farmlandMinor, .farmlandSerious, .conforming, .notSupplied]
        let choices = former.filter {
            useful.contains($0.making) && !taken.contains($0.number) && $0.outer.count >= 4 && $0.outer.count < 60
        }
        guard !choices.isEmpty else { return nil }
        let before = chance.pick(choices)
        guard let ring = ring(of: before, as: making) else { return nil }
        var patch = before
        patch.rings = [ring.closedClockwise]
        patch.making = making
        patch.twin = before.number
        patch.before = before.after
        patch.after = Day(number: quarter.after.number + chance.integer(0...45))
        patch.statedArea = (abs(patch.outer.signedArea) * 100).rounded() / 100
        patch.note = making == .sameAgain ? "往期图斑" : ""
        return patch
    }

    private mutating func ring(of before: DraftPatch, as making: Making) -> [PlanePoint]? {
        let outer = before.outer
        switch making {
        case .sameAgain: return outer
        case .grown: return outer.scaled(1.22)
        case .overlapping:
            let shift = PlanePoint(angle: chance.within(0...6.28)) * (abs(outer.signedArea).squareRoot() * 0.03)
            return outer.scaled(1.02).map { $0 + shift }
        default:
            let small = outer.scaled(0.7)
            let whole = PlanePolygon(outer: outer)
            if PatchShapes.isInside(small, whole) { return small }
            return PatchShapes.building(in: whole, area: nil, &chance)
        }
    }
}
