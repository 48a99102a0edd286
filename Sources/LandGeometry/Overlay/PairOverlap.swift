extension LayerIndex {
    /// The area two shapes share (相交面积), on the CGCS2000 ellipsoid; zero when they only touch.
    ///
    /// For a single pair, as when a patch is compared with an entry on the same ground. To ask one shape against
    /// many, build an index of the many.
    public static func overlap(of a: MultiPolygon, with b: MultiPolygon) -> Area {
        guard a.box.touches(b.box) else { return .zero }
        return Area(squareMetres: overlap(of: a, with: b, in: .equalArea))
    }

    static func overlap(of a: MultiPolygon, with b: MultiPolygon, in plane: Plane) -> Double {
        let (small, large) = a.positionCount <= b.positionCount ? (a, b) : (b, a)
        let index = LayerIndex([LayerShape(feature: 0, classNumber: 0, shape: large)], in: plane)
        return index.overlaps(with: small).first?.area.squareMetres ?? 0
    }
}
