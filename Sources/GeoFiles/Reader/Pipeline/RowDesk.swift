import LandGeometry

/// Makes a raw row an imported one (逐行处理).
struct RowDesk {
    private let placement: GroundPlacement?
    private let swapsAxes: Bool
    private let limits: ReadLimits
    private let promisesGeometry: Bool
    private let closedLinesAreAreas: Bool
    private let geos = GEOS()
    private var vertices = 0
    private var heightIsTold: Bool
    /// The file as a whole lies outside China: told once, not on every row.
    let standsAbroad: Bool

    init(
        _ decision: CoordinateDecision, _ sample: CoordinateSample, _ request: ReadRequest, _ proj: ProjContext, of source: any RowSource
    ) throws(FileError) {
        limits = request.limits
        swapsAxes = decision.axesAreSwapped
        promisesGeometry = source.promisesGeometry
        closedLinesAreAreas = source.closedLinesAreAreas
        heightIsTold = sample.hasHeight
        guard let system = decision.system, !sample.isEmpty else {
            placement = nil
            standsAbroad = false
            return
        }
        let usable = swapsAxes ? sample.swapped : sample
        let transform = try GroundTransform(system, named: request.transformation, sample: usable, proj)
        placement = GroundPlacement(system: system, transform: transform, geos: geos)
        var points = usable.points
        _ = transform.apply(&points)
        standsAbroad = points.count { China.holds(longitude: $0.x, latitude: $0.y) } * 2 < points.count
    }

    /// - Throws: `limitMustHold` when the vertices of the whole file are too many.
    mutating func row(_ raw: RawRow) throws(FileError) -> ImportedRow {
        var row = ImportedRow(
            row: raw.row, values: raw.values, ground: .none, received: raw.geometry, planarArea: nil, remarks: raw.remarks)
        guard let bytes = raw.stroked ?? raw.geometry else {
            if promisesGeometry, !row.isRefused { row.remarks.append(RowRemark(.refused, .geometryMustBePresent)) }
            return row
        }
        if raw.stroked != nil { row.remarks.append(RowRemark(.noted, .curveIsStroked)) }
        guard var decoded = WKB.decodeRaw(bytes) else {
            row.remarks.append(RowRemark(.refused, .geometryMustBeReadable))
            return row
        }
        vertices += decoded.positions
        guard vertices <= limits.vertices else { throw .limitMustHold(limit: "vertices", value: "\(limits.vertices)") }
        guard decoded.positions <= limits.verticesPerFeature else {
            row.remarks.append(RowRemark(.refused, .vertexLimit, found: "\(decoded.positions) > \(limits.verticesPerFeature)"))
            return row
        }
        if decoded.hasHeight, !heightIsTold {
            heightIsTold = true
            row.remarks.append(RowRemark(.noted, .heightIsLeftOut))
        }
        if swapsAxes { decoded.geometry.swapAxes() }
        check(decoded.geometry, &row)
        return row
    }

    private func check(_ geometry: RawGeometry, _ row: inout ImportedRow) {
        let isGeographic = placement?.system.isGeographic ?? false
        let check = GeometryCheck(geometry, isGeographic: isGeographic, closedLinesAreAreas: closedLinesAreAreas, geos: geos)
        row.remarks += check.remarks
        if !isGeographic { row.planarArea = check.receivedArea }
        if row.isRefused { return }
        guard let placement else {
            if check.outcome != .none { row.remarks.append(RowRemark(.refused, .geometryMustBeReadable, found: "no coordinate system")) }
            return
        }
        place(check.outcome, placement, &row)
    }

    private func place(_ outcome: GeometryCheck.Outcome, _ placement: GroundPlacement, _ row: inout ImportedRow) {
        if placement.system.isChinese, let stray = outcome.first(where: { !placement.system.holds($0) }) {
            row.remarks.append(RowRemark(.refused, .positionMustLieInChina, found: "\(stray.x), \(stray.y)"))
            return
        }
        switch outcome {
        case .none: return
        case .point(let point): row.ground = placement.position(point).map { .point($0) } ?? .none
        case .area(let shape): row.ground = placement.ground(shape).map { .area($0) } ?? .none
        }
        switch row.ground {
        case .none: row.remarks.append(RowRemark(.refused, .coordinateMustBeFinite, found: "no place on the ground"))
        case .point(let point): lookAbroad(point, &row)
        case .area(let shape): lookAbroad(shape.box.centre, &row)
        }
    }

    private func lookAbroad(_ position: Position, _ row: inout ImportedRow) {
        if standsAbroad || China.holds(longitude: position.longitude, latitude: position.latitude) { return }
        row.remarks.append(RowRemark(.noted, .positionMustLieInChina, found: "\(position.longitude), \(position.latitude)"))
    }
}

extension GeometryCheck.Outcome {
    fileprivate func first(where isWanted: (PlanePoint) -> Bool) -> PlanePoint? {
        switch self {
        case .none: return nil
        case .point(let point): return isWanted(point) ? point : nil
        case .area(let shape):
            for rings in shape.polygons {
                for ring in rings {
                    for point in ring where isWanted(point) { return point }
                }
            }
            return nil
        }
    }
}

extension RawGeometry {
    fileprivate mutating func swapAxes() {
        let turn = { (point: PlanePoint) in PlanePoint(x: point.y, y: point.x) }
        switch self {
        case .point(let point): self = .point(point.map(turn))
        case .line(let points): self = .line(points.map(turn))
        case .polygon(let rings): self = .polygon(rings.map { $0.map(turn) })
        case .collection(var parts):
            for index in parts.indices { parts[index].swapAxes() }
            self = .collection(parts)
        }
    }
}
