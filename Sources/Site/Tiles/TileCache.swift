import GeoFiles
import Synchronization

/// Tiles that were made lately (瓦片缓存), the least recently asked dropped first when their bytes pass a bound.
///
/// Keys carry everything a tile depends on, so an entry never goes stale. Safe from any task: the state stands behind a lock.
final class TileCache: Sendable {
    struct Key: Hashable, Sendable {
        /// What the tile is made from: a layer version's digest, or the ledger's size with scope and filter.
        var source: String
        var address: TileAddress
    }

    private struct Kept {
        var bytes: [UInt8]
        var asked: UInt64
    }

    private struct State {
        var tiles: [Key: Kept] = [:]
        var byteCount = 0
        var clock: UInt64 = 0
    }

    private let state = Mutex(State())
    /// Upper bound of the bytes kept.
    let byteLimit: Int

    init(byteLimit: Int) {
        self.byteLimit = byteLimit
    }

    subscript(key: Key) -> [UInt8]? {
        state.withLock { state in
            guard let kept = state.tiles[key] else { return nil }
            state.clock += 1
            state.tiles[key]?.asked = state.clock
            return kept.bytes
        }
    }

    func keep(_ bytes: [UInt8], for key: Key) {
        state.withLock { state in
            guard bytes.count <= byteLimit else { return }
            state.clock += 1
            if let old = state.tiles.updateValue(Kept(bytes: bytes, asked: state.clock), forKey: key) {
                state.byteCount -= Self.cost(old.bytes)
            }
            state.byteCount += Self.cost(bytes)
            if state.byteCount > byteLimit { Self.shrink(&state, to: byteLimit / 4 * 3) }
        }
    }

    /// Bytes kept now, with a flat share for the key of each.
    var byteCount: Int { state.withLock { $0.byteCount } }

    /// Drops the longest unasked until a quarter is free, so that the order is sorted seldom.
    private static func shrink(_ state: inout State, to bound: Int) {
        for (key, kept) in state.tiles.sorted(by: { $0.value.asked < $1.value.asked }) {
            guard state.byteCount > bound else { return }
            state.tiles[key] = nil
            state.byteCount -= cost(kept.bytes)
        }
    }

    private static func cost(_ bytes: [UInt8]) -> Int { bytes.count + 128 }
}
