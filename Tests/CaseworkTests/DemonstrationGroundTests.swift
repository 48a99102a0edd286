import Enforcement
import GeoFiles
import LandGeometry
import Testing

@testable import Casework

/// One small county for all tests of its ground and its files.
enum SampleCounty {
    static let demonstration = Demonstration(seed: 7, parcels: 2500, firstQuarter: 64, secondQuarter: 80)
    static let ground = CountyGround(seed: 7, parcels: 2500)
    static let county = demonstration.make()
}

@Suite("Demonstration county: its ground")
struct DemonstrationGroundTests {
    let ground = SampleCounty.ground

    @Test("The county has about as many parcels as asked for, in ten towns and one development zone")
    func size() {
        #expect((2125...2875).contains(ground.parcels.count))
        #expect(Set(ground.parcels.map { $0.unit }) == Set(0...10))
        #expect(SampleCounty.county.layer(LayerName("units"))?.table.rows.count == 11)
    }

    @Test("Every border between two parcels is walked once each way with the same vertices; only the county border has one side")
    func partition() throws {
        var walked: [Edge: Int] = [:]
        for parcel in ground.parcels {
            for ring in [parcel.polygon.outer] + parcel.polygon.holes {
                for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) { walked[Edge(from: a, to: b), default: 0] += 1 }
            }
        }
        #expect(walked.values.allSatisfy { $0 == 1 })
        let border = Set(walked.keys.filter { walked[Edge(from: $0.to, to: $0.from)] == nil })
        let outline = ground.regions(count: 1) { _ in 0 }[0]
        let expected = outline.flatMap { [$0.outer] + $0.holes }.flatMap { ring in
            zip(ring, ring.dropFirst() + ring.prefix(1)).map { Edge(from: $0, to: $1) }
        }
        #expect(border == Set(expected))
        #expect(border.count > 50)
    }

    struct Edge: Hashable {
        var from: PlanePoint
        var to: PlanePoint
    }

    @Test("The parcels, the towns and the plan zones each add up to the county")
    func sums() {
        let county = ground.regions(count: 1) { _ in 0 }[0].reduce(0) { $0 + $1.area }
        let parcels = ground.parcels.reduce(0) { $0 + $1.area }
        let towns = ground.regions(count: 11) { $0.unit }.joined().reduce(0) { $0 + $1.area }
        let zones = ground.regions(count: 4) { ground.planZone($0) - 1 }.joined().reduce(0) { $0 + $1.area }
        for sum in [parcels, towns, zones] { #expect(abs(sum - county) <= 1e-9 * county) }
    }

    @Test("No parcel's border crosses itself or turns back on itself")
    func simple() {
        for parcel in ground.parcels where parcel.polygon.outer.count < 120 {
            #expect(!crossesItself(parcel.polygon.outer), "parcel at \(parcel.middle)")
        }
    }

    @Test("The county looks like one: fields most of it, then woods, villages, water and roads")
    func cover() {
        func share(_ isMeant: (LandCover) -> Bool) -> Double {
            ground.parcels.filter { isMeant($0.cover) }.reduce(0) { $0 + $1.area } / ground.parcels.reduce(0) { $0 + $1.area }
        }
        #expect((0.25...0.65).contains(share { $0.isCultivated }))
        #expect(share { $0 == .forest || $0 == .shrub } > 0.05)
        #expect((0.01...0.15).contains(share { $0 == .villageHousing }))
        #expect(share { $0 == .river || $0 == .pond || $0 == .reservoir } > 0.005)
        #expect((0.01...0.15).contains(share { $0 == .highway || $0 == .ruralRoad || $0 == .street }))
    }

    @Test(
        "Metres of zone 39 become the degrees PROJ gives",
        arguments: [
            (39_539_000, 4_068_000, 117.4366742523, 36.7422859022), (39_520_123.4567, 4_050_987.6543, 117.2248735705, 36.5895710605),
            (39_558_000.25, 4_085_000.75, 117.6507009071, 36.8945007552),
        ])
    func degrees(_ x: Double, _ y: Double, _ longitude: Double, _ latitude: Double) {
        let position = GaussKruger.position(PlanePoint(x, y))
        #expect(abs(position.longitude - longitude) < 2e-9)
        #expect(abs(position.latitude - latitude) < 2e-9)
    }

    @Test("Areas on the ellipsoid agree with the published test vectors")
    func areas() {
        let square = [PlanePoint(0, 0), PlanePoint(100, 0), PlanePoint(100, 100), PlanePoint(0, 100)]
        let angle = [
            PlanePoint(0, 0), PlanePoint(300, 0), PlanePoint(300, 150), PlanePoint(150, 150), PlanePoint(150, 400), PlanePoint(0, 400),
        ]
        #expect(abs(GaussKruger.area(square.map { $0 + PlanePoint(39_517_000, 4_330_000) }) - 9999.93) < 0.01)
        #expect(abs(GaussKruger.area(angle.map { $0 + PlanePoint(39_560_000, 4_340_000) }) - 82_492.66) < 0.02)
    }
}

/// Whether two sides of a ring that are no neighbours meet.
func crossesItself(_ ring: [PlanePoint]) -> Bool {
    func side(_ i: Int) -> (PlanePoint, PlanePoint) { (ring[i], ring[(i + 1) % ring.count]) }
    for i in ring.indices {
        for j in ring.indices where j > i + 1 && !(i == 0 && j == ring.count - 1) {
            let (a, b) = side(i)
            let (c, d) = side(j)
            let left = (b - a).cross(c - a) * (b - a).cross(d - a)
            let right = (d - c).cross(a - c) * (d - c).cross(b - c)
            if left < 0, right < 0 { return true }
        }
    }
    return false
}
