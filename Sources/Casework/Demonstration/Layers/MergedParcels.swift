extension CountyGround {
    /// Pairs of neighbouring field strips of one class that the later survey draws as one (图斑归并).
    /// - Returns: the parcel each vanished one became part of.
    func mergedParcels(like covers: [LandCover]) -> [Int: Int] {
        var chance = Chance(draft.seed ^ 0x3E6)
        var merged: [Int: Int] = [:]
        var taken: Set<Int> = []
        for i in parcels.indices where chance.happens(0.004) && covers[i].isCultivated && !taken.contains(i) {
            let partner = neighbours(of: i).first {
                covers[$0] == covers[i] && parcels[$0].block == parcels[i].block && !taken.contains($0) && union([i, $0]) != nil
            }
            guard let partner else { continue }
            merged[partner] = i
            taken.formUnion([i, partner])
        }
        return merged
    }
}
