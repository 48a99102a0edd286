/// A seeded source of chance (随机源): SplitMix64 (Steele, Lea, Flood 2014). The same seed gives the same county anywhere.
struct Chance: Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// A source of its own for part `index` of a work, so that one part can change without moving the others.
    init(_ seed: UInt64, _ index: Int) {
        var mixed = Chance(seed &+ UInt64(truncatingIfNeeded: index) &* 0xD134_2543_DE82_EF95)
        state = mixed.bits()
    }

    mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in 0..<1.
    mutating func unit() -> Double { Double(bits() >> 11) * 0x1p-53 }

    mutating func within(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(bits() % UInt64(range.count))
    }

    mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    /// One of `choices`, which must not be empty.
    mutating func pick<T>(_ choices: [T]) -> T { choices[integer(0...choices.count - 1)] }

    /// Fisher–Yates.
    mutating func shuffled<T>(_ items: [T]) -> [T] {
        var items = items
        for i in items.indices.reversed() where i > 0 { items.swapAt(i, integer(0...i)) }
        return items
    }
}
