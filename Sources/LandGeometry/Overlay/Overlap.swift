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

/// The area that a patch shares with one class of a layer (分类套合面积).
///
/// Summed over rings in ascending order of their areas: the same bits however features are numbered, ordered, cut up
/// or put together, as long as the rings are the same.
public struct ClassOverlap: Hashable, Sendable {
    public var classNumber: Int
    public var area: Area

    public init(classNumber: Int, area: Area) {
        self.classNumber = classNumber
        self.area = area
    }
}

/// What it took to find the overlaps of a patch (套合工作量): for `--explain` and for measuring.
public struct OverlapWork: Hashable, Sendable {
    /// Rings whose box meets the patch's box: candidate pairs.
    public var rings = 0
    /// Edges of those rings that came near the patch; the others were stepped over by their boxes.
    public var edges = 0
    /// Edges held against pieces of the patch's border, the rest lying above or below it.
    public var crossings = 0

    public init() {}

    public static func + (a: OverlapWork, b: OverlapWork) -> OverlapWork {
        var sum = a
        sum.rings += b.rings
        sum.edges += b.edges
        sum.crossings += b.crossings
        return sum
    }
}
