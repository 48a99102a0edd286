import LandGeometry

/// The repair of an invalid shape, if it can be repaired in one way only (图形修复).
///
/// Unambiguous means: the two ways GEOS knows of making a shape valid, which read crossings differently, enclose the same
/// land, and that land is the area as received; each within 1 % or 1 m², whichever is more. A bow-tie whose lobes
/// cancel, parts that overlap by more, a hole half outside: those the sender must put right.
struct ShapeRepair {
    /// Nil when the row is refused.
    private(set) var shape: PlaneShape?
    let remark: RowRemark

    private static let relativeTolerance = 0.01
    private static let absoluteTolerance = 1.0

    init(_ broken: PlaneShape, _ defect: GEOS.Defect, _ scale: GroundScale, _ geos: GEOS) {
        let found = "\(defect.reason) at \(defect.place.x), \(defect.place.y)"
        let before = scale.area(broken.area)
        let withoutHoles = Self.dropOutsideHoles(broken, scale, geos)
        if let dropped = withoutHoles, geos.defect(of: dropped) == nil {
            shape = dropped
            remark = RowRemark(.repaired, .holeMustLieInside, found: found, areaBefore: before, areaAfter: scale.area(dropped.area))
            return
        }
        let rule = Self.rule(for: defect, in: broken, geos)
        let input = withoutHoles ?? broken
        guard let result = Self.agreed(input, scale, geos) else {
            remark = RowRemark(.refused, rule, place: "repair-must-be-unambiguous", found: found, areaBefore: before)
            return
        }
        shape = result
        remark = RowRemark(.repaired, rule, found: found, areaBefore: before, areaAfter: scale.area(result.area))
    }

    private static func agreed(_ shape: PlaneShape, _ scale: GroundScale, _ geos: GEOS) -> PlaneShape? {
        guard let linework = geos.repaired(shape, .linework), let structure = geos.repaired(shape, .structure), !structure.isEmpty else {
            return nil
        }
        let areas = [shape.area, linework.area, structure.area].map { scale.area($0).squareMetres }
        guard let least = areas.min(), let most = areas.max() else { return nil }
        let tolerance = max(absoluteTolerance, relativeTolerance * areas[0])
        return most - least <= tolerance && areas[2] > 0 ? structure : nil
    }

    /// Holes that share no land with any outer ring cut nothing out of anything. Nil when there are none.
    private static func dropOutsideHoles(_ shape: PlaneShape, _ scale: GroundScale, _ geos: GEOS) -> PlaneShape? {
        let shells = PlaneShape(polygons: shape.polygons.map { [$0[0]] })
        guard shape.polygons.contains(where: { $0.count > 1 }), geos.defect(of: shells) == nil else { return nil }
        var result = shape
        for index in shape.polygons.indices {
            result.polygons[index] = shape.polygons[index].enumerated().filter { number, ring in
                guard number > 0, let shared = geos.sharedArea(PlaneShape(polygons: [[ring]]), shells) else { return true }
                return scale.area(shared).squareMetres > 1e-3
            }.map(\.element)
        }
        return result == shape ? nil : result
    }

    private static func rule(for defect: GEOS.Defect, in shape: PlaneShape, _ geos: GEOS) -> ReadingRule {
        if defect.reason.hasPrefix("Hole") || defect.reason.hasPrefix("Holes") { return .holeMustLieInside }
        if defect.reason.hasPrefix("Nested shells") { return .partsMustNotOverlap }
        let eachIsSound = shape.polygons.count > 1 && shape.polygons.allSatisfy { geos.defect(of: PlaneShape(polygons: [$0])) == nil }
        return eachIsSound ? .partsMustNotOverlap : .ringMustNotCrossItself
    }
}
