import LandGeometry

/// A boundary-point text as a source of rows (界址点读取源): one row per parcel, in file order.
struct BoundaryPointSource: RowSource {
    static let fields = ["界址点数", "地块面积", "地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码"]

    private(set) var description: FileDescription
    let declared: DeclaredCoordinates
    private let parcels: [BoundaryParcel]
    private let order: AxisOrder
    private let project: [String?]
    private var at = 0

    /// Nil for text that is no such file.
    init?(_ text: DecodedText, layer: String, limits: ReadLimits) throws(FileError) {
        guard let file = BoundaryFile(text) else { return nil }
        let points = file.parcels.reduce(0) { $0 + $1.points.count }
        guard points <= limits.vertices else { throw .limitMustHold(limit: "vertices", value: String(limits.vertices)) }
        parcels = file.parcels
        declared = file.declared
        let found = AxisOrder.of(parcels.flatMap(\.points).map { ($0.first, $0.second) })
        order = found ?? .northFirst
        project = file.projectKeys.map { file.keys[$0].flatMap(CellText.clean) }
        var remarks = text.remarks + file.strays
        if found == .eastFirst { remarks.append(RowRemark(.noted, .axesWereSwapped, found: "Y, X")) }
        description = FileDescription(
            format: "boundary-point TXT", layers: [.init(name: layer, geometry: "Polygon", features: parcels.count)], layer: layer,
            fields: HeaderNames.unique(BoundaryPointSource.fields + file.projectKeys), coordinates: nil, coordinatesBasis: nil,
            encoding: text.encoding, encodingBasis: text.basis, remarks: remarks)
    }

    mutating func rewind() { at = 0 }

    mutating func next() -> RawRow? {
        guard at < parcels.count else { return nil }
        at += 1
        return row(parcels[at - 1])
    }

    private func row(_ parcel: BoundaryParcel) -> RawRow {
        let fields = parcel.fields
        var row = RawRow(row: at, values: fields + project, geometry: nil, remarks: parcel.troubles)
        guard !row.remarks.contains(where: { $0.effect == .refused }) else { return row }
        if let remark = countRemark(parcel, fields[0]) { row.remarks.append(remark) }
        switch (fields[4], parcel.points.count) {
        case (_, 0):
            row.remarks.append(RowRemark(.refused, .geometryMustBePresent, place: "line \(parcel.line)"))
        case ("点", 1):
            let place = parcel.rings(order)[0][0]
            row.geometry = WKB.encodeRaw(point: place)
        case ("点", _), ("线", _):
            row.remarks.append(RowRemark(.refused, .geometryMustBeAreaOrPoint, place: "line \(parcel.line)", found: fields[4]))
        default:
            let parts = RingNesting.parts(parcel.rings(order))
            row.geometry = WKB.encodeRaw(parts: parts)
            if let remark = areaRemark(fields[1], RingNesting.area(parts), isProjected: isProjected(parcel)) { row.remarks.append(remark) }
        }
        return row
    }

    private func isProjected(_ parcel: BoundaryParcel) -> Bool {
        parcel.points.first.map { max(abs($0.first), abs($0.second)) > 1000 } ?? false
    }

    /// The count of points may leave out those that close the rings.
    private func countRemark(_ parcel: BoundaryParcel, _ stated: String?) -> RowRemark? {
        guard let stated, let count = Int(stated) else { return nil }
        let rings = parcel.rings(order).count
        guard count != parcel.points.count, count != parcel.points.count - rings, count != parcel.points.count + rings else { return nil }
        return RowRemark(.noted, .sourceReportedTrouble, place: "line \(parcel.line)", found: "界址点数 \(count) ≠ \(parcel.points.count)")
    }

    /// The stated area (hm²) must agree with the area in the plane to 0.1 % or 1 m², whichever is more (`domain.md` 4.6).
    private func areaRemark(_ stated: String?, _ planar: Double, isProjected: Bool) -> RowRemark? {
        guard isProjected, let stated, let hectares = Double(stated) else { return nil }
        let difference = abs(hectares * 10_000 - planar)
        guard difference > max(0.001 * planar, 1) else { return nil }
        return RowRemark(
            .noted, .statedAreaMustAgree, place: "地块面积", found: stated, areaBefore: Area(squareMetres: hectares * 10_000),
            areaAfter: Area(squareMetres: planar))
    }
}
