#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A square of the Web Mercator world cut into 2^level columns and rows (墨卡托网格): the square of the map tile of that zoom,
/// column and row counted from the north-west.
public struct MercatorCell: Hashable, Sendable {
    public var level: Int
    public var column: Int
    public var row: Int

    public init(level: Int, column: Int, row: Int) {
        self.level = level
        self.column = column
        self.row = row
    }

    /// The cell a position lies in; positions beyond the squares' edge (85.05°) are held at it, those that are none give nil.
    public init?(level: Int, at position: Position) {
        guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else { return nil }
        let count = Double(1 << level)
        let latitude = max(-85.051_128, min(85.051_128, position.latitude)) * .pi / 180
        let x = (position.longitude / 360 + 0.5) * count
        let y = (0.5 - asinh(tan(latitude)) / (2 * .pi)) * count
        self.init(level: level, column: min(Int(x), (1 << level) - 1), row: max(0, min(Int(y), (1 << level) - 1)))
    }

    /// The position in the middle.
    public var middle: Position {
        let count = Double(1 << level)
        let north = Double.pi * (1 - 2 * (Double(row) + 0.5) / count)
        return Position(longitude: (Double(column) + 0.5) / count * 360 - 180, latitude: atan(sinh(north)) * 180 / .pi)
    }

    /// Columns and rows interleaved: the cells within a cell are one run of keys.
    public var key: Int64 {
        var key = 0
        for bit in 0..<level {
            key |= (column >> bit & 1) << (2 * bit)
            key |= (row >> bit & 1) << (2 * bit + 1)
        }
        return Int64(key)
    }

    public init(level: Int, key: Int64) {
        self.init(level: level, column: 0, row: 0)
        for bit in 0..<level {
            column |= Int(key >> Int64(2 * bit) & 1) << bit
            row |= Int(key >> Int64(2 * bit + 1) & 1) << bit
        }
    }

    /// The keys of the cells of a deeper level within this one.
    public func keys(at deeper: Int) -> Range<Int64> {
        let shift = Int64(2 * (deeper - level))
        return key << shift..<(key + 1) << shift
    }

    /// The cell of an upper level this one lies in.
    public func within(_ upper: Int) -> MercatorCell {
        MercatorCell(level: upper, column: column >> (level - upper), row: row >> (level - upper))
    }
}
