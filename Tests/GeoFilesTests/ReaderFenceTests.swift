import Foundation
import Testing

@testable import GeoFiles

@Suite("A foreign file reaches no other file") struct ReaderFenceTests {
    @Test("A MapInfo table that names a table of another folder does not get at it") func seamless() async throws {
        let sent = Shelf.fixture("seamless/sent/seamless.tab")
        let error = await failure { _ = try await Reading(sent, shared: true) }
        #expect(error == .filesMustComeTogether(found: "seamless"), "the secret table was read")
        let secret = try await Reading(Shelf.fixture("seamless/secret/secret.tab"), shared: true)
        #expect(secret.value("NAME") == "secret", "the table itself is readable when it is what the user sent")
    }

    @Test("The same names within what was sent are followed") func seamlessWhole() async throws {
        let folder = Shelf.fixture("seamless")
        let reading = try await Reading(folder, shared: true) { $0.layer = "seamless" }
        #expect(reading.value("NAME") == "secret")
    }

    @Test("A companion that is a link to elsewhere is not read, and told") func linkedCompanion() async throws {
        let folder = try TestPaths.Folder()
        let sent = folder.file("sent")
        try Archive(path: Shelf.fixture("utf8.zip"), limits: ReadLimits()).extract(into: sent)
        let elsewhere = folder.file("elsewhere.dbf")
        try FileManager.default.moveItem(atPath: sent + "/utf8.dbf", toPath: elsewhere)
        try FileManager.default.createSymbolicLink(atPath: sent + "/utf8.dbf", withDestinationPath: elsewhere)
        let reading = try await Reading(sent + "/utf8.shp", shared: true)
        #expect(reading.remark(.companionMustLieBeside)?.place == "utf8.dbf")
        #expect(reading.value("XMC") == nil)
        #expect(reading.summary?.good == 3)
    }

    @Test("A link in a folder that leads out of it is not followed", .enabled(if: Fence.isAvailable, "this kernel has no Landlock"))
    func linkOutOfFolder() async throws {
        let folder = try TestPaths.Folder()
        let sent = folder.file("sent")
        try FileManager.default.createDirectory(atPath: sent, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Shelf.fixture("v5.geojson"), toPath: folder.file("elsewhere.geojson"))
        try FileManager.default.createSymbolicLink(atPath: sent + "/v5.geojson", withDestinationPath: folder.file("elsewhere.geojson"))
        let error = await failure { _ = try await Reading(sent, shared: true) }
        #expect(error != nil, "the file behind the link was read")
    }

    @Test("A user who names a link means the file behind it") func namedLink() async throws {
        let folder = try TestPaths.Folder()
        try FileManager.default.createSymbolicLink(atPath: folder.file("link.geojson"), withDestinationPath: Shelf.fixture("v5.geojson"))
        #expect(try await Reading(folder.file("link.geojson"), shared: true).summary?.good == 1)
    }

    @Test("Without a fence, drivers that follow names are left out") func withoutFence() {
        let open = GDAL.drivers(isFenced: false)
        #expect(
            !open.contains("MapInfo File") && !open.contains("SQLite") && open.isSuperset(of: ["ESRI Shapefile", "GPKG", "OpenFileGDB"]))
        #expect(GDAL.drivers(isFenced: true) == GDAL.allowedDrivers)
    }
}
