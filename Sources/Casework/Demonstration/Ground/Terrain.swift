/// The lie of the land (地形): where the hills are, how the rivers run, and how the ideal plane is bent into ground.
///
/// The county is first cut with straight lines in an ideal plane, where everything stays convex and easy to cut, then
/// bent by a smooth map whose gradient stays below one. Such a map folds nothing over: roads wind, rivers meander and
/// fields follow them, and borders stay shared.
struct Terrain: Sendable {
    let seed: UInt64
    /// Half the side of the square the county lies in, metres.
    let reach: Double
    /// Size against the full county of 60,000 parcels, 0…1.
    let scale: Double
    private let hillNoise: Noise
    private let bendNoise: [Noise]
    private let coverNoise: Noise

    init(seed: UInt64, reach: Double, scale: Double) {
        self.seed = seed
        self.reach = reach
        self.scale = scale
        hillNoise = Noise(seed: seed ^ 0x11)
        bendNoise = (0..<8).map { Noise(seed: seed ^ UInt64(0x100 + $0)) }
        coverNoise = Noise(seed: seed ^ 0x33)
    }

    /// The main river in the ideal plane, west to east (主河).
    var river: PlaneLine { PlaneLine(through: PlanePoint(0, 0.30 * reach), angle: 0.13) }
    /// The county seat (县城).
    var seat: PlanePoint { PlanePoint(0.03 * reach, 0.02 * reach) }
    var seatRadius: Double { 0.125 * reach }
    /// The development zone (开发区).
    var zone: PlanePoint { PlanePoint(0.36 * reach, -0.08 * reach) }
    var zoneRadius: Double { 0.135 * reach }

    /// 0 in the plain, 1 in the hills, which rise to the south and south-west.
    func hilliness(_ p: PlanePoint) -> Double {
        let slope = (-p.y * 0.86 - p.x * 0.42) / reach
        let rough = 0.30 * hillNoise(p, wavelength: 7000 * max(scale, 0.35)) + 0.10 * hillNoise(p, wavelength: 2100)
        return min(1, max(0, (slope + rough - 0.36) / 0.22))
    }

    /// A field of −1…1 that decides what grows where; `salt` tells the fields apart.
    func field(_ p: PlanePoint, _ salt: UInt64, wavelength: Double) -> Double {
        Noise(seed: coverNoise.seed ^ (salt &* 0x9E37_79B9))(p, wavelength: wavelength)
    }

    /// Whether a point of the ideal plane lies in the county: an irregular round outline.
    func isInside(_ p: PlanePoint) -> Bool {
        outwardness(p) < 0
    }

    /// Whether the outline passes close by, so that blocks are cut small there.
    func isNearBorder(_ p: PlanePoint) -> Bool { abs(outwardness(p)) < 0.045 }

    private func outwardness(_ p: PlanePoint) -> Double {
        let q = p * (1 / reach)
        let direction = q.unit
        let radius = (q.x * q.x * q.x * q.x + q.y * q.y * q.y * q.y).squareRoot().squareRoot()
        let wild = 0.12 * hillNoise(direction * 10, wavelength: 5.3) + 0.07 * hillNoise(direction * 10, wavelength: 1.4)
        return radius - 0.81 - wild - 0.02 * hillNoise(p, wavelength: 1400 * scale)
    }

    /// From the ideal plane to the ground.
    func bent(_ p: PlanePoint) -> PlanePoint {
        var q = p
        q = q + shift(p, 0, amplitude: 1050, wavelength: 11_000)
        q = q + shift(p, 2, amplitude: 120, wavelength: 1700)
        let rough = max(0.10, hilliness(p))
        q = q + shift(p, 4, amplitude: 9 * rough, wavelength: 130)
        let along = river.direction.dot(p)
        let away = river.offset(of: p) / 2900
        let meander = 640 * bendNoise[6](PlanePoint(along, 0), wavelength: 3700) / (1 + away * away)
        return q + river.direction.left * meander
    }

    private func shift(_ p: PlanePoint, _ index: Int, amplitude: Double, wavelength: Double) -> PlanePoint {
        PlanePoint(bendNoise[index](p, wavelength: wavelength), bendNoise[index + 1](p, wavelength: wavelength)) * amplitude
    }

    /// Distance between vertices along a border: shorter where borders are natural.
    func step(at p: PlanePoint) -> Double { hilliness(p) > 0.3 ? 32 : 60 }
}
