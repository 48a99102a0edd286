/// The three great classes of land (三大类), cultivated land kept apart from other agricultural land.
///
/// Rule of the third survey's working classification (`SD3`), `reference/domain.md` 3.2; a trailing `K`
/// (可调整) is stripped first. Permanent basic farmland is never told by a class code, only by its layer.
public enum LandClass: String, Codable, CaseIterable, Sendable {
    case cultivated
    case otherAgricultural
    case construction
    case unused

    /// The class of a code of scheme `SD3`; nil for a code the scheme does not have.
    public init?(survey code: String) {
        let bare = code.hasSuffix("K") ? String(code.dropLast()) : code
        guard let known = LandClass.rules.first(where: { bare.hasPrefix($0.prefix) }) else { return nil }
        self = known.landClass
    }

    /// The class of a code in a named scheme; nil where the rule is not known, so that nothing is guessed.
    public init?(code: String, scheme: String) {
        guard scheme == "SD3" else { return nil }
        self.init(survey: code)
    }

    /// Whether the code stands for land that can be turned back into cultivated land (可调整地类).
    public static func isAdjustable(survey code: String) -> Bool { code.hasSuffix("K") }

    private struct Prefixed {
        var prefix: String
        var landClass: LandClass
    }

    /// Longer prefixes come before those that contain them; classes of 00 (湿地) are listed under their own codes.
    private static let rules: [Prefixed] = table([
        (.unused, "0404 1101 1102 1105 1106 1108 1110 1204 1205 1206 1207"),
        (.construction, "1001 1002 1003 1004 1005 1007 1008 1009 1109 1201 05 06 07 08 09"),
        (.otherAgricultural, "0401 0402 0403 1006 1103 1104 1107 1202 1203 02 03"),
        (.cultivated, "01"),
    ])

    private static func table(_ lines: [(LandClass, String)]) -> [Prefixed] {
        lines.flatMap { landClass, prefixes in
            prefixes.split(separator: " ").map { Prefixed(prefix: String($0), landClass: landClass) }
        }
    }
}

/// A class group that plans may name instead of codes (地类组): `耕地`, `农用地`, `建设用地`, ….
public enum LandClassGroup {
    /// Names known for scheme `SD3`, with what they hold.
    public static let survey: [String: Set<LandClass>] = [
        "耕地": [.cultivated],
        "农用地": [.cultivated, .otherAgricultural],
        "其他农用地": [.otherAgricultural],
        "建设用地": [.construction],
        "未利用地": [.unused],
    ]
}
