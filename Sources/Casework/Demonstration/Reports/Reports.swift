import Enforcement

/// What comes beside the satellite patches (其他来源): tower cameras, the old ledger, clues.
struct Reports {
    let ground: CountyGround
    private(set) var alerts: [TowerAlert] = []
    private(set) var oldLedger: [OldLedgerRow] = []
    private(set) var clues: [DemonstrationClue] = []

    /// - Parameter patches: those of the quarters, some of which the cameras and callers saw too.
    init(_ ground: CountyGround, patches: [DraftPatch], seed: UInt64) {
        self.ground = ground
        let sound = patches.filter { $0.making.reception == .accepted && $0.making != .outside }
        var chance = Chance(seed ^ 0x70E7)
        alerts = makeAlerts(sound, &chance)
        chance = Chance(seed ^ 0x01D)
        oldLedger = (0..<max(8, patches.count / 8)).map { oldRow($0, &chance) }
        chance = Chance(seed ^ 0xC1E)
        clues = (0..<max(6, patches.count / 12)).map { clue($0, &chance) }
    }

    /// Alarms on patches and elsewhere; every third place is reported again, a few metres off, on later days.
    private func makeAlerts(_ patches: [DraftPatch], _ chance: inout Chance) -> [TowerAlert] {
        let cameras = chance.shuffled(Array(ground.villages.indices)).prefix(36).sorted()
        var found: [(minute: Int, alert: TowerAlert)] = []
        for n in 0..<max(12, patches.count / 6) {
            let isOnPatch = chance.happens(0.55) && !patches.isEmpty
            let place = isOnPatch ? chance.pick(patches).outer.centre : chance.pick(ground.parcels).middle
            let camera = cameras.min { distance($0, place) < distance($1, place) } ?? 0
            var minute = chance.integer(0...179 * 1440)
            for _ in 0..<(n % 3 == 0 ? chance.integer(2...4) : 1) {
                let shaken = place + PlanePoint(chance.within(-9...9), chance.within(-9...9))
                found.append((minute, alert(at: shaken, minute, camera: camera, &chance)))
                minute += chance.integer(600...9000)
            }
        }
        return numbered(found.sorted { $0.minute < $1.minute }.map { $0.alert })
    }

    private func alert(at place: PlanePoint, _ minute: Int, camera: Int, _ chance: inout Chance) -> TowerAlert {
        let position = GaussKruger.degrees(place)
        let day = Day(number: 17_897 + minute / 1440).text
        let clock = (minute / 60 % 24).padded(2) + ":" + (minute % 60).padded(2) + ":" + chance.integer(0...59).padded(2)
        return TowerAlert(
            id: "", time: day + " " + clock, camera: "990101-T" + (camera + 1).padded(4),
            lon: (position.x * 1e6).rounded() / 1e6, lat: (position.y * 1e6).rounded() / 1e6,
            type: chance.pick(["挖掘机", "疑似新增建筑", "堆土", "渣土车", "地面硬化", "推土机"]), confidence: (chance.within(0.52...0.99) * 100).rounded() / 100
        )
    }

    /// Numbers in order of time; one alarm has lost its position and one is at nought.
    private func numbered(_ alerts: [TowerAlert]) -> [TowerAlert] {
        alerts.enumerated().map { i, alert in
            var alert = alert
            alert.id = "TT2019" + (i + 1).padded(6)
            if i == alerts.count / 3 { (alert.lon, alert.lat) = (nil, nil) }
            if i == alerts.count / 2 { (alert.lon, alert.lat) = (0, 0) }
            return alert
        }
    }

    private func distance(_ village: Int, _ p: PlanePoint) -> Double { (ground.villages[village].centre - p).length }

    private func oldRow(_ n: Int, _ chance: inout Chance) -> OldLedgerRow {
        let village = chance.pick(ground.villages)
        let area = (chance.within(0.4...38) * 100).rounded() / 100
        let cultivated = (area * chance.pick([0, 0.35, 0.8, 1.0]) * 100).rounded() / 100
        let year = chance.integer(2014...2018)
        return OldLedgerRow(
            number: CountyNames.code + String(year) + chance.integer(10_000_000...99_999_999).padded(8), numberIsDamaged: n % 3 == 1,
            town: CountyNames.units[village.unit], village: village.name, party: chance.pick(["村民委员会", "某合作社", "某企业", "镇政府", "个体经营"]),
            area: area,
            cultivated: cultivated, farmland: chance.happens(0.3) ? cultivated : 0, year: year,
            status: chance.pick(["已整改", "整改中", "未整改", "已拆除复耕", "完善手续中", "移送法院"]),
            remarks: chance.pick(["", "", "2018年已立案", "纳入存违挂账", "与往期图斑重复", "面积以实测为准"]))
    }

    private func clue(_ n: Int, _ chance: inout Chance) -> DemonstrationClue {
        let village = chance.pick(ground.villages)
        let day = Day(number: 17_897 + n * 3 + chance.integer(0...2))
        let place = chance.pick(["村北", "村东南角", "村西大沟旁", "小学南侧", "沿河路北", "老供销社院后", "村口路东"])
        let act = chance.pick(["有人在耕地里打地基", "果园里建起彩钢棚", "往河滩倒土填地", "硬化地面停放货车", "取土卖土", "在田里挖鱼塘", "加高养殖棚"])
        let isVague = chance.happens(0.15)
        return DemonstrationClue(
            number: day.text.replacing("-", with: "") + (n + 1).padded(4),
            source: chance.pick(["12336举报", "信访", "巡查", "网络", "媒体", "部门移送"]),
            day: day.text, town: isVague ? "" : CountyNames.units[village.unit], village: isVague ? "" : village.name,
            place: (isVague ? "" : village.name) + place, content: act, area: chance.pick(["约2亩", "3亩左右", "", "约1500平方米", "不详", "半亩"]))
    }
}
