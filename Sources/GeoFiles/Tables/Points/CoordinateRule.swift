/// How the rows of a table come by their geometry (取点规则): from two columns, from well-known text, or not at all.
enum CoordinateRule: Equatable {
    case none
    /// Columns by position; x is longitude or easting.
    case columns(x: Int, y: Int)
    case wkt(Int)

    /// The columns the user named, else those with a known name. X and Y without more are told apart by the values of `sample`:
    /// surveyors put north in X, map makers east.
    static func find(names: [String], sample: [TableRecord], named: CoordinateColumns?) throws(FileError) -> CoordinateRule {
        if let named {
            guard let x = names.firstIndex(of: named.x), let y = names.firstIndex(of: named.y) else {
                throw .coordinatesMustBeNamed(found: "\(named.x), \(named.y)", candidates: names)
            }
            return .columns(x: x, y: y)
        }
        let meanings = names.map(CoordinateNames.meaning)
        let pair = { (x: CoordinateNames.Meaning, y: CoordinateNames.Meaning) -> (Int, Int)? in
            guard let x = meanings.firstIndex(of: x), let y = meanings.firstIndex(of: y) else { return nil }
            return (x, y)
        }
        if let wkt = meanings.firstIndex(of: .wkt), holdsWKT(sample, wkt) { return .wkt(wkt) }
        if let (x, y) = pair(.longitude, .latitude) ?? pair(.easting, .northing) { return .columns(x: x, y: y) }
        guard let (first, second) = pair(.first, .second) else {
            return names.indices.first { holdsWKT(sample, $0) }.map { .wkt($0) } ?? .none
        }
        return northComesFirst(sample, first, second) ? .columns(x: second, y: first) : .columns(x: first, y: second)
    }

    private static func holdsWKT(_ sample: [TableRecord], _ column: Int) -> Bool {
        sample.contains { record in record[column].flatMap(WellKnownText.init) != nil }
    }

    private static func northComesFirst(_ sample: [TableRecord], _ first: Int, _ second: Int) -> Bool {
        let pairs = sample.compactMap { record -> (Double, Double)? in
            guard let a = record[first].flatMap(Angle.parse), let b = record[second].flatMap(Angle.parse) else { return nil }
            return (a, b)
        }
        return AxisOrder.of(pairs) == .northFirst
    }

    /// Geometry of one row, with a remark when its coordinates cannot be read.
    func geometry(of record: TableRecord, names: [String]) -> (wkb: [UInt8]?, remark: RowRemark?) {
        switch self {
        case .none:
            return (nil, nil)
        case .wkt(let column):
            guard let text = record[column] else { return (nil, nil) }
            if let shape = WellKnownText(text) { return (shape.wkb, nil) }
            return (nil, RowRemark(.refused, .geometryMustBeReadable, place: names[column], found: String(text.prefix(60))))
        case .columns(let x, let y):
            return point(record, x, y, names)
        }
    }

    private func point(_ record: TableRecord, _ x: Int, _ y: Int, _ names: [String]) -> (wkb: [UInt8]?, remark: RowRemark?) {
        if record[x] == nil, record[y] == nil { return (nil, nil) }
        for column in [x, y] where record[column].flatMap(Angle.parse) == nil {
            return (nil, RowRemark(.refused, .coordinateMustBeFinite, place: names[column], found: record[column]))
        }
        guard let east = record[x].flatMap(Angle.parse), let north = record[y].flatMap(Angle.parse) else { return (nil, nil) }
        return (WKB.encodeRaw(point: (east, north)), nil)
    }
}

/// Whether north or east comes first in pairs of coordinates, by what is possible in China (`domain.md` 4.4, 4.6).
enum AxisOrder {
    case northFirst, eastFirst

    /// By the majority; nil when no value tells.
    static func of(_ pairs: [(Double, Double)]) -> AxisOrder? {
        var balance = 0
        for (a, b) in pairs {
            if isNorth(a), isEast(b) { balance += 1 }
            if isNorth(b), isEast(a) { balance -= 1 }
        }
        return balance == 0 ? nil : balance > 0 ? .northFirst : .eastFirst
    }

    /// Metres from the equator, or degrees of latitude that are no longitude in China.
    private static func isNorth(_ value: Double) -> Bool { (1.8e6...6.0e6).contains(value) || (3..<73).contains(value) }

    /// Eastings with zone prefix 13–45 or without, or degrees of longitude.
    private static func isEast(_ value: Double) -> Bool {
        (1.3e7..<4.6e7).contains(value) || (1.0e5..<1.0e6).contains(value) || (73...136).contains(value)
    }
}
