import Enforcement

/// Makes the patches of the quarters and the papers that go with them (图斑生成).
struct PatchMaker {
    var sites: Sites
    var chance: Chance
    var projects = Projects()
    /// Class of every parcel in the surveys of 2018 and 2019.
    var covers2018: [LandCover]
    var covers2019: [LandCover]
    var quarter = Quarter.first
    var drafts: [DraftPatch] = []
    /// Patches of the quarter before, whose ground comes again.
    var former: [DraftPatch] = []
    var ground: CountyGround { sites.ground }

    init(_ ground: CountyGround, seed: UInt64) {
        sites = Sites(ground, Chance(seed ^ 0x517E))
        chance = Chance(seed ^ 0x9A7C)
        covers2018 = ground.parcels.map { $0.cover }
        covers2019 = covers2018
    }

    /// The rows of one quarter, in the order of the file.
    mutating func batch(_ quarter: Quarter, count: Int, isSecond: Bool) -> [DraftPatch] {
        self.quarter = quarter
        former = drafts
        drafts = []
        for making in chance.shuffled(schedule(count, isSecond: isSecond)) {
            if let patch = attempt(making) ?? attempt(.breaching) { drafts.append(patch) }
        }
        for i in drafts.indices { number(i) }
        return drafts
    }

    /// Which kinds of rows a quarter of `count` rows has: by share, at least one of each, filled up with plain unlawful ones.
    /// In a small quarter the many lawful ones at the head of the list make room.
    private func schedule(_ count: Int, isSecond: Bool) -> [Making] {
        var list: [Making] = []
        for making in Making.allCases {
            let share = making.share(inSecond: isSecond)
            if share > 0 { list += Array(repeating: making, count: max(1, count * share / 1000)) }
        }
        list.removeFirst(max(0, list.count - count))
        return list + Array(repeating: .breaching, count: count - list.count)
    }

    /// Numbers follow the file; a resent row and a number used twice keep that of the other.
    private mutating func number(_ i: Int) {
        let own = CountyNames.code + quarter.name + (i + 1).padded(4)
        switch drafts[i].making {
        case .sameAgain: drafts[i].number = i % 2 == 0 ? drafts[i].twin ?? own : own
        case .sameNumber: drafts[i].number = i > 0 ? drafts[i - 1].number : own
        case .missingAttributes: drafts[i].number = i % 3 == 0 ? "" : own
        default: drafts[i].number = own
        }
    }

    /// Several sites are tried: not every parcel has the neighbour or the room a kind needs.
    private mutating func attempt(_ making: Making) -> DraftPatch? {
        for _ in 0..<8 {
            if let patch = make(making) { return patch }
        }
        return nil
    }

    private mutating func make(_ making: Making) -> DraftPatch? {
        switch making {
        case .legal, .notSupplied, .partlyApproved: approved(making)
        case .facility: facility()
        case .temporaryInTerm, .temporaryExpired: temporary(making)
        case .ruralRoad: ruralRoad()
        case .falseChange: falseChange()
        case .redline, .reserve, .farmlandSerious, .farmlandMinor, .conforming, .breaching: unapproved(making)
        case .acrossTowns, .outside: borderline(making)
        case .sameAgain, .within, .grown, .overlapping: again(making)
        default: broken(making)
        }
    }

    /// A row with good attributes on `ring`.
    mutating func row(_ ring: [PlanePoint], _ making: Making, type: String, on parcel: Int, note: String = "") -> DraftPatch {
        DraftPatch(
            rings: [ring.closedClockwise], making: making, number: "", unit: ground.parcels[parcel].unit, type: type,
            feature: PatchMaker.features[type] ?? "其他", before: Day(number: quarter.before.number + chance.integer(0...40)),
            after: Day(number: quarter.after.number + chance.integer(0...45)),
            statedArea: (abs(ring.map { $0.rounded }.signedArea) * 100).rounded() / 100, formerClass: covers2018[parcel].rawValue,
            note: note,
            twin: nil)
    }

    private static let features = [
        "20": "新增建（构）筑物", "YH": "地面硬化", "DT": "动土", "TD": "推堆土", "TP": "推平", "DL1": "建成道路", "DL2": "在建道路", "ND": "农村道路",
        "KT": "坑塘", "GF": "光伏板", "WL": "瓦砾", "QT": "其他变化", "CK": "采矿",
    ]

    /// An outline inside a polygon: a building, stairs of a classified image, a round heap or the parcel itself.
    mutating func outline(in polygon: PlanePolygon, area: Double? = nil) -> [PlanePoint]? {
        let draw = chance.unit()
        if draw < 0.18, area == nil, polygon.outer.count < 60 { return polygon.outer }
        if draw < 0.45, let stairs = stairs(in: polygon, area: area) { return stairs }
        if draw < 0.60, let heap = heap(in: polygon, area: area) { return heap }
        return PatchShapes.building(in: polygon, area: area, &chance) ?? stairs(in: polygon, area: area)
    }

    private mutating func stairs(in polygon: PlanePolygon, area: Double?) -> [PlanePoint]? {
        let size = max(2, ((area ?? polygon.area).squareRoot() / 11).rounded())
        let noise = Noise(seed: chance.bits())
        let reach = ((area ?? polygon.area * 0.7) / Double.pi).squareRoot() * 1.15
        let middle = FaceShape(polygon.outer).middle
        var raster = Raster(polygon, size: size) { p in
            (p - middle).length < reach * (1 + 0.55 * noise(p, wavelength: size * 5))
        }
        return raster.outline(least: 12)
    }

    private mutating func heap(in polygon: PlanePolygon, area: Double?) -> [PlanePoint]? {
        let shape = FaceShape(polygon.outer)
        var radius = min(shape.breadth * 0.42, ((area ?? .infinity) / Double.pi).squareRoot())
        for _ in 0..<4 {
            let ring = PatchShapes.blob(at: shape.middle, radius: radius, &chance)
            if PatchShapes.isInside(ring, polygon) { return ring }
            radius *= 0.8
        }
        return nil
    }
}
