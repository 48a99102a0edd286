/// Random numbers that can be had again from their seed, on every machine (SplitMix64). A failing case prints its seed.
public struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    public mutating func real(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }
    public mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    public mutating func coin() -> Bool { Bool.random(using: &self) }
}
