/// The finished ground of the county (县域底图): the partition, its parcels and villages, and what every place belongs to.
struct CountyGround: Sendable {
    let draft: CountyDraft
    let parcels: [Parcel]
    let villages: [Village]
    /// Village of every parcel, by place in `villages`.
    let villageOf: [Int]
    /// Parcel of every face; −1 outside the county.
    let parcelOf: [Int32]

    /// A village or town seat with its number within its town (行政村).
    struct Village: Sendable {
        var name: String
        /// Twelve digits.
        var code: String
        var unit: Int
        var centre: PlanePoint
        var isTown: Bool
    }

    init(seed: UInt64, parcels count: Int) {
        draft = CountyDraft.make(seed: seed, parcels: count)
        parcels = draft.parcels()
        villages = CountyGround.villages(of: draft)
        villageOf = CountyGround.nearestVillages(villages, to: parcels)
        var owners = [Int32](repeating: -1, count: draft.mesh.faceCount)
        for (i, parcel) in parcels.enumerated() {
            for f in parcel.faces { owners[Int(f)] = Int32(i) }
        }
        parcelOf = owners
    }

    private static func villages(of draft: CountyDraft) -> [Village] {
        var perUnit = [Int](repeating: 0, count: draft.units.count)
        return draft.places.enumerated().map { number, place in
            let unit = Int(place.unit)
            perUnit[unit] += 1
            return Village(
                name: CountyNames.village(number), code: CountyNames.unitCode(unit) + String(200 + perUnit[unit]), unit: unit,
                centre: draft.ground(place.centre), isTown: place.isTown)
        }
    }

    /// −1 where a unit has no village.
    private static func nearestVillages(_ villages: [Village], to parcels: [Parcel]) -> [Int] {
        var byUnit = [[Int]](repeating: [], count: CountyNames.units.count)
        for (i, village) in villages.enumerated() { byUnit[village.unit].append(i) }
        return parcels.map { parcel in
            if parcel.place >= 0 { return parcel.place }
            return byUnit[parcel.unit].min { (villages[$0].centre - parcel.middle).length < (villages[$1].centre - parcel.middle).length }
                ?? -1
        }
    }

    /// Name and twelve-digit code of the village a parcel belongs to; the unit itself where there is none.
    func seat(of parcel: Int) -> (code: String, name: String) {
        let unit = parcels[parcel].unit
        let village = villageOf[parcel]
        return village < 0
            ? (CountyNames.unitCode(unit) + "000", CountyNames.units[unit])
            : (villages[village].code, CountyNames.units[unit] + villages[village].name)
    }

    /// The polygons the parcels make together whose label is 0..<`count`; −1 leaves a parcel out.
    func regions(count: Int, label: (Parcel) -> Int) -> [[PlanePolygon]] {
        var labels = [Int32](repeating: -1, count: draft.mesh.faceCount)
        for parcel in parcels {
            let value = Int32(label(parcel))
            for f in parcel.faces { labels[Int(f)] = value }
        }
        return draft.mesh.regions(of: labels, count: count)
    }

    /// The polygon some parcels make together; nil when they do not touch.
    func union(_ members: [Int]) -> PlanePolygon? {
        let parts = draft.mesh.region(of: members.flatMap { parcels[$0].faces })
        return parts.count == 1 ? parts[0] : nil
    }

    /// Parcels that share a border with one.
    func neighbours(of parcel: Int) -> [Int] {
        var found: [Int] = []
        for f in parcels[parcel].faces {
            for e in draft.mesh.edges(of: Int(f)) {
                let other = draft.mesh.neighbour(across: e)
                guard other >= 0, case let owner = Int(parcelOf[other]), owner >= 0, owner != parcel, !found.contains(owner) else {
                    continue
                }
                found.append(owner)
            }
        }
        return found
    }
}
