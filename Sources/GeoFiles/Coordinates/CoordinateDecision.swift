/// Which coordinate system a file is read in, and why (坐标判定).
struct CoordinateDecision: Equatable {
    /// Nil for rows without any geometry.
    var system: ReferenceSystem?
    /// `file`, `user`, `values`.
    var basis: String?
    /// The file has north first: x and y are exchanged before anything else.
    var axesAreSwapped = false
    var remarks: [RowRemark] = []

    /// The user's word, else the file's; checked by the values; never a guess.
    ///
    /// - Throws: `coordinatesMustBeNamed` when nothing is declared, `coordinatesMustFitValues` when what is declared
    ///   cannot be true.
    init(_ declared: DeclaredCoordinates, user: String?, sample: CoordinateSample, proj: ProjContext) throws(FileError) {
        if sample.isEmpty {
            system = user.flatMap(proj.system(named:)) ?? Self.declaredSystem(declared, proj)
            basis = system == nil ? nil : (user == nil ? "file" : "user")
            return
        }
        if let user {
            guard let named = proj.system(named: user) else {
                throw .coordinatesMustBeKnown(named: user, candidates: CoordinateCandidates.fitting(sample))
            }
            try settle(named, basis: "user", sample)
            if let told = Self.declaredSystem(declared, proj), told.name != named.name {
                remarks.append(RowRemark(.noted, .coordinatesWereOverruled, found: "\(told.name) → \(named.name)"))
            }
        } else if case .header(let datum, let width, let zone) = declared {
            try settle(header: datum, width, zone, sample)
        } else if let named = Self.declaredSystem(declared, proj) {
            try settle(named, basis: "file", sample)
        } else {
            throw .coordinatesMustBeNamed(found: sample.words, candidates: CoordinateCandidates.fitting(sample))
        }
    }

    private static func declaredSystem(_ declared: DeclaredCoordinates, _ proj: ProjContext) -> ReferenceSystem? {
        switch declared {
        case .none, .header: nil
        case .epsg(let code): proj.system(named: "EPSG:\(code)")
        case .wkt(let text): proj.system(named: text)
        }
    }

    private mutating func settle(_ named: ReferenceSystem, basis: String, _ sample: CoordinateSample) throws(FileError) {
        system = named
        self.basis = basis
        if sample.mostly(named.holds) { return }
        if named.tellsAxesApart, sample.swapped.mostly(named.holds) {
            axesAreSwapped = true
            remarks.append(RowRemark(.noted, .axesWereSwapped, found: sample.words))
            return
        }
        throw .coordinatesMustFitValues(
            named: named.name, found: sample.words, candidates: CoordinateCandidates.fitting(sample, near: named))
    }

    /// A boundary-point header: with datum and zone it is a declaration. With the datum alone, an eight-digit easting
    /// names the zone by definition: the only inference made, and remarked.
    private mutating func settle(header words: String, _ width: Int?, _ zone: Int?, _ sample: CoordinateSample) throws(FileError) {
        guard let datum = ChineseSystems.datum(words: words) else {
            throw .coordinatesMustBeNamed(found: words.isEmpty ? sample.words : words, candidates: CoordinateCandidates.fitting(sample))
        }
        if let geographic = ChineseSystems.geographic(datum), sample.mostly({ China.holds(longitude: $0.x, latitude: $0.y) }) {
            return try settle(geographic, basis: "file", sample)
        }
        let turned = sample.zonePrefix == nil && sample.swapped.zonePrefix != nil
        let prefix = turned ? sample.swapped.zonePrefix : sample.zonePrefix
        if let number = zone ?? prefix, let wide = width ?? ChineseSystems.width(ofZone: number),
            let found = ChineseSystems.system(datum, width: wide, zone: number, isPrefixed: prefix != nil)
        {
            try settle(found, basis: zone == nil ? "values" : "file", sample)
            if zone == nil { remarks.append(RowRemark(.noted, .coordinatesWereInferred, found: "\(found.name): \(sample.words)")) }
            return
        }
        throw .coordinatesMustBeNamed(found: "\(words); \(sample.words)", candidates: CoordinateCandidates.fitting(sample))
    }
}

extension ReferenceSystem {
    /// Whether exchanged axes show in the values beyond doubt: where eastings and northings, or longitudes and latitudes, cannot overlap.
    fileprivate var tellsAxesApart: Bool {
        switch plane {
        case .geographic: true
        case .gauss: isChinese
        case .utm, .webMercator, .projected: false
        }
    }
}
