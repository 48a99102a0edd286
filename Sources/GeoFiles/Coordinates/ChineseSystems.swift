/// The EPSG codes of the Chinese systems (国家坐标系代码; `domain.md` 4.4, EPSG 10.x): one rule per family instead of 300 lines.
enum ChineseSystems {
    /// A family of zones: code = `base` + zone.
    struct Family: Equatable {
        var datum: ReferenceSystem.Datum
        /// 3 or 6 degrees.
        var width: Int
        /// Whether eastings carry the zone number.
        var isPrefixed: Bool
        var base: Int
        var zones: ClosedRange<Int> { width == 3 ? 25...45 : 13...23 }

        func meridian(_ zone: Int) -> Double { Double(width == 3 ? zone * 3 : zone * 6 - 3) }

        func system(_ zone: Int) -> ReferenceSystem {
            let falseEasting = 500_000 + (isPrefixed ? Double(zone) * 1_000_000 : 0)
            return ReferenceSystem(
                datum: datum, plane: .gauss(centralMeridian: meridian(zone), falseEasting: falseEasting), name: "EPSG:\(base + zone)",
                definition: "EPSG:\(base + zone)")
        }
    }

    static let families = [
        Family(datum: .cgcs2000, width: 3, isPrefixed: true, base: 4488),
        Family(datum: .cgcs2000, width: 3, isPrefixed: false, base: 4509),
        Family(datum: .cgcs2000, width: 6, isPrefixed: true, base: 4478),
        Family(datum: .cgcs2000, width: 6, isPrefixed: false, base: 4489),
        Family(datum: .xian80, width: 3, isPrefixed: true, base: 2324),
        Family(datum: .xian80, width: 3, isPrefixed: false, base: 2345),
        Family(datum: .xian80, width: 6, isPrefixed: true, base: 2314),
        Family(datum: .xian80, width: 6, isPrefixed: false, base: 2325),
        Family(datum: .beijing54, width: 3, isPrefixed: true, base: 2376),
        Family(datum: .beijing54, width: 3, isPrefixed: false, base: 2397),
        Family(datum: .beijing54, width: 6, isPrefixed: true, base: 21400),
        Family(datum: .beijing54, width: 6, isPrefixed: false, base: 21440),
        Family(datum: .beijing54, width: 6, isPrefixed: false, base: 21460),
    ]

    private static let geographic: [Int: ReferenceSystem.Datum] = [
        4490: .cgcs2000, 4480: .cgcs2000, 4326: .wgs84, 4979: .wgs84, 4610: .xian80, 4214: .beijing54,
    ]

    /// The system of a code; nil for systems that are not Chinese and not WGS 84: PROJ is asked about those.
    static func system(epsg code: Int) -> ReferenceSystem? {
        let name = "EPSG:\(code)"
        if let datum = geographic[code] { return ReferenceSystem(datum: datum, plane: .geographic, name: name, definition: name) }
        if code == 3857 { return ReferenceSystem(datum: .wgs84, plane: .webMercator, name: name, definition: name) }
        if (32601...32660).contains(code) { return ReferenceSystem(datum: .wgs84, plane: .utm, name: name, definition: name) }
        guard let family = families.first(where: { $0.zones.contains(code - $0.base) }) else { return nil }
        return family.system(code - family.base)
    }

    /// The system of a datum with this meridian and false easting; nil for planes of a town's own.
    static func system(_ datum: ReferenceSystem.Datum, meridian: Double, falseEasting: Double) -> ReferenceSystem? {
        let zones = families.lazy.filter { $0.datum == datum }.flatMap { family in family.zones.map { family.system($0) } }
        return zones.first { $0.plane == .gauss(centralMeridian: meridian, falseEasting: falseEasting) }
    }

    static func system(_ datum: ReferenceSystem.Datum, width: Int, zone: Int, isPrefixed: Bool) -> ReferenceSystem? {
        let family = families.first { $0.datum == datum && $0.width == width && $0.isPrefixed == isPrefixed }
        guard let family, family.zones.contains(zone) else { return nil }
        return family.system(zone)
    }

    static func geographic(_ datum: ReferenceSystem.Datum) -> ReferenceSystem? {
        switch datum {
        case .cgcs2000: system(epsg: 4490)
        case .wgs84: system(epsg: 4326)
        case .xian80: system(epsg: 4610)
        case .beijing54: system(epsg: 4214)
        case .other: nil
        }
    }

    /// Zone width by the number that leads an easting: 13–23 are 6° zones, 25–45 are 3° zones.
    static func width(ofZone zone: Int) -> Int? {
        if (25...45).contains(zone) { return 3 }
        return (13...23).contains(zone) ? 6 : nil
    }

    /// The datum a boundary-point header or a system's name means.
    static func datum(words: String) -> ReferenceSystem.Datum? {
        let text = words.lowercased().filter { !" _-".contains($0) }
        if text.contains("xian") || text.contains("xi'an") || text.contains("西安") || text.contains("80") { return .xian80 }
        if text.contains("beijing") || text.contains("北京") || text.contains("54") { return .beijing54 }
        if text.contains("cgcs") || text.contains("2000") { return .cgcs2000 }
        return text.contains("wgs84") || text.contains("wgs1984") ? .wgs84 : nil
    }
}
