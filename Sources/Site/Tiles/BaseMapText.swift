extension BaseMap {
    /// A base map as a command line gives it, `name=影像;url=…;layer=img;set=w;zoom=1-18;credit=…` (底图写法).
    ///
    /// - Returns: nil without name, or an address whose host may stand in the content policy; for an unknown key, set or zoom;
    ///   for a WMTS without layer.
    public init?(_ text: String) {
        var values: [String: String] = [:]
        for pair in text.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0) }
            guard parts.count == 2, Self.keys.contains(parts[0]), values.updateValue(parts[1], forKey: parts[0]) == nil else { return nil }
        }
        let zooms = (values["zoom"] ?? "1-18").split(separator: "-").compactMap { Int($0) }
        guard let name = values["name"], let url = values["url"], zooms.count == 2, zooms[0] >= 0, zooms[0] <= zooms[1], zooms[1] <= 24,
            ["w", "c"].contains(values["set"] ?? "w")
        else { return nil }
        self.init(
            name: name, url: url, layer: values["layer"] ?? "", matrixSet: values["set"] ?? "w", minZoom: zooms[0], maxZoom: zooms[1],
            credit: values["credit"] ?? name)
        guard !origins.isEmpty, isTiles != (values["layer"] != nil), !isTiles || matrixSet == "w" else { return nil }
    }

    private static let keys = ["name", "url", "layer", "set", "zoom", "credit"]

    /// Whether the address names tiles by zoom, column and row.
    private var isTiles: Bool {
        url.contains("{z}") && url.contains("{x}") && (url.contains("{y}") || url.contains("{-y}"))
    }
}
