import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

@Suite struct BoundaryPointTests {
    private func read(_ name: String) throws -> ReadTable {
        try #require(try ReadTable(TestPaths.fixture("boundary-points/" + name)))
    }

    private let square = [(0, 0), (100, 0), (100, 100), (0, 100)].map { Position(longitude: 39_517_000 + $0.0, latitude: 4_330_000 + $0.1) }

    @Test("A GBK file with a hole, a further part and a second parcel is read as its surveyor meant it")
    func twoParcels() throws {
        let file = try read("two-parcels-gbk.txt")
        #expect(file.description.format == "boundary-point TXT" && file.description.encoding == "GB18030")
        #expect(file.declared == .header(datum: "2000国家大地坐标系", zoneWidth: 3, zone: 39))
        #expect(file.rows[0].values == ["15", "1.0100", "DK01", "东山一号", "面", "J50G001", "工业", "0601"])
        let shape = try #require(file.shape(0))
        #expect(shape.polygons.map(\.holes.count) == [1, 0])
        #expect(shape.polygons[0].outer == Ring(square))
        #expect(file.rows[0].remarks.isEmpty, "10000 − 400 + 500 m² is the stated 1.0100 hm²")
        #expect(file.rows[1].values[3] == "东山二号")
        #expect(file.rules(1) == [.statedAreaMustAgree])
    }

    @Test("East before north is seen by the values and said")
    func eastFirst() throws {
        let file = try read("east-first.txt")
        #expect(file.shape(0)?.polygons[0].outer == Ring(square))
        #expect(file.fileRules.contains(.axesWereSwapped))
    }

    @Test(
        "A mark in front, a head of thirteen columns and no head at all give the same parcel",
        arguments: ["mark-in-front.txt", "wide-head.txt", "no-head.txt"])
    func dialects(_ name: String) throws {
        let file = try read(name)
        #expect(file.rows.count == 1)
        #expect(file.shape(0)?.polygons[0].outer == Ring(square))
        #expect(file.rows[0].values.prefix(3) == ["5", "1.0000", "DK01"] && file.rows[0].values[4] == "面")
        #expect(!file.rows[0].remarks.contains { $0.effect != .noted })
    }

    @Test("Zone and width of the head are handed on where the easting does not carry them")
    func zones() throws {
        #expect(try read("no-prefix.txt").declared == .header(datum: "2000国家大地坐标系", zoneWidth: 3, zone: 39))
        #expect(try read("no-prefix.txt").shape(0)?.box.west == 517_000)
        #expect(try read("six-degree.txt").declared == .header(datum: "2000国家大地坐标系", zoneWidth: 6, zone: 20))
        #expect(try read("xian80.txt").declared == .header(datum: "80国家大地坐标系", zoneWidth: 3, zone: 39))
        #expect(try read("no-head.txt").declared == DeclaredCoordinates.none)
    }

    @Test("What the project section says stands beside each parcel")
    func project() throws {
        let file = try read("project.txt")
        #expect(file.description.fields == BoundaryPointSource.fields + ["项目名称", "建设单位"])
        #expect(file.rows[0].values.suffix(2) == ["示范项目", nil])
        #expect(file.rows[0].remarks.isEmpty, "a blank area is no claim")
    }

    @Test("A line that cannot be read refuses its parcel with the line's number, and the others come in")
    func broken() throws {
        let file = try read("broken.txt")
        #expect(file.rows.count == 3)
        #expect(file.rows[1].geometry == nil)
        #expect(file.rows[1].remarks.map(\.place) == ["line 19", "line 20"])
        #expect(file.rows[1].remarks.allSatisfy { $0.effect == .refused && $0.rule == .geometryMustBeReadable })
        #expect(file.shape(0) != nil && file.shape(2) != nil)
    }

    @Test("A stated area off by more than a thousandth is remarked with both figures")
    func statedArea() throws {
        let file = try read("wrong-area.txt")
        let remark = try #require(file.rows[0].remarks.first)
        #expect(remark.rule == .statedAreaMustAgree && remark.effect == .noted)
        #expect(abs((remark.areaBefore?.squareMetres ?? 0) - 10_020) < 1e-6)
        #expect(abs((remark.areaAfter?.squareMetres ?? 0) - 10_000) < 1e-6)
        #expect(file.rows[1].remarks.isEmpty, "9 m² of 10000 are within a thousandth")
    }

    @Test("Points come as points, lines are refused, and a ring left open is handed on as it is")
    func kinds() throws {
        let file = try read("points.txt")
        #expect(file.point(0) == square[0])
        #expect(file.rules(1) == [.geometryMustBeAreaOrPoint])
        let open = try read("unclosed.txt")
        #expect(open.rows[0].geometry?[18] == 4 && open.rows[0].remarks.isEmpty)
    }

    @Test("Plain lists of number, x and y are one ring, or a ring for each number that repeats")
    func plain() throws {
        let one = try read("plain.txt")
        #expect(one.rows.count == 1 && one.rows[0].geometry?[18] == 4)
        let two = try read("plain-by-parcel.txt")
        #expect(two.rows.count == 2)
        #expect(two.shape(1)?.box.south == 4_331_000)
    }

    @Test("Parcels under a second head with another zone are refused, not moved by a zone")
    func twoSystems() throws {
        let file = try read("two-systems.txt")
        #expect(file.rows[0].geometry != nil)
        #expect(file.rows[1].geometry == nil && file.rows[1].remarks[0].found == "带号=40 ≠ 39")
    }

    @Test("A letter is no list of boundary points")
    func letter() throws {
        #expect(try ReadTable(TestPaths.fixture("boundary-points/letter.txt")) == nil)
    }

    @Test("Every real file is read; the thirteen that state an area agree with it to the last digit")
    func realFiles() throws {
        guard let folder = TestPaths.shared("data/boundary-point-txt") else { return }
        let names = try #require(FileManager.default.enumerator(atPath: folder)?.allObjects as? [String])
        var stated = 0
        var read = 0
        for name in names.sorted() where name.hasSuffix(".txt") && !name.hasSuffix("SOURCE.txt") {
            let file = try #require(try ReadTable(folder + "/" + name), "\(name)")
            #expect(file.rows.count == 1 && file.rows[0].geometry != nil, "\(name)")
            #expect(!file.rules(0).contains(.statedAreaMustAgree), "\(name)")
            read += 1
            guard let hectares = file.rows[0].values[1].flatMap({ Double($0) }), let shape = file.shape(0) else { continue }
            stated += 1
            #expect(abs(hectares - planarArea(shape).rounded() / 10_000) < 1e-9, "\(name)")
        }
        #expect(read == 17 && stated == 13)
    }

    private func planarArea(_ shape: MultiPolygon) -> Double {
        let ring = shape.polygons[0].outer.positions
        let origin = ring[0]
        let sum = ring.indices.reduce(0.0) { sum, i in
            let (a, b) = (ring[i], ring[(i + 1) % ring.count])
            return sum + (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
                - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
        }
        return abs(sum / 2)
    }
}
