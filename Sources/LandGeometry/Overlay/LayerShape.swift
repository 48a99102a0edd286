/// One feature of a control layer as the kernel sees it (图层要素): its place in the layer, its class and its ground.
public struct LayerShape: Sendable {
    /// Position of the feature in its layer version; reported back, so that a figure can be traced to features.
    public var feature: Int
    /// Number of the class within the layer version (the caller keeps the list of class codes).
    public var classNumber: Int
    public var shape: MultiPolygon

    public init(feature: Int, classNumber: Int, shape: MultiPolygon) {
        self.feature = feature
        self.classNumber = classNumber
        self.shape = shape
    }
}

/// The area that a patch shares with one feature of a layer (套合面积).
public struct Overlap: Hashable, Sendable {
    public var feature: Int
    public var classNumber: Int
    public var area: Area

    public init(feature: Int, classNumber: Int, area: Area) {
        self.feature = feature
        self.classNumber = classNumber
        self.area = area
    }
}
