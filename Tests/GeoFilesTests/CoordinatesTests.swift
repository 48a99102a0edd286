import Foundation
import Testing

@testable import GeoFiles

@Suite("Coordinate systems") struct CoordinatesTests {
    private let proj = ProjContext()

    /// PROJ's EPSG tables are the oracle for our arithmetic over codes.
    @Test("Every Chinese code has the meridian, false easting and datum that EPSG gives it")
    func codes() throws {
        for family in ChineseSystems.families where family.base != 21460 {
            for zone in family.zones {
                let ours = family.system(zone)
                let object = try #require(ProjObject(proj, ours.name), "\(ours.name)")
                let (meridian, falseEasting) = try #require(object.gaussParameters, "\(ours.name)")
                #expect(ours.plane == .gauss(centralMeridian: meridian, falseEasting: falseEasting), "\(ours.name)")
                #expect(object.geodetic?.datum == ours.datum, "\(ours.name)")
            }
        }
        for code in [4490, 4610, 4214, 4326] {
            let ours = try #require(ChineseSystems.system(epsg: code))
            #expect(ProjObject(proj, ours.name)?.datum == ours.datum)
        }
    }

    @Test(
        "Well-known text as ArcGIS writes it is recognised by its parameters",
        arguments: [
            (
                "CGCS2000_3_Degree_GK_Zone_39", "GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000", 6_378_137.0,
                298.257222101, 39_500_000.0, 117.0, "EPSG:4527"
            ),
            (
                "CGCS2000_3_Degree_GK_CM_117E", "GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000", 6_378_137.0,
                298.257222101, 500_000.0, 117.0, "EPSG:4548"
            ),
            (
                "Xian_1980_3_Degree_GK_Zone_39", "GCS_Xian_1980", "D_Xian_1980", "Xian_1980", 6_378_140.0, 298.257, 39_500_000.0, 117.0,
                "EPSG:2363"
            ),
            (
                "Beijing_1954_GK_Zone_20", "GCS_Beijing_1954", "D_Beijing_1954", "Krasovsky_1940", 6_378_245.0, 298.3, 20_500_000.0, 117.0,
                "EPSG:21420"
            ),
        ])
    func esri(_ c: (String, String, String, String, Double, Double, Double, Double, String)) {
        let text = """
            PROJCS["\(c.0)",GEOGCS["\(c.1)",DATUM["\(c.2)",SPHEROID["\(c.3)",\(c.4),\(c.5)]],PRIMEM["Greenwich",0.0],\
            UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",\(c.6)],PARAMETER["False_Northing",0.0],\
            PARAMETER["Central_Meridian",\(c.7)],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
            """
        #expect(proj.system(named: text)?.name == c.8)
    }

    private func sample(_ x: Double, _ y: Double) -> CoordinateSample {
        var sample = CoordinateSample()
        sample.add(DecodedGeometry(geometry: .point(PlanePoint(x: x, y: y)), hasHeight: false, positions: 1))
        return sample
    }

