extension CountyGround {
    /// Whether a parcel is permanent basic farmland (永久基本农田): cultivated, away from the seat, the zone and their margins.
    func isFarmland(_ parcel: Parcel) -> Bool {
        parcel.cover.isCultivated && parcel.place < 0 && parcel.setting != .town && parcel.setting != .zone && growth(parcel) == nil
            && draft.terrain.field(parcel.ideal, 41, wavelength: 1200) > -0.42
    }

    /// Ecological red line (生态保护红线): 1 water and soil in the high hills, 2 the river; nil outside.
    func redline(_ parcel: Parcel) -> Int? {
        let terrain = draft.terrain
        if abs(terrain.river.offset(of: parcel.ideal)) < 90, [.river, .otherWood].contains(parcel.cover), parcel.block < 0 { return 2 }
        guard parcel.place < 0, parcel.cover != .mining, parcel.cover != .highway, terrain.hilliness(blockMiddle(parcel)) > 0.86 else {
            return nil
        }
        return terrain.field(blockMiddle(parcel), 42, wavelength: 5200 * terrain.scale + 500) > -0.25 ? 1 : nil
    }

    /// Nature reserve (自然保护地): 1 core, 2 general control; nil outside.
    func reserve(_ parcel: Parcel) -> Int? {
        let r = draft.terrain.reach
        let distance = (parcel.ideal - PlanePoint(-0.50 * r, -0.58 * r)).length / r
        guard distance < 0.17, parcel.place < 0 else { return nil }
        return distance < 0.085 ? 1 : 2
    }

    /// Urban growth boundary (城镇开发边界): 1 concentrated building, 2 elastic, 3 special use; nil outside.
    func growth(_ parcel: Parcel) -> Int? {
        let terrain = draft.terrain
        if parcel.setting == .town || parcel.setting == .zone { return 1 }
        if parcel.block < 0, draft.isInSeat(parcel.ideal) || draft.isInZone(parcel.ideal) { return 1 }
        if parcel.place >= 0, draft.places[parcel.place].isTown { return 1 }
        let p = blockMiddle(parcel)
        let seat = (p - terrain.seat).length / terrain.seatRadius
        if seat < 1.28 { return terrain.river.offset(of: p) > terrain.river.offset(of: terrain.seat) + 0.8 * terrain.seatRadius ? 3 : 2 }
        return (p - terrain.zone).length / terrain.zoneRadius < 1.28 ? 2 : nil
    }

    /// Building control zone of the old land-use plan (建设用地管制区): 1 allowed, 2 conditional, 3 restricted, 4 forbidden.
    func planZone(_ parcel: Parcel) -> Int {
        if redline(parcel) == 1 || reserve(parcel) != nil { return 4 }
        if growth(parcel) == 1 || parcel.place >= 0 { return 1 }
        return growth(parcel) == nil ? 3 : 2
    }

    private func blockMiddle(_ parcel: Parcel) -> PlanePoint {
        parcel.block >= 0 ? draft.blockMiddles[parcel.block] : parcel.ideal
    }
}
