import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Testing

@testable import Casework

@Suite("Demonstration county: its files")
struct DemonstrationFileTests {
    let county = SampleCounty.county

    @Test("The same seed gives the same county to the last bit, another seed another one")
    func determinism() throws {
        func digest(_ seed: UInt64) throws -> String {
            let county = Demonstration(seed: seed, parcels: 700, firstQuarter: 40, secondQuarter: 46).make()
            var bytes = county.batches.flatMap { $0.zipped() } + county.clueFile() + county.truthFile() + Array(try county.alertFile())
            for row in county.layers.flatMap({ $0.table.rows }) {
                bytes += Array("\(row.cells)".utf8)
                for position in row.shape?.polygons.flatMap({ $0.rings.flatMap { $0.positions } }) ?? [] {
                    withUnsafeBytes(of: position) { bytes += $0 }
                }
            }
            bytes += Array("\(county.oldLedger)".utf8)
            return DigestAlgorithm.sm3.hash(bytes).hex
        }
        let first = try digest(11)
        #expect(try digest(11) == first)
        #expect(try digest(12) != first)
    }

    @Test("A batch says GBK in its language driver and brings no other word about its encoding")
    func shapefile() throws {
        let zip = county.batches[0].zipped()
        #expect(Array(zip.prefix(4)) == [0x50, 0x4B, 3, 4])
        let text = String(decoding: zip, as: Unicode.ASCII.self)
        for part in [".shp", ".shx", ".dbf", ".prj"] { #expect(text.contains("WPZF_990101_2019Q1" + part)) }
        #expect(!text.contains(".cpg"))
        let file = Shapefile(fields: [.init(name: "XMC", type: "C", width: 7)], records: [.init(rings: [], values: ["示范县甲"])])
        let table = file.zipped(name: "T")
        let county: [UInt8] = [0x20, 0xCA, 0xBE, 0xB7, 0xB6, 0xCF, 0xD8, 0x20, 0x1A]
        #expect(table.firstRange(of: county) != nil, "the text is cut between characters")
        let start = try #require(table.firstRange(of: [3, 119, 4, 10])).lowerBound
        #expect(table[start + 29] == 0x4D)
    }

    @Test("The checksum of a zip is CRC-32")
    func checksum() {
        #expect(StoredZip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test("Cameras report some places again, and clues and old entries name no person")
    func reports() throws {
        let alerts = try JSONDecoder().decode([TowerAlert].self, from: county.alertFile())
        #expect(alerts == county.alerts && Set(alerts.map { $0.id }).count == alerts.count)
        let placed = alerts.compactMap { alert in alert.lon.flatMap { x in alert.lat.map { PlanePoint(x * 89_000, $0 * 111_000) } } }
        let again = placed.indices.count { i in placed.indices.contains { $0 < i && (placed[$0] - placed[i]).length < 30 } }
        #expect(again > placed.count / 5)
        #expect(county.oldLedger.allSatisfy { $0.number.count == 18 } && county.oldLedger.contains { $0.numberIsDamaged })
        #expect(county.clues.contains { $0.town.isEmpty } && county.clues.allSatisfy { $0.number.count == 12 })
    }

    @Test("The manifest gives the orders in which everything goes in")
    func manifest() {
        let manifest = CountyManifest(county)
        #expect(manifest.layerOrders(in: "/d").first?.path == "/d/layers/XZQ.geojson")
        #expect(manifest.layerOrders(in: "/d").map { $0.layer?.text } == county.layers.map { $0.layer.text })
        #expect(
            manifest.importOrders(in: "/d").map { $0.fileName } == [
                "2019Q1.zip", "2019Q2.zip", "tower-alerts.json", "old-ledger.xlsx", "clues.csv",
            ])
    }

    static let program = FileManager.default.currentDirectoryPath + "/.build/debug/landledger"

    @Test(
        "Everything is written and read back by the program: sound rows go in, broken ones are repaired or refused as they were made",
        .enabled(if: FileManager.default.isExecutableFile(atPath: program)))
    func roundTrip() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let manifest = try await county.write(to: folder, with: FileWriter(executable: Self.program))
        let reader = FileReader(executable: Self.program)
        for layer in manifest.layers {
            let read = try await rows(reader, folder + "/" + layer.path)
            #expect(read.count == layer.features && !read.contains { $0.isRefused }, "\(layer.path)")
        }
        for batch in county.batches {
            let read = try await rows(reader, folder + "/" + batch.file)
            #expect(read.count == batch.count)
            for (row, truth) in zip(read, batch.truth) { check(row, truth) }
        }
        for file in manifest.files where file.kind != .patches {
            #expect(try await rows(reader, folder + "/" + file.path, file.coordinates).count == file.rows, "\(file.path)")
        }
    }

    private func check(_ row: ImportedRow, _ truth: TruthRow) {
        let what = "\(truth.making.rawValue): \(row.remarks)"
        switch truth.making.reception {
        case .accepted: #expect(row.remarks.allSatisfy { $0.effect == .noted }, "\(what)")
        case .repaired: #expect(!row.isRefused && row.remarks.contains { $0.effect == .repaired }, "\(what)")
        case .refused: #expect(row.isRefused, "\(what)")
        case .remarked: #expect(!row.isRefused, "\(what)")
        }
    }

    private func rows(_ reader: FileReader, _ path: String, _ coordinates: String? = nil) async throws -> [ImportedRow] {
        var rows: [ImportedRow] = []
        for try await case .row(let row) in reader.read(ReadRequest(path: path, coordinates: coordinates)) { rows.append(row) }
        return rows
    }
}
