/// A survey parcel (图斑): one polygon of the partition with its class.
struct Parcel: Sendable {
    var polygon: PlanePolygon
    var cover: LandCover
    var unit: Int
    var block: Int
    /// Village or town it is part of; −1 in the open.
    var place: Int
    var setting: FaceTag.Setting
    /// A point of the plane in the middle of its corners.
    var middle: PlanePoint
    /// The same in the ideal plane, where the terrain is asked.
    var ideal: PlanePoint
    /// Its faces in the mesh.
    var faces: [Int32]

    /// In the plane, m².
    var area: Double
}

extension CountyDraft {
    /// The faces inside the county as parcels; the streets of a village and the tracks and ditches of a block are one parcel each,
    /// with the ground between them as holes.
    func parcels() -> [Parcel] {
        let groups = parcelLabels()
        let regions = mesh.regions(of: groups.labels, count: groups.members.count)
        return zip(regions, groups.members).compactMap { polygons, faces in
            guard let polygon = polygons.first, let first = faces.first else { return nil }
            let tag = mesh.tags[Int(first)]
            return Parcel(
                polygon: polygon, cover: tag.cover, unit: Int(tag.unit), block: Int(tag.block), place: Int(tag.place), setting: tag.setting,
                middle: polygon.outer.centre, ideal: ideals[Int(first)], faces: faces, area: polygon.area)
        }
    }

    private func parcelLabels() -> (labels: [Int32], members: [[Int32]]) {
        var labels = [Int32](repeating: -1, count: mesh.faceCount)
        var members: [[Int32]] = []
        for f in 0..<mesh.faceCount where mesh.tags[f].unit >= 0 && labels[f] < 0 {
            let together = joined(from: f)
            for g in together { labels[Int(g)] = Int32(members.count) }
            members.append(together)
        }
        return (labels, members)
    }

    /// Streets and tracks that touch along an edge within one village or block.
    private func joined(from f: Int) -> [Int32] {
        let tag = mesh.tags[f]
        guard [.street, .ruralRoad, .ditch].contains(tag.cover), tag.block >= 0 else { return [Int32(f)] }
        var found: Set<Int32> = [Int32(f)]
        var order = [Int32(f)]
        var next = 0
        while next < order.count {
            for e in mesh.edges(of: Int(order[next])) {
                let other = mesh.neighbour(across: e)
                guard other >= 0, !found.contains(Int32(other)) else { continue }
                let its = mesh.tags[other]
                if its.cover == tag.cover, its.block == tag.block, its.place == tag.place, its.unit == tag.unit {
                    found.insert(Int32(other))
                    order.append(Int32(other))
                }
            }
            next += 1
        }
        return order
    }
}
