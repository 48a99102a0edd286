/// Smooth seeded noise over the plane (噪声场): value noise on a unit lattice, −1…1, with continuous second derivatives.
struct Noise: Sendable {
    var seed: UInt64

    func callAsFunction(_ point: PlanePoint, wavelength: Double) -> Double {
        let x = point.x / wavelength
        let y = point.y / wavelength
        let left = x.rounded(.down)
        let low = y.rounded(.down)
        let u = fade(x - left)
        let v = fade(y - low)
        let i = Int(left)
        let j = Int(low)
        let bottom = mix(lattice(i, j), lattice(i + 1, j), u)
        let top = mix(lattice(i, j + 1), lattice(i + 1, j + 1), u)
        return mix(bottom, top, v)
    }

    private func fade(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }
    private func mix(_ a: Double, _ b: Double, _ t: Double) -> Double { a + (b - a) * t }

    private func lattice(_ i: Int, _ j: Int) -> Double {
        var z = seed ^ (UInt64(truncatingIfNeeded: i) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(truncatingIfNeeded: j) &* 0xC2B2_AE3D_27D4_EB4F)
        z = (z ^ (z >> 32)) &* 0xD6E8_FEB8_6659_FD93
        z = (z ^ (z >> 32)) &* 0xD6E8_FEB8_6659_FD93
        z ^= z >> 32
        return Double(z >> 11) * 0x1p-52 - 1
    }
}
