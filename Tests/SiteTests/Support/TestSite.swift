import Casework
import Enforcement
import Foundation
import GeoFiles
import HTTPTypes
import Hummingbird
import LandGeometry
import Logging
import NIOCore
import Synchronization

@testable import Site

/// The site over a ledger in memory, asked without a socket.
struct TestSite {
    let responder: RouterResponder<SiteContext>
    let store: InMemoryLedger
    let clock: MovingClock
    let workFolder: String

    static let password = "correct horse battery"

    /// - Parameter uploadLimit: small in the test of the limit.
    init(isSecure: Bool = false, uploadLimit: Int = 1 << 20, sessionLimits: SessionLimits = SessionLimits()) async throws {
        clock = MovingClock()
        store = InMemoryLedger(digest: LogDigest(name: "SHA-256") { DigestAlgorithm.sha256.hash($0) }, clock: clock.clock)
        try await County(store: store).build()
        workFolder = FileManager.default.temporaryDirectory.path + "/landledger-site-\(UUID().uuidString)"
        let casework = Caseworker(
            store: store, plan: Plan(id: "test", title: "测试方案", version: "1", area: "370306"), clock: clock.clock,
            reader: FileReader(executable: "/nonexistent"), writer: FileWriter(executable: "/nonexistent"))
        let configuration = SiteConfiguration(
            workFolder: workFolder, isSecure: isSecure, uploadLimit: uploadLimit, sessionLimits: sessionLimits)
        responder = try await buildRouter(configuration, casework: casework).buildResponder()
    }

    func respond(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = [], address: String = "192.0.2.1"
    ) async throws -> Answer {
        let head = HTTPRequest(method: method, scheme: "http", authority: "ledger.test", path: path, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let context = SiteContext(core: CoreRequestContextStorage(source: NoSocket()), address: address)
        let response = try await responder.respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(collected.writer)
        return Answer(status: response.status.code, headers: response.headers, bytes: collected.bytes)
    }
}

struct Answer {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The value of the first attribute `name="…"` after `mark`.
    func attribute(_ name: String, after mark: String) -> String? {
        guard let start = text.range(of: mark) else { return nil }
        guard let open = text.range(of: name + "=\"", range: start.upperBound..<text.endIndex) else { return nil }
        return text[open.upperBound...].prefix { $0 != "\"" }.description
    }
}

/// A clock that is moved by hand.
final class MovingClock: Sendable {
    private let now = Mutex(Instant(milliseconds: 1_564_617_600_000))
    var clock: Clock { Clock { [self] in now.withLock { $0 } } }
    func advance(seconds: Int) { now.withLock { $0.milliseconds += Int64(seconds) * 1000 } }
}

private struct NoSocket: RequestContextSource {
    var logger: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }
}

/// Takes in the body of an answer.
private final class Collected: Sendable {
    private let store = Mutex<[UInt8]>([])
    var bytes: [UInt8] { store.withLock { $0 } }
    var writer: any ResponseBodyWriter { Writer(into: self) }

    private struct Writer: ResponseBodyWriter {
        let into: Collected
        mutating func write(_ buffer: ByteBuffer) async throws {
            into.store.withLock { $0 += Array(buffer: buffer) }
        }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
