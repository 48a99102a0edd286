import LandGeometry

/// Area of an entry per class of one layer version (套合结果). Derived; never edited.
public struct Finding: Codable, Equatable, Sendable {
    public var layer: LayerName
    public var version: LayerVersionID
    /// Class code → area; classes the entry does not touch are absent.
    public var areas: [ClassArea]
    /// What no feature of the layer covers. Tells "outside the layer" from "no layer".
    public var uncovered: Area

    public init(layer: LayerName, version: LayerVersionID, areas: [ClassArea], uncovered: Area) {
        self.layer = layer
        self.version = version
        self.areas = areas
        self.uncovered = uncovered
    }

    /// Area over all classes.
    public var covered: Area { areas.reduce(.zero) { $0 + $1.area } }
}

/// The area of one class (分类面积).
public struct ClassArea: Codable, Equatable, Sendable {
    /// Code in the layer's own scheme, such as `0101`; empty where the layer has no classes.
    public var code: String
    public var area: Area

    public init(code: String, area: Area) {
        self.code = code
        self.area = area
    }
}
