/// The pieces of a patch's edges as the processor takes them (边组): eight side by side, field by field, 40 numbers to a group.
///
/// `x1`, `x2`, `y1`, `slope` and `weight` of eight pieces each: from (x1, y1) along `slope` to x2, in the patch's own
/// coordinates; `weight` is +1 where the patch lies below the piece, −1 where it lies above, 0 for padding.
enum EdgeLanes {
    static let count = 8
    static let x2 = 8
    static let y1 = 16
    static let slope = 24
    static let weight = 32
    static let groupSize = 40

    /// Σ weight · ∫ min(y of the piece, y of the line) dx over the x-range that each piece of some groups shares with
    /// the line.
    ///
    /// Written lane by lane over plain numbers, for then the compiler makes of it what one would write by hand, with
    /// one instruction for each minimum and maximum; of `SIMD8<Double>` it makes twice as many.
    @inline(__always)
    static func underMinimum(of line: Line, _ groups: UnsafePointer<Double>, _ first: Int, _ end: Int) -> Double {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { sums in
            guard let sums = sums.baseAddress else { return 0 }
            for lane in 0..<count { sums[lane] = 0 }
            var group = first
            while group < end {
                let pieces = groups + group &* groupSize
                var lane = 0
                while lane < count {
                    sums[lane] += underMinimum(of: line, pieces, lane)
                    lane &+= 1
                }
                group &+= 1
            }
            return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]))
        }
    }

    /// Over a common range of width w let the two heights differ by dl at its left and dr at its right end. The mean
    /// of min(p, q) is ½ mean(p + q) − ½ mean |p − q|, and the mean of |p − q| is (|dl| + |dr|)/2, less
    /// |dl dr| / (|dl| + |dr|) when the lines cross inside: arithmetic without a branch, continuous in every coordinate.
    @inline(__always)
    private static func underMinimum(of line: Line, _ pieces: UnsafePointer<Double>, _ lane: Int) -> Double {
        let from = pieces[lane]
        let to = pieces[lane &+ x2]
        let height = pieces[lane &+ y1]
        let slope = pieces[lane &+ slope]
        let left = from < line.x1 ? line.x1 : from
        let right = line.x2 < to ? line.x2 : to
        let width = positive(right - left)
        let pieceLeft = height + slope * (left - from)
        let pieceRight = height + slope * (right - from)
        let lineLeft = line.y1 + line.slope * (left - line.x1)
        let lineRight = line.y1 + line.slope * (right - line.x1)
        let deltaLeft = pieceLeft - lineLeft
        let deltaRight = pieceRight - lineRight
        let spread = deltaLeft.magnitude + deltaRight.magnitude
        let crossing = positive(-(deltaLeft * deltaRight)) / (spread + .leastNormalMagnitude)
        let mean = 0.25 * (pieceLeft + pieceRight + lineLeft + lineRight - spread) + 0.5 * crossing
        return pieces[lane &+ weight] * width * mean
    }

    @inline(__always)
    private static func positive(_ value: Double) -> Double { value > 0 ? value : 0 }

    @inline(__always)
    static func put(_ piece: EdgePiece, at slot: Int, _ groups: inout MutableSpan<Double>) {
        let place = (slot / count) * groupSize + slot % count
        groups[place] = piece.x1
        groups[place + x2] = piece.x2
        groups[place + y1] = piece.y1
        groups[place + slope] = piece.slope
        groups[place + weight] = piece.weight
    }
}

/// A straight line piece from (x1, y1) to x2 > x1, in a patch's own coordinates.
struct Line {
    var x1: Double
    var y1: Double
    var x2: Double
    var slope: Double

    /// Edges narrower than this stand upright: they bound no area from above, and their slope would overflow.
    static let leastRun = 1e-200
}
