import Enforcement

extension PatchMaker {
    /// On an approval for conversion (农转用): supplied too, not supplied, or reaching beyond the approval.
    mutating func approved(_ making: Making) -> DraftPatch? {
        let ground = self.ground
        guard
            let site = sites.takeGroup(
                upTo: chance.integer(1...3),
                where: { $0.isBuildable && $0.area > 4500 && ground.growth($0) != nil && ground.growth($0) != 3 }),
            let first = site.members.first
        else { return nil }
        let paper = approval(of: site.polygon, unit: ground.parcels[first].unit)
        projects.approvals.append(paper)
        if making == .partlyApproved { return beyond(site.polygon, first) }
        guard let ring = outline(in: site.polygon) else { return nil }
        if making == .legal {
            supply(paper)
            let built: LandCover = chance.happens(0.7) ? .industry : .townHousing
            for i in site.members { covers2019[i] = built }
        }
        return row(ring, making, type: chance.pick(["20", "20", "YH", "DT", "TP"]), on: first)
    }

    private mutating func approval(of polygon: PlanePolygon, unit: Int) -> Project {
        let number = projects.approvals.count + 1
        let day = Day(number: 17_240 + chance.integer(0...540))
        let kinds = ["标准厂房", "物流园", "安置房", "农贸市场", "加油站", "污水处理站", "小学", "汽车零部件", "食品加工", "商住楼"]
        return Project(
            polygon: polygon, name: CountyNames.units[unit] + chance.pick(kinds) + "项目", document: "示政土字〔\(day.components.year)〕\(number)号",
            day: day,
            use: chance.pick(["工业用地", "仓储用地", "城镇住宅用地", "公共设施用地"]), unit: unit)
    }

    private mutating func supply(_ paper: Project) {
        var supply = paper
        supply.day = Day(number: paper.day.number + chance.integer(40...150))
        supply.document = "990101\(supply.day.components.year)B" + (projects.supplies.count + 1).padded(5)
        supply.use = chance.pick(["挂牌出让", "划拨", "协议出让"])
        projects.supplies.append(supply)
    }

    /// From the middle of the approval across its border into a free neighbour.
    private mutating func beyond(_ polygon: PlanePolygon, _ parcel: Int) -> DraftPatch? {
        let neighbours = ground.neighbours(of: parcel).filter { sites.isFree($0) && ground.parcels[$0].isBuildable }
        guard let other = neighbours.first, let whole = ground.union([parcel, other]), whole.holes.isEmpty else { return nil }
        sites.use(other)
        var ring = PatchShapes.building(in: whole, area: nil, &chance) ?? whole.outer
        if !(0.15...0.85).contains(PatchMaker.share(of: ring, in: polygon)) { ring = whole.outer }
        return row(ring, .partlyApproved, type: "20", on: parcel, note: "疑似超占")
    }

    /// About how much of a ring lies in a polygon, by a grid of points.
    private static func share(of ring: [PlanePoint], in polygon: PlanePolygon) -> Double {
        let box = ring.extent
        let size = box.high - box.low
        let points = (0..<400).map { k in
            box.low + PlanePoint(size.x * (Double(k % 20) + 0.5) / 20, size.y * (Double(k / 20) + 0.5) / 20)
        }
        let inside = points.filter { ring.holds($0) }
        return Double(inside.count { polygon.holds($0) }) / Double(max(inside.count, 1))
    }

    /// Facility farmland with its filing (设施农用地备案).
    mutating func facility() -> DraftPatch? {
        let parcels = ground.parcels
        guard
            let i = sites.take(where: { $0.cover == .facility && $0.area < 50_000 })
                ?? sites.take(where: { $0.isBuildable && $0.cover.isCultivated && $0.place < 0 }),
            let ring = outline(in: parcels[i].polygon)
        else { return nil }
        covers2018[i] = .irrigated
        covers2019[i] = .facility
        let day = Day(number: quarter.after.number - chance.integer(60...400))
        let use = chance.pick(["养殖畜禽舍", "工厂化育苗", "粮食晾晒烘干", "农机具存放"])
        projects.facilities.append(
            Project(
                polygon: parcels[i].polygon, name: CountyNames.units[parcels[i].unit] + use + "项目",
                document: "示设农备〔\(day.components.year)〕" + (projects.facilities.count + 1).padded(3) + "号", day: day, use: use,
                unit: parcels[i].unit))
        return row(ring, .facility, type: chance.pick(["20", "20", "YH"]), on: i, note: "设施农业")
    }

    /// Temporary use (临时用地) whose term runs, or ran out before the later image.
    mutating func temporary(_ making: Making) -> DraftPatch? {
        let ground = self.ground
        guard
            let i = sites.take(
                nearVillage: true, where: { $0.isBuildable && !ground.isFarmland($0) && ground.redline($0) == nil && $0.setting == .plain }),
            let ring = outline(in: ground.parcels[i].polygon)
        else { return nil }
        let isRunning = making == .temporaryInTerm
        let end = isRunning ? quarter.after.number + chance.integer(200...600) : quarter.after.number - chance.integer(90...400)
        let day = Day(number: end - 730)
        let use = chance.pick(["施工便道", "拌合站", "项目部驻地", "取土场", "管线敷设堆料"])
        projects.temporaries.append(
            Project(
                polygon: ground.parcels[i].polygon, name: "国道改扩建工程" + use,
                document: "示临用〔\(day.components.year)〕\(projects.temporaries.count + 1)号", day: day, until: Day(number: end), use: use,
                unit: ground.parcels[i].unit))
        return row(ring, making, type: chance.pick(["YH", "TD", "DT", "20"]), on: i)
    }

    /// A narrow road along a field (农村道路).
    mutating func ruralRoad() -> DraftPatch? {
        guard let i = sites.take(where: { $0.isBuildable && $0.cover.isCultivated && $0.place < 0 && $0.setting == .plain }) else {
            return nil
        }
        let shape = FaceShape(ground.parcels[i].polygon.outer)
        let width = chance.within(3.2...5.8)
        let start = shape.middle - shape.axis * (shape.length * 0.48)
        let ring = PatchShapes.road(
            from: start, direction: shape.axis, length: shape.length * chance.within(0.9...2.4), width: width, &chance)
        return row(ring, .ruralRoad, type: "ND", on: i, note: "路面宽\(Int(width * 10) / 10).\(Int(width * 10) % 10)米，砂石路面")
    }

    /// Nothing happened: an old building that looks new, a shadow, straw on a field (伪变化).
    mutating func falseChange() -> DraftPatch? {
        let isOld = chance.happens(0.7)
        let i = sites.take { parcel in
            isOld
                ? [.villageHousing, .industry, .townHousing, .vacant].contains(parcel.cover) && parcel.area > 900
                    && parcel.polygon.holes.isEmpty
                : parcel.isBuildable && parcel.cover.isCultivated
        }
        guard let i, let ring = outline(in: ground.parcels[i].polygon, area: isOld ? nil : 1400) else { return nil }
        return row(ring, .falseChange, type: isOld ? "20" : "QT", on: i, note: isOld ? "屋顶翻新" : "疑似秸秆堆放、影像色差")
    }
}
