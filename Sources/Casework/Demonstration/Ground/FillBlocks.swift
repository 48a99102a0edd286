extension CountyDraft {
    /// Fills every block of the county with parcels (地块).
    mutating func fillBlocks() {
        let seats = townSeatBlocks()
        let blocks = (0..<mesh.faceCount).filter { mesh.tags[$0].block >= 0 && mesh.tags[$0].unit >= 0 }
        for f in blocks {
            var chance = Chance(seed ^ 0xF111, Int(mesh.tags[f].block))
            switch mesh.tags[f].setting {
            case .town: fillTown(f, &chance)
            case .zone: fillZone(f, &chance)
            case .hills: fillHillBlock(f, &chance)
            default: fillPlainBlock(f, isTownSeat: seats.contains(f), &chance)
            }
        }
    }

    /// The block in the middle of every town but the county seat's.
    private func townSeatBlocks() -> Set<Int> {
        var found: Set<Int> = []
        for (i, site) in units.enumerated().dropFirst().dropLast() {
            let own = (0..<mesh.faceCount).filter {
                mesh.tags[$0].block >= 0 && Int(mesh.tags[$0].unit) == i && mesh.tags[$0].setting != .zone && mesh.tags[$0].setting != .town
            }
            let nearest = own.min { distance($0, site.centre) < distance($1, site.centre) }
            if let nearest { found.insert(nearest) }
        }
        return found
    }

    private func distance(_ f: Int, _ p: PlanePoint) -> Double { (mesh.ring(of: f).centre - p).length }

    private mutating func fillPlainBlock(_ f: Int, isTownSeat: Bool, _ chance: inout Chance) {
        let shape = FaceShape(mesh.ring(of: f))
        let fit = min(1, shape.area / 800_000).squareRoot()
        guard isTownSeat || (shape.area > 200_000 * terrain.scale && chance.happens(0.74) && shape.breadth > 330 * fit) else {
            return fillFields(f, &chance)
        }
        let half = (isTownSeat ? chance.within(330...410) : chance.within(95...215)) * fit
        let size = PlanePoint(half * chance.within(0.9...1.35), half)
        let room = PlanePoint(max(0, shape.length / 2 - size.x - 60), max(0, shape.breadth / 2 - size.y - 60))
        let centre =
            shape.middle + shape.axis * (room.x * chance.within(-0.7...0.7)) + shape.axis.left * (room.y * chance.within(-0.7...0.7))
        let carved = carve(f, Site(centre: centre, axis: shape.axis, half: size))
        carved.outer.forEach { fillFields($0, &chance) }
        places.append(Place(centre: centre, isTown: isTownSeat, unit: mesh.tags[carved.inner].unit))
        fillVillage(carved.inner, place: places.count - 1, around: centre, radius: half, &chance)
    }

    /// A rectangle to be taken out of a face.
    struct Site {
        var centre: PlanePoint
        var axis: PlanePoint
        var half: PlanePoint
    }

    /// Takes a rectangle out of a face; lanes run along its long sides.
    mutating func carve(_ f: Int, _ site: Site) -> (inner: Int, outer: [Int]) {
        var inner = f
        var outer: [Int] = []
        let sides: [(PlanePoint, Double, Double)] = [
            (site.axis.left, site.half.y, 5), (site.axis.left * -1, site.half.y, 0), (site.axis, site.half.x, 4.5),
            (site.axis * -1, site.half.x, 0),
        ]
        for (outward, distance, lane) in sides {
            let line = PlaneLine(through: site.centre + outward * distance, direction: outward.left * -1)
            if lane > 0, let cut = mesh.cutStrip(inner, along: line, width: lane) {
                mark(cut.strip, .ruralRoad)
                outer.append(cut.left)
                inner = cut.right
            } else if lane == 0, let cut = mesh.cut(inner, along: line) {
                outer.append(cut.left)
                inner = cut.right
            }
        }
        return (inner, outer)
    }

    mutating func mark(_ f: Int, _ cover: LandCover) {
        mesh.tags[f].cover = cover
    }
}
