/// Finds ground for projects and patches (选址): every parcel is used once.
struct Sites {
    let ground: CountyGround
    private var order: [Int]
    private var used: Set<Int> = []
    private(set) var chance: Chance

    init(_ ground: CountyGround, _ chance: Chance) {
        self.ground = ground
        var chance = chance
        order = chance.shuffled(Array(ground.parcels.indices))
        self.chance = chance
    }

    /// An unused parcel that fits, preferably near a village; nil when there is none.
    mutating func take(nearVillage: Bool = false, where fits: (Parcel) -> Bool) -> Int? {
        var candidates: [Int] = []
        for i in order where !used.contains(i) && fits(ground.parcels[i]) {
            candidates.append(i)
            if candidates.count == (nearVillage ? 6 : 1) { break }
        }
        let best = nearVillage ? candidates.min { distanceToVillage($0) < distanceToVillage($1) } : candidates.first
        if let best { use(best) }
        return best
    }

    mutating func use(_ parcel: Int) { used.insert(parcel) }
    func isFree(_ parcel: Int) -> Bool { !used.contains(parcel) }

    private func distanceToVillage(_ i: Int) -> Double {
        let village = ground.villageOf[i]
        return village < 0 ? .infinity : (ground.villages[village].centre - ground.parcels[i].middle).length
    }

    /// A parcel and, by chance, free neighbours of its block that qualify, as one polygon.
    mutating func takeGroup(upTo limit: Int, where fits: (Parcel) -> Bool) -> (members: [Int], polygon: PlanePolygon)? {
        guard let first = take(where: fits) else { return nil }
        var members = [first]
        for other in ground.neighbours(of: first) where members.count < limit {
            let parcel = ground.parcels[other]
            guard isFree(other), parcel.block == ground.parcels[first].block, parcel.polygon.holes.isEmpty, fits(parcel) else { continue }
            use(other)
            members.append(other)
        }
        guard let polygon = ground.union(members) else { return ([first], ground.parcels[first].polygon) }
        return (members, polygon)
    }
}

extension Parcel {
    /// Open ground where somebody might build: fields, orchards, grass; simple in shape.
    var isBuildable: Bool {
        polygon.holes.isEmpty && (cover.isCultivated || [.orchard, .otherWood, .grass].contains(cover)) && area > 2500 && area < 80_000
    }
}
