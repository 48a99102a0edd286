import Foundation
import LandGeometry
import Testing

@testable import GeoFiles

@Suite("Files that others made") struct ReaderFormatsTests {
    @Test(
        "The test vectors of the area formula come out of a zipped GBK Shapefile in zone 39 to 0.01 m²",
        arguments: ["zone39-gbk.zip", "utf8.zip", "lying-cpg.zip", "no-word-gbk.zip", "lying-language-byte.zip", "vectors.gdb.zip"])
    func vectors(_ file: String) async throws {
        let reading = try await Reading(file)
        #expect(reading.description?.coordinates == "EPSG:4527")
        // The printed vectors are the formula with B and L rounded to 6 decimals of a second; unrounded, the printed
        // series and PROJ both give 1999692.453 for V3 and 5997519.404 for V4
        let areas = reading.rows.map { $0.groundArea ?? 0 }
        for (area, printed, exact) in zip3(areas, [9999.93, 82492.66, 1_999_692.46], [nil, nil, 1_999_692.453]) {
            #expect(abs(area - printed) <= 0.01 && abs(area - (exact ?? area)) < 0.001)
        }
        #expect(reading.rows.compactMap(\.planarArea).map { $0.rounded() } == [10000, 82500, 2_000_000])
        #expect((0..<3).map { reading.value("XMC", $0) } == ["铜山县", "疑似占用永久基本农田", "㑇屯镇"])
        #expect(reading.summary == ReadSummary(rows: 3, good: 3, refused: 0))
    }

    @Test("How the text was understood is told") func encodings() async throws {
        for (file, encoding, basis, isRemarked) in [
            ("zone39-gbk.zip", "GBK", "language byte", false), ("utf8.zip", "UTF-8", "cpg", false),
            ("lying-cpg.zip", "GB18030", "content", true),
            ("no-word-gbk.zip", "GB18030", "content", true), ("lying-language-byte.zip", "UTF-8", "content", true),
        ] {
            let description = try await Shelf.reader.inspect(Shelf.fixture(file))
            #expect(description.encoding == encoding && description.encodingBasis == basis, "\(file)")
            #expect(description.remarks.contains { $0.rule == .encodingWasInferred } == isRemarked, "\(file)")
        }
    }

    @Test("Text that is no text is shown with its bytes, never passed off as words") func undecodable() async throws {
        let reading = try await Reading("undecodable.zip") { $0.encoding = "UTF-8" }
        #expect(reading.rows[0].remark(.textMustDecode)?.place == "XMC")
        #expect(reading.rows[0].remark(.textMustDecode)?.found?.contains("fffeff") == true)
        #expect(reading.value("XMC")?.contains("\u{FFFD}") == true)
        #expect(reading.value("XMC", 1) == "疑似占用永久基本农田")
    }

    @Test("V4 from GeoPackage in zone 40 and V5 from KML, FlatGeobuf and GeoJSON") func others() async throws {
        let v4 = try await Reading("v4-zone40.gpkg")
        #expect(abs((v4.rows[0].groundArea ?? 0) - 5_997_519.404) < 0.001)
        for file in ["v5.kml", "v5.fgb", "v5.geojson"] {
            let v5 = try await Reading(file)
            #expect(abs((v5.rows[0].groundArea ?? 0) - 961_620.328) < 0.005, "\(file)")
            #expect(v5.rows[0].planarArea == nil)
            #expect(v5.value("XMC") == "滨海新区", "\(file)")
        }
    }

    @Test("A drawing has no coordinate system: it is asked for, then closed lines are areas and open ones are refused") func drawing()
        async throws
    {
        let asked = await failure { _ = try await Reading("drawing.zip") }
        guard case .coordinatesMustBeNamed(_, let candidates) = asked else {
            Issue.record("\(String(describing: asked))")
            return
        }
        #expect(candidates == ["EPSG:4527", "EPSG:2363", "EPSG:2415"])
        let reading = try await Reading("drawing.zip") { $0.coordinates = "EPSG:4527" }
        #expect(reading.summary == ReadSummary(rows: 2, good: 1, refused: 1))
        #expect(abs((reading.rows[0].groundArea ?? 0) - 9999.93) < 0.005)
        #expect(reading.rows[1].remark(.geometryMustBeAreaOrPoint)?.effect == .refused)
    }

