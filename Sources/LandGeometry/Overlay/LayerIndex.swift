/// One feature of a control layer as the kernel sees it: its place in the layer, its class and its ground.
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

/// The area that a patch shares with one feature of a layer.
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

/// A layer version made ready for overlay (套合索引): built once, asked many times from any number of threads.
public struct LayerIndex: Sendable {
    public init(_ shapes: [LayerShape]) {
    }

    /// The areas on the CGCS2000 ellipsoid that `patch` shares with each feature, in feature order; features it does not touch are left out.
    public func overlaps(with patch: MultiPolygon) -> [Overlap] {
        []
    }
}
