/// Eight edge pieces of a patch, side by side (边组): from (x1, y1) along `slope` to x2, in the patch's own coordinates.
///
/// `weight` is +1 where the patch lies below the piece, −1 where it lies above, 0 for padding.
struct EdgeLanes: Sendable {
    typealias Lanes = SIMD8<Double>
    var x1 = Lanes.zero
    var x2 = Lanes.zero
    var y1 = Lanes.zero
    var slope = Lanes.zero
    var weight = Lanes.zero

    /// Σ weight · ∫ min(y of the piece, y of the line) dx over the x-range that each piece shares with the line.
    ///
    /// Over a common range of width w let the two heights differ by dl at its left and dr at its right end. The mean
    /// of min(p, q) is ½ mean(p + q) − ½ mean |p − q|, and the mean of |p − q| is (|dl| + |dr|)/2, less
    /// |dl dr| / (|dl| + |dr|) when the lines cross inside: arithmetic without a branch, continuous in every coordinate.
    @inline(__always)
    func underMinimum(of line: Line) -> Lanes {
        let left = maximum(x1, Lanes(repeating: line.x1))
        let right = minimum(x2, Lanes(repeating: line.x2))
        let width = maximum(right - left, .zero)
        let pieceLeft = y1 + slope * (left - x1)
        let pieceRight = y1 + slope * (right - x1)
        let lineLeft = line.y1 + line.slope * (left - line.x1)
        let lineRight = line.y1 + line.slope * (right - line.x1)
        let deltaLeft = pieceLeft - lineLeft
        let deltaRight = pieceRight - lineRight
        let spread = magnitude(deltaLeft) + magnitude(deltaRight)
        let crossing = maximum(-(deltaLeft * deltaRight), .zero) / (spread + .leastNormalMagnitude)
        let mean = 0.25 * (pieceLeft + pieceRight + lineLeft + lineRight - spread) + 0.5 * crossing
        return weight * width * mean
    }

    @inline(__always)
    private func maximum(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: a .< b) }

    @inline(__always)
    private func minimum(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .< a) }

    @inline(__always)
    private func magnitude(_ a: Lanes) -> Lanes {
        Lanes(bitPattern: a.bits & SIMD8<UInt64>(repeating: 0x7fff_ffff_ffff_ffff))
    }
}

/// A straight line piece from (x1, y1) to x2 > x1, in a patch's own coordinates.
struct Line {
    var x1: Double
    var y1: Double
    var x2: Double
    var slope: Double
}

extension SIMD8<Double> {
    @inline(__always)
    fileprivate var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

    @inline(__always)
    fileprivate init(bitPattern: SIMD8<UInt64>) { self = unsafeBitCast(bitPattern, to: SIMD8<Double>.self) }
}