    @Test("A Shapefile without .prj is asked about; with the user's word it is read") func noProjection() async throws {
        let asked = await failure { _ = try await Reading("no-prj.zip") }
        #expect(asked == .coordinatesMustBeNamed(found: "x 39517000.0, y 4330000.0", candidates: ["EPSG:4527", "EPSG:2363", "EPSG:2415"]))
        let reading = try await Reading("no-prj.zip") { $0.coordinates = "EPSG:4527" }
        #expect(reading.description?.coordinatesBasis == "user")
        #expect(reading.summary?.good == 3)
    }

    @Test("A Shapefile of .shp and .prj alone is read, and what is missing is told") func bare() async throws {
        let reading = try await Reading("no-shx-no-dbf.zip")
        #expect(reading.summary?.good == 3)
        #expect(reading.remark(.sourceReportedTrouble)?.found?.contains(".shx") == true)
    }

    @Test("Values that cannot be what the file says are not believed") func zoneLie() async {
        let error = await failure { _ = try await Reading("zone-lie.geojson") }
        guard case .coordinatesMustFitValues(let named, _, let candidates) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(named == "EPSG:4528" && candidates.first == "EPSG:4527")
    }

    @Test("North and east exchanged are put right and told") func swapped() async throws {
        let reading = try await Reading("swapped.geojson")
        #expect(reading.remark(.axesWereSwapped) != nil)
        #expect(abs((reading.rows[0].groundArea ?? 0) - 9999.93) < 0.005)
    }

    @Test("Xi'an 80 needs a transformation by name, and takes seven parameters or a pipeline, but no nonsense") func transformation()
        async throws
    {
        #expect(await failure { _ = try await Reading("xian80.zip") } == .transformationMustBeNamed(system: "EPSG:2363"))
        let seven = try await Reading("xian80.zip") { $0.transformation = "0,0,0,0,0,0,0" }
        let pipeline = try await Reading("xian80.zip") {
            $0.transformation = """
                +proj=pipeline +step +inv +proj=tmerc +lon_0=117 +x_0=39500000 +a=6378140 +rf=298.257 \
                +step +proj=cart +a=6378140 +rf=298.257 +step +inv +proj=cart +ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg
                """
        }
        guard case .area(let a) = seven.rows[0].ground, case .area(let b) = pipeline.rows[0].ground else {
            Issue.record("no ground")
            return
        }
        let (p, q) = (a.polygons[0].outer.positions[0], b.polygons[0].outer.positions[0])
        #expect(abs(p.longitude - q.longitude) < 1e-9 && abs(p.latitude - q.latitude) < 1e-9)
        for nonsense in ["heavens", "1,2,3", "900000,0,0,0,0,0,0", "+proj=nowhere"] {
            let error = await failure { _ = try await Reading("xian80.zip") { $0.transformation = nonsense } }
            guard case .transformationMustBeUsable = error else {
                Issue.record("\(nonsense): \(String(describing: error))")
                continue
            }
        }
    }

    @Test("A word of shifted map coordinates raises suspicion") func shifted() async throws {
        #expect(try await Reading("gcj02.geojson").remark(.coordinatesMayBeShifted)?.found == "gcj02")
        #expect(try await Reading("v5.geojson").remark(.coordinatesMayBeShifted) == nil)
    }

    @Test("Two Shapefiles in a zip are two layers; the first with areas is read, the other on demand") func layers() async throws {
        let first = try await Reading("two-layers.zip")
        #expect(first.description?.layers.map(\.name) == ["first", "second"])
        #expect(first.remark(.otherLayersNotRead)?.found == "second")
        let second = try await Reading("two-layers.zip") { $0.layer = "second" }
        #expect(second.rows.count == 1)
        #expect(
            await failure { _ = try await Reading("two-layers.zip") { $0.layer = "third" } }
                == .layerMustExist(named: "third", candidates: ["first", "second"]))
    }
}

private func zip3(_ a: [Double], _ b: [Double], _ c: [Double?]) -> [(Double, Double, Double?)] {
    zip(a, zip(b, c)).map { ($0, $1.0, $1.1) }
}
