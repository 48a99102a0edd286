/// The Z-curve (Z 序) along which rings stand in a prepared layer and patches are taken, so that neighbours on the ground
/// are neighbours in memory and on disk.
enum ZOrder {
    /// Cells of 1/32 m over ±67,000 km: the same for every layer, so that the order of two rings never depends on a third.
    static func key(x: Double, y: Double) -> UInt64 { spread(cell(x)) | spread(cell(y)) << 1 }

    private static func cell(_ value: Double) -> UInt64 {
        let cells = (value + 67_108_864) * 32
        return cells > 0 ? UInt64(min(cells, 4_294_967_295)) : 0
    }

    private static func spread(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff
        bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff
        bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f
        bits = (bits | bits << 2) & 0x3333_3333_3333_3333
        return (bits | bits << 1) & 0x5555_5555_5555_5555
    }
}
