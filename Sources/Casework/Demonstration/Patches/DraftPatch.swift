import Enforcement

/// A row of a batch before it is written (图斑草稿): exactly what will stand in the Shapefile.
struct DraftPatch: Sendable {
    /// Rings as they will be written, in zone 39 metres; closed unless the trap is that they are not. Empty for no geometry.
    var rings: [[PlanePoint]]
    var making: Making
    var number: String
    var unit: Int
    /// Patch type (TBLX) and its feature in words (TZ).
    var type: String
    var feature: String
    var before: Day?
    var after: Day?
    /// Stated area (JCMJ), m²; nil for blank.
    var statedArea: Double?
    /// Class before the change (QDLBM).
    var formerClass: String
    var note: String
    /// Number of the patch of the quarter before on the same ground.
    var twin: String?

    /// The outer ring without its closing point.
    var outer: [PlanePoint] {
        guard let ring = rings.first else { return [] }
        return ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring
    }
}

extension [PlanePoint] {
    /// As a Shapefile wants an outer ring: clockwise, the first point again at the end, rounded.
    var closedClockwise: [PlanePoint] {
        let ring = (signedArea > 0 ? Array(reversed()) : self).map { $0.rounded }
        return ring + ring.prefix(1)
    }

    /// Scaled about the middle of its corners.
    func scaled(_ factor: Double) -> [PlanePoint] {
        let middle = centre
        return map { middle + ($0 - middle) * factor }
    }
}
