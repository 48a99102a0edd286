/// A point or area in well-known text (OGC 06-103r4), as columns of tables carry it. Z and M are left out.
struct WellKnownText: Equatable {
    private(set) var wkb: [UInt8]
    /// From the `SRID=4490;` some databases put before the text.
    private(set) var srid: Int?

    /// Nil for anything but POINT, POLYGON and MULTIPOLYGON with finite numbers.
    init?(_ text: String) {
        var body = Substring(text)
        if body.uppercased().hasPrefix("SRID="), let end = body.firstIndex(of: ";") {
            srid = Int(body[..<end].dropFirst(5))
            body = body[body.index(after: end)...]
        }
        guard let open = body.firstIndex(of: "(") else { return nil }
        let kind = body[..<open].uppercased().split(separator: " ").first ?? ""
        var reader = NestedNumbers(body[open...])
        guard let tree = reader.list(), reader.isAtEnd else { return nil }
        switch kind {
        case "POINT":
            guard let place = tree.ring?.first, tree.ring?.count == 1 else { return nil }
            wkb = WKB.encodeRaw(point: place)
        case "POLYGON":
            guard let rings = tree.rings else { return nil }
            wkb = WKB.encodeRaw(parts: [rings])
        case "MULTIPOLYGON":
            guard case .list(let parts) = tree, let rings = parts.mapAll(\.rings) else { return nil }
            wkb = WKB.encodeRaw(parts: rings)
        default:
            return nil
        }
    }
}

/// Brackets in brackets with positions in the innermost: a ring, or a list of such.
indirect enum NumberTree {
    case ring([(x: Double, y: Double)])
    case list([NumberTree])

    var ring: [(x: Double, y: Double)]? {
        if case .ring(let ring) = self { ring } else { nil }
    }

    var rings: [[(x: Double, y: Double)]]? {
        if case .list(let items) = self { items.mapAll(\.ring) } else { nil }
    }
}

private struct NestedNumbers {
    private let text: [UInt8]
    private var at = 0

    init(_ text: Substring) {
        self.text = Array(text.utf8)
    }

    var isAtEnd: Bool { text[at...].allSatisfy { $0 <= 32 || $0 == UInt8(ascii: ";") } }

    mutating func list(depth: Int = 0) -> NumberTree? {
        guard depth < 4, take("(") else { return nil }
        skip()
        guard at < text.count else { return nil }
        return text[at] == UInt8(ascii: "(") ? lists(depth) : ring()
    }

    private mutating func lists(_ depth: Int) -> NumberTree? {
        var items: [NumberTree] = []
        repeat {
            guard let item = list(depth: depth + 1) else { return nil }
            items.append(item)
        } while take(",")
        return take(")") ? .list(items) : nil
    }

    private mutating func ring() -> NumberTree? {
        var ring: [(x: Double, y: Double)] = []
        repeat {
            guard let x = number(), let y = number() else { return nil }
            while number() != nil {}
            ring.append((x, y))
        } while take(",")
        return take(")") ? .ring(ring) : nil
    }

    private mutating func number() -> Double? {
        skip()
        let start = at
        while at < text.count, ![UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "("), 32].contains(text[at]) { at += 1 }
        guard let value = Double(String(decoding: text[start..<at], as: UTF8.self)), value.isFinite else {
            at = start
            return nil
        }
        return value
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skip()
        guard at < text.count, text[at] == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    private mutating func skip() {
        while at < text.count, text[at] <= 32 { at += 1 }
    }
}

extension Array {
    /// Every element changed, or nil when one cannot be.
    func mapAll<Result>(_ change: (Element) -> Result?) -> [Result]? {
        var results: [Result] = []
        for element in self {
            guard let result = change(element) else { return nil }
            results.append(result)
        }
        return results
    }
}
