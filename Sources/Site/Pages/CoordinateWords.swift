import Enforcement

/// Coordinate systems by name (坐标系名称): nobody should have to know EPSG numbers.
enum CoordinateWords {
    /// `EPSG:4527` is `CGCS2000 / 3° 带 39（EPSG:4527）`; texts that are no code of a system known here stay as they are.
    static func title(of code: String, in language: Language) -> String {
        guard let name = name(of: code, in: language) else { return code }
        return language == .zh ? "\(name)（\(code)）" : "\(name) (\(code))"
    }

    /// The same for a code with the reason it was taken: `EPSG:4527 (file)`, `GB18030 (values)`.
    /// - Parameter topic: `coordinate` or `encoding`.
    static func reading(_ words: String, of topic: String = "coordinate", in language: Language) -> String {
        guard !words.isEmpty else { return "—" }
        guard words.hasSuffix(")"), let open = words.lastIndex(of: "(") else { return title(of: words, in: language) }
        let code = String(words[..<open]).trimmingBlanks
        let basis = words[words.index(after: open)...].dropLast()
        guard let reason = Catalogue.phrases["\(topic)-basis.\(basis)"]?[language] else { return title(of: words, in: language) }
        return title(of: code, in: language) + " · " + reason
    }

    /// Every code in a text, named: for remarks and messages of the reader.
    static func named(_ text: String, in language: Language) -> String {
        text.replacing(/EPSG:\d{4,6}/) { match in title(of: String(match.output), in: language) }
    }

    private static func name(of code: String, in language: Language) -> String? {
        guard code.hasPrefix("EPSG:"), let number = Int(code.dropFirst(5)) else { return nil }
        if let datum = geographic[number] { return datum[language] + (language == .zh ? " 经纬度" : ", longitude and latitude") }
        if number == 3857 { return "Web Mercator" }
        if (32601...32660).contains(number) { return "WGS 84 / UTM \(number - 32600)N" }
        guard let family = families.first(where: { $0.zones.contains(number - $0.base) }) else { return nil }
        return family.name(number - family.base, in: language)
    }

    private static let cgcs2000 = Phrase("CGCS2000", "CGCS2000")
    private static let xian80 = Phrase("西安80", "Xi'an 80")
    private static let beijing54 = Phrase("北京54", "Beijing 54")
    private static let geographic: [Int: Phrase] = [
        4490: cgcs2000, 4326: Phrase("WGS 84", "WGS 84"), 4610: xian80, 4214: beijing54,
    ]

    /// A family of Gauss-Krüger zones: code = `base` + zone (EPSG 10).
    private struct Family {
        var datum: Phrase
        /// 3 or 6 degrees.
        var width: Int
        /// Eastings carry the zone's number; else the central meridian names the zone.
        var isPrefixed: Bool
        var base: Int
        var zones: ClosedRange<Int> { width == 3 ? 25...45 : 13...23 }

        func name(_ zone: Int, in language: Language) -> String {
            let meridian = width == 3 ? zone * 3 : zone * 6 - 3
            switch language {
            case .zh: return datum.zh + " / \(width)° 带" + (isPrefixed ? " \(zone)" : "，中央经线 \(meridian)°")
            case .en: return datum.en + " / \(width)° " + (isPrefixed ? "zone \(zone)" : "zone, central meridian \(meridian)°")
            }
        }
    }

    private static let families = [
        Family(datum: cgcs2000, width: 3, isPrefixed: true, base: 4488), Family(datum: cgcs2000, width: 3, isPrefixed: false, base: 4509),
        Family(datum: cgcs2000, width: 6, isPrefixed: true, base: 4478), Family(datum: cgcs2000, width: 6, isPrefixed: false, base: 4489),
        Family(datum: xian80, width: 3, isPrefixed: true, base: 2324), Family(datum: xian80, width: 3, isPrefixed: false, base: 2345),
        Family(datum: xian80, width: 6, isPrefixed: true, base: 2314), Family(datum: xian80, width: 6, isPrefixed: false, base: 2325),
        Family(datum: beijing54, width: 3, isPrefixed: true, base: 2376), Family(datum: beijing54, width: 3, isPrefixed: false, base: 2397),
        Family(datum: beijing54, width: 6, isPrefixed: true, base: 21400),
        Family(datum: beijing54, width: 6, isPrefixed: false, base: 21440),
        Family(datum: beijing54, width: 6, isPrefixed: false, base: 21460),
    ]
}
