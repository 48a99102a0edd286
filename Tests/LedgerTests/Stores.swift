import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import LedgerSQLite
import Synchronization

/// The stores that must keep the same contract.
enum StoreKind: String, CaseIterable, CustomStringConvertible {
    case inMemory, geoPackage

    var description: String { rawValue }

    func make(_ clock: TestClock = TestClock()) throws -> any Store {
        switch self {
        case .inMemory: InMemoryLedger(digest: LogDigest(.sm3), clock: clock.clock)
        case .geoPackage: try GeoPackageLedger(path: TemporaryFolder().path("store.gpkg"), clock: clock.clock)
        }
    }
}

/// A clock that stands where it is put.
final class TestClock: Sendable {
    private let moment: Mutex<Int64>

    init(_ moment: Int64 = 1_556_668_800_000) {
        self.moment = Mutex(moment)
    }

    var clock: Clock {
        Clock { [self] in Instant(milliseconds: moment.withLock { $0 }) }
    }

    func step(_ milliseconds: Int64) {
        moment.withLock { $0 += milliseconds }
    }
}

/// A folder of its own under the system's temporary one; old ones are left to the system.
struct TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("landledger-tests/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
