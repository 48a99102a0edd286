import LandGeometry

/// The check of one row's geometry in the file's own plane (几何校验): repaired where only one reading is possible, else refused.
struct GeometryCheck {
    /// Geometry that may go on to the ground (校验结果).
    enum Outcome: Equatable {
        case none
        case point(PlanePoint)
        case area(PlaneShape)
    }
    private(set) var outcome = Outcome.none
    private(set) var remarks: [RowRemark] = []
    /// |outer| − |holes| as received.
    private(set) var receivedArea: Double?

    private let geos: GEOS
    private let isGeographic: Bool

    init(_ geometry: RawGeometry, isGeographic: Bool, closedLinesAreAreas: Bool, geos: GEOS) {
        self.geos = geos
        self.isGeographic = isGeographic
        var parts = SortedParts(geometry)
        let drawn = closedLinesAreAreas ? parts.takeClosedLinesAsAreas() : 0
        check(parts, drawn)
    }

    private mutating func check(_ parts: SortedParts, _ drawn: Int) {
        if parts.isEmpty { return refuse(.geometryMustBePresent, found: "empty") }
        guard parts.isFinite else { return refuse(.coordinateMustBeFinite) }
        guard !parts.polygons.isEmpty else { return settle(parts) }
        if drawn > 0 { remarks.append(RowRemark(.noted, .geometryMustBeAreaOrPoint, found: "\(drawn) closed lines read as areas")) }
        if let others = parts.words(withPoints: true) {
            remarks.append(RowRemark(.noted, .geometryMustBeAreaOrPoint, found: "\(others) left out"))
        }
        settle(parts.polygons)
    }

    private mutating func settle(_ parts: SortedParts) {
        if parts.lines.isEmpty, parts.points.count == 1 {
            outcome = .point(parts.points[0])
        } else {
            refuse(.geometryMustBeAreaOrPoint, found: parts.words(withPoints: true))
        }
    }

    private mutating func settle(_ polygons: [[PlaneRing]]) {
        let received = PlaneShape(polygons: polygons.map { $0.map(Self.withoutClosing) })
        receivedArea = received.area
        let scale = scale(polygons)
        guard let cleaned = clean(polygons, scale) else {
            return refuse(.ringMustHaveArea, areaBefore: scale.area(received.area))
        }
        guard let sound = repair(cleaned, scale) else { return }
        let shape = withoutNeedles(sound, scale)
        outcome = .area(shape)
        if let sliver = Sliver.remark(on: shape, scale) { remarks.append(sliver) }
    }

    private static func withoutClosing(_ ring: PlaneRing) -> PlaneRing {
        ring.count > 1 && ring.first == ring.last ? Array(ring[..<(ring.count - 1)]) : ring
    }

    private func scale(_ polygons: [[PlaneRing]]) -> GroundScale {
        guard isGeographic, let point = polygons.first?.first?.first else { return .plane }
        return GroundScale(latitude: max(-89, min(89, point.y)))
    }

    private mutating func clean(_ polygons: [[PlaneRing]], _ scale: GroundScale) -> PlaneShape? {
        var cleaning = ShapeCleaning(scale: scale)
        let shape = cleaning.clean(polygons)
        if shape.isEmpty { return nil }
        remarks += cleaning.remarks(before: receivedArea ?? 0, after: shape.area)
        return shape
    }

    private mutating func repair(_ shape: PlaneShape, _ scale: GroundScale) -> PlaneShape? {
        if SimpleRing.isCertain(of: shape) { return shape }
        guard let defect = geos.defect(of: shape) else { return shape }
        let repair = ShapeRepair(shape, defect, scale, geos)
        remarks.append(repair.remark)
        return repair.shape
    }

    /// Needles that hold nothing are cut off if the shape stays valid without them; the others are told.
    private mutating func withoutNeedles(_ shape: PlaneShape, _ scale: GroundScale) -> PlaneShape {
        let needles = Needle.find(in: shape, scale)
        guard let first = needles.first else { return shape }
        let (before, nothing) = (scale.area(shape.area), needles.filter { $0.isNothing(beside: scale.area(shape.area)) })
        let cut = shape.without(nothing)
        if nothing.count == needles.count, geos.defect(of: cut) == nil {
            remarks.append(
                RowRemark(
                    .repaired, .ringMustNotSpike, place: first.place, found: first.words, areaBefore: before,
                    areaAfter: scale.area(cut.area)))
            return cut
        }
        let place = needles.count == 1 ? first.place : "\(first.place) (+\(needles.count - 1))"
        remarks.append(RowRemark(.noted, .ringMustNotSpike, place: place, found: first.words))
        return shape
    }

    private mutating func refuse(_ rule: ReadingRule, found: String? = nil, areaBefore: Area? = nil) {
        remarks.append(RowRemark(.refused, rule, found: found, areaBefore: areaBefore))
    }
}
