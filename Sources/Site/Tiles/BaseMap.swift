/// A foreign base map by WMTS (外部底图), named by the bureau: 天地图 or a service of its own network. None is used unless configured.
public struct BaseMap: Codable, Equatable, Sendable {
    public var name: String
    /// Address without query, `https://t0.tianditu.gov.cn/vec_w/wmts?tk=…`; the key is seen by every browser that opens the map.
    public var url: String
    /// Layer name of the service: `vec`, `img`, `cva`.
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

    /// Scheme and host, which the content policy must allow pictures from; nil for an address without.
    var origin: String? {
        guard let scheme = ["https://", "http://"].first(where: url.hasPrefix) else { return nil }
        let rest = url.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) }) else { return nil }
        return scheme + host
    }
}