    @Test("Without a declared system nothing is guessed: the candidates that fit are offered") func candidates() {
        #expect(
            throws: FileError.coordinatesMustBeNamed(
                found: "x 39517000.0, y 4330000.0", candidates: ["EPSG:4527", "EPSG:2363", "EPSG:2415"])
        ) {
            _ = try CoordinateDecision(.none, user: nil, sample: sample(39_517_000, 4_330_000), proj: proj)
        }
        let central = CoordinateCandidates.fitting(sample(517_000, 4_330_000))
        #expect(central.contains("EPSG:4548") && !central.contains("EPSG:4527"))
        #expect(CoordinateCandidates.fitting(sample(117.7, 39)) == ["EPSG:4490", "EPSG:4326", "EPSG:4610", "EPSG:4214"])
    }

    @Test("A header with datum alone and eight-digit eastings names its zone, with a remark; with six digits it asks") func header() throws
    {
        let header = DeclaredCoordinates.header(datum: "2000国家大地坐标系", zoneWidth: nil, zone: nil)
        let decided = try CoordinateDecision(header, user: nil, sample: sample(38_517_000, 2_530_000), proj: proj)
        #expect(decided.system?.name == "EPSG:4526")
        #expect(decided.remarks.map(\.rule) == [.coordinatesWereInferred])
        #expect(throws: FileError.self) { _ = try CoordinateDecision(header, user: nil, sample: sample(517_000, 2_530_000), proj: proj) }
        let zoned = DeclaredCoordinates.header(datum: "2000国家大地坐标系", zoneWidth: 3, zone: 38)
        #expect(try CoordinateDecision(zoned, user: nil, sample: sample(517_000, 2_530_000), proj: proj).system?.name == "EPSG:4547")
        let lie = DeclaredCoordinates.header(datum: "2000国家大地坐标系", zoneWidth: 3, zone: 39)
        #expect(throws: FileError.self) { _ = try CoordinateDecision(lie, user: nil, sample: sample(38_517_000, 2_530_000), proj: proj) }
    }

    @Test("Axes are exchanged only where eastings and northings cannot be taken for each other") func swapped() throws {
        let decided = try CoordinateDecision(.epsg(4527), user: nil, sample: sample(4_330_000, 39_517_000), proj: proj)
        #expect(decided.axesAreSwapped)
        #expect(throws: FileError.self) {
            _ = try CoordinateDecision(.epsg(32650), user: nil, sample: sample(4_330_000, 517_000), proj: proj)
        }
    }

    @Test("Seven parameters move land as the Bursa-Wolf formula does", arguments: [[100.0, -50, 20, 0, 0, 0, 0], [0, 0, 0, 1, -2, 3, 5]])
    func sevenParameters(_ p: [Double]) throws {
        let words = p.map { "\($0)" }.joined(separator: ",")
        let system = try #require(ChineseSystems.system(epsg: 4610))
        let transform = try GroundTransform(system, named: words, sample: sample(117, 39), proj)
        var points = [PlanePoint(x: 117, y: 39)]
        #expect(transform.apply(&points))
        let expected = BursaWolf.shift(longitude: 117, latitude: 39, p)
        #expect(abs(points[0].x - expected.longitude) < 1e-9 && abs(points[0].y - expected.latitude) < 1e-9)
    }

    @Test("Xi'an 80 and Beijing 54 are not read without a named transformation", arguments: [2363, 2390, 4610, 2415, 21420, 4214])
    func mustBeNamed(_ code: Int) throws {
        let system = try #require(ChineseSystems.system(epsg: code))
        #expect(throws: FileError.transformationMustBeNamed(system: "EPSG:\(code)")) {
            _ = try GroundTransform(system, named: nil, sample: sample(1, 1), proj)
        }
    }

    @Test("An edge of 70 m stays whole, one of 71 m is halved, one of 2 km becomes 29 parts") func densify() {
        #expect(Densify.ring([PlanePoint(x: 0, y: 0), PlanePoint(x: 70, y: 0)]).count == 2)
        #expect(Densify.ring([PlanePoint(x: 0, y: 0), PlanePoint(x: 71, y: 0)]).count == 4)
        #expect(Densify.ring([PlanePoint(x: 0, y: 0), PlanePoint(x: 2000, y: 0)]).count == 58)
    }
}

/// Position vector transformation by its printed matrix: the oracle for PROJ's use.
enum BursaWolf {
    static func shift(longitude: Double, latitude: Double, _ p: [Double]) -> (longitude: Double, latitude: Double) {
        let (l, b) = (longitude * .pi / 180, latitude * .pi / 180)
        let (a1, f1) = (6_378_140.0, 1 / 298.257)
        let e1 = f1 * (2 - f1)
        let n = a1 / (1 - e1 * sin(b) * sin(b)).squareRoot()
        let (x, y, z) = (n * cos(b) * cos(l), n * cos(b) * sin(l), n * (1 - e1) * sin(b))
        let second = Double.pi / 180 / 3600
        let (rx, ry, rz, m) = (p[3] * second, p[4] * second, p[5] * second, 1 + p[6] * 1e-6)
        let (u, v, w) = (p[0] + m * (x - rz * y + ry * z), p[1] + m * (rz * x + y - rx * z), p[2] + m * (-ry * x + rx * y + z))
        let (a2, f2) = (6_378_137.0, 1 / 298.257222101)
        let e2 = f2 * (2 - f2)
        let r = (u * u + v * v).squareRoot()
        var latitude = atan2(w, r * (1 - e2))
        for _ in 0..<20 {
            let n = a2 / (1 - e2 * sin(latitude) * sin(latitude)).squareRoot()
            latitude = atan2(w + e2 * n * sin(latitude), r)
        }
        return (atan2(v, u) * 180 / .pi, latitude * 180 / .pi)
    }
}
