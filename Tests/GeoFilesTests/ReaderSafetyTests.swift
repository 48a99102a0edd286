import Foundation
import Testing

@testable import GeoFiles

@Suite("Hostile and broken files") struct ReaderSafetyTests {
    @Test("A truncated .shp gives its whole rows and refuses the lost one") func truncatedShapes() async throws {
        let reading = try await Reading("truncated-shp.zip")
        #expect(reading.rows.map(\.isRefused) == [false, false, true])
        #expect(reading.rows[2].remark(.geometryMustBeReadable) != nil)
    }

    @Test("A truncated .dbf fails as a whole: rows have vanished") func truncatedTable() async {
        let error = await failure { _ = try await Reading("truncated-dbf.zip") }
        guard case .fileMustBeWhole = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("Archives that lie about themselves are refused before they are unpacked") func lies() async {
        for file in ["bomb.zip", "larger-than-it-says.zip"] {
            let error = await failure { _ = try await Reading(file) }
            guard case .archiveMustBeSafe = error else {
                Issue.record("\(file): \(String(describing: error))")
                continue
            }
        }
    }

    static let names: [(names: [String], mode: UInt32, flags: UInt16)] = [
        (["../../etc/passwd"], 0, 0), (["/etc/passwd"], 0, 0), (["C:/a.shp"], 0, 0), (["a\\..\\..\\b.shp"], 0, 0),
        (["a.shp", "A.SHP"], 0, 0),
        (["a.shp"], 0o120777, 0), (["inner.zip"], 0, 0), ((0...2000).map { "\($0).txt" }, 0, 0),
    ]

    @Test("Paths that lead out, links, doubles, archives within and two thousand members are refused", arguments: 0..<8)
    func unsafe(_ index: Int) async throws {
        let (names, mode, flags) = Self.names[index]
        let path = try ZipBuilder(names.map { ($0, [1, 2, 3]) }, mode: mode, flags: flags).write()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = await failure { _ = try await Reading(path, shared: true) }
        guard case .archiveMustBeSafe = error else {
            Issue.record("\(names[0]): \(String(describing: error))")
            return
        }
    }

    @Test("An archive with the wide numbers of zip64 is read as any other; one whose wide numbers lie is refused") func zip64() async throws
    {
        let reading = try await Reading("zip64.zip")
        #expect(reading.summary == ReadSummary(rows: 1, good: 1, refused: 0))
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Shelf.fixture("zip64.zip"))))
        let folder = try TestPaths.Folder()
        // Any eight bytes of the directory's wide numbers made huge: an error, not a crash and not a row.
        for at in stride(from: whole.count - 76, to: whole.count - 22, by: 4) {
            var broken = whole
            broken.replaceSubrange(at..<(at + 4), with: [0xFF, 0xFF, 0xFF, 0x7F])
            try Data(broken).write(to: URL(fileURLWithPath: folder.file("broken.zip")))
            do throws(FileError) {
                let members = try Archive(path: folder.file("broken.zip"), limits: ReadLimits()).members
                #expect(members.map(\.path) == ["v5.geojson"])
            } catch {}
        }
    }

    @Test("An encrypted archive is told as such") func encrypted() async throws {
        let path = try ZipBuilder([("a.shp", [1])], flags: 1).write()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(await failure { _ = try await Reading(path, shared: true) } == .mustNotBeEncrypted(found: "a.shp"))
    }

    @Test("An XML bomb costs nothing but its own import") func laughs() async {
        let error = await failure { _ = try await Reading("laughs.kml") { $0.limits = ReadLimits(seconds: 20, memoryMiB: 2048) } }
        #expect(error != nil)
    }

    @Test("A file that is not there, and one that is nothing known") func unknown() async throws {
        #expect(await failure { _ = try await Reading("nowhere.shp") } == .fileMustExist(path: Shelf.fixture("nowhere.shp")))
        #expect(await failure { _ = try await Reading("make.py") } == .formatMustBeKnown(found: "py"))
    }

    @Test("Too many vertices keep a row out; too many in all fail the file") func vertices() async throws {
        let row = try await Reading("v4-zone40.gpkg") { $0.limits.verticesPerFeature = 4 }.rows[0]
        #expect(row.remark(.vertexLimit)?.effect == .refused)
        #expect(
            await failure { _ = try await Reading("v4-zone40.gpkg") { $0.limits.vertices = 4 } }
                == .limitMustHold(limit: "vertices", value: "4"))
        #expect(
            await failure { _ = try await Reading("broken.geojson") { $0.limits.features = 4 } }
                == .limitMustHold(limit: "features", value: "4"))
    }

    @Test("A reader past its time is ended") func time() async {
        let error = await failure { _ = try await Reading("broken.geojson") { $0.limits.seconds = 0.0001 } }
        #expect(error == .limitMustHold(limit: "seconds", value: "0.0001"))
    }

    @Test("A reader that dies by a signal is an error, and so is a program that is none") func death() async throws {
        let path = NSTemporaryDirectory() + "/dying-reader-\(UUID().uuidString)"
        try "#!/bin/sh\necho broken >&2\nkill -SEGV $$\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let dead = await failure { _ = try await FileReader(executable: path).inspect(Shelf.fixture("v5.kml")) }
        guard case .readerMustSurvive(let found) = dead else {
            Issue.record("\(String(describing: dead))")
            return
        }
        #expect(found.contains("signal 11"))
        let none = await failure { _ = try await FileReader(executable: "/no/such/program").inspect(Shelf.fixture("v5.kml")) }
        guard case .readerMustStart = none else {
            Issue.record("\(String(describing: none))")
            return
        }
    }

    @Test("Cancelling the import ends the reader at once") func cancel() async throws {
        let path = NSTemporaryDirectory() + "/sleeping-reader-\(UUID().uuidString)"
        try "#!/bin/sh\nexec sleep 600\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let task = Task { try await FileReader(executable: path).inspect(Shelf.fixture("v5.kml")) }
        try await Task.sleep(for: .milliseconds(300))
        task.cancel()
        await #expect(throws: (any Error).self) { _ = try await task.value }
    }

    @Test("A file and its companions are after the reading what they were before, even a wrong .shx") func untouched() async throws {
        let folder = NSTemporaryDirectory() + "/untouched-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Archive(path: Shelf.fixture("utf8.zip"), limits: ReadLimits()).extract(into: folder)
        let index = URL(fileURLWithPath: folder + "/utf8.shx")
        try (try Data(contentsOf: index) + Data([7, 7, 7])).write(to: index)
        func contents() throws -> [String: Data] {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            return Dictionary(uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) })
        }
        let before = try contents()
        #expect(try await Reading(folder + "/utf8.shp", shared: true).rows.count == 3)
        #expect(try contents() == before)
    }
}

/// Zips with any names, stored, for the archive check.
struct ZipBuilder {
    private var bytes: [UInt8] = []

    init(_ members: [(String, [UInt8])], mode: UInt32 = 0, flags: UInt16 = 0) {
        var directory: [UInt8] = []
        func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        for (name, body) in members {
            let offset = bytes.count
            let common =
                number(Int(flags), 2) + number(0, 6) + number(0, 4) + number(body.count, 4) + number(body.count, 4)
                + number(name.utf8.count, 2)
            bytes += [0x50, 0x4B, 3, 4, 20, 0] + common + number(0, 2) + Array(name.utf8) + body
            directory += [0x50, 0x4B, 1, 2, 20, mode == 0 ? 0 : 3, 20, 0] + common
            directory += number(0, 8) + number(Int(mode) << 16, 4) + number(offset, 4) + Array(name.utf8)
        }
        let start = bytes.count
        bytes += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number(members.count, 2) + number(members.count, 2)
        bytes += number(directory.count, 4) + number(start, 4) + [0, 0]
    }

    func write() throws -> String {
        let path = NSTemporaryDirectory() + "/made-\(UUID().uuidString).zip"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}
