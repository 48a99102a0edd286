/// A foreign base map by WMTS or as XYZ tiles (外部底图), named by the bureau: 天地图 or a service of its own network.
/// None is used unless configured.
public struct BaseMap: Codable, Equatable, Sendable {
    public var name: String
    /// Of a WMTS the address without its KVP query, `https://t{0-7}.tianditu.gov.cn/vec_w/wmts?tk=…`; of tiles the address with
    /// `{z}`, `{x}` and `{y}` (or `{-y}`). The key is seen by every browser that opens the map.
    public var url: String
    /// Layer name of the WMTS, `vec`, `img`, `cva`; empty for XYZ tiles.
    public var layer: String
    /// `w` (Web Mercator) or `c` (geographic CGCS2000).
    public var matrixSet: String
    public var minZoom: Int
    public var maxZoom: Int
    /// Shown on the map, with the 审图号.
    public var credit: String

    public init(name: String, url: String, layer: String, matrixSet: String = "w", minZoom: Int = 1, maxZoom: Int = 18, credit: String) {
        self.name = name
        self.url = url
        self.layer = layer
        self.matrixSet = matrixSet
        self.minZoom = minZoom
        self.maxZoom = maxZoom
        self.credit = credit
    }

    /// Schemes and hosts, which the content policy must allow pictures from; none for an address without, or with anything
    /// in its host that could say more. `{0-7}` in the host stands for eight of them.
    var origins: [String] {
        guard let scheme = ["https://", "http://"].first(where: url.hasPrefix) else { return [] }
        let rest = url.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let hosts = Self.spread(String(host)).map { scheme + $0 }
        return hosts.filter { origin in
            origin.count > scheme.count
                && origin.dropFirst(scheme.count).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) }
        }
    }

    /// The hosts behind `t{0-7}.example.cn`.
    private static func spread(_ host: String) -> [String] {
        guard let it = host.firstMatch(of: #/\{([0-9])-([0-9])\}/#), let first = Int(it.1), let last = Int(it.2), first <= last else {
            return [host]
        }
        return (first...last).map { host.replacingCharacters(of: it.range, with: String($0)) }
    }
}

extension String {
    fileprivate func replacingCharacters(of range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
