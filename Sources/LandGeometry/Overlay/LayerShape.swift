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
