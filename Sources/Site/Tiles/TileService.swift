import Enforcement
import GeoFiles
import LandGeometry

/// Makes tiles, or finds them made (瓦片服务): lately asked ones in memory, those of layer versions on disk too.
struct TileService: Sendable {
    private let store: any Store
    private let cache: TileCache
    private let shelf: TileShelf
    private let workshop = TileWorkshop()

    /// - Parameter folder: holds the tiles of layer versions; may be deleted at any time.
    init(store: any Store, folder: String, memory: Int = 64 << 20) {
        self.store = store
        cache = TileCache(byteLimit: memory)
        shelf = TileShelf(folder: folder)
    }

    /// A tile of a layer version, which never changes while `source(of:)` stays the same. Empty where nothing lies.
    func layer(_ version: LayerVersion, at address: TileAddress) async throws -> [UInt8] {
        let key = TileCache.Key(source: Self.source(of: version), address: address)
        if let kept = cache[key] { return kept }
        let shelf = shelf
        if let kept = await workshop.make({ shelf.tile(of: key.source, at: address) }) {
            cache.keep(kept, for: key)
            return kept
        }
        let features = try await store.features(
            of: version.id, in: address.box(buffer: VectorTile.buffer), limit: LayerTile.featureLimit)
        let bytes = await workshop.make {
            let bytes = LayerTile.encode(features, of: version, at: address)
            shelf.keep(bytes, of: key.source, at: address)
            return bytes
        }
        cache.keep(bytes, for: key)
        return bytes
    }

    /// A tile of the entries a query finds, as the ledger stood when it had `size` events.
    func entries(_ query: EntryQuery, at address: TileAddress, size: Int) async throws -> [UInt8] {
        let key = TileCache.Key(source: Self.source(of: query, size: size), address: address)
        if let kept = cache[key] { return kept }
        let grounds = try await store.grounds(in: address.box(buffer: VectorTile.buffer), query, limit: EntryTile.entryLimit)
        let bytes = await workshop.make { EntryTile.encode(grounds, at: address) }
        cache.keep(bytes, for: key)
        return bytes
    }

    /// Names everything a layer's tile depends on; fit for a folder name.
    static func source(of version: LayerVersion) -> String {
        short("\(version.id.text)|\(version.sourceDigest)|\(version.area.squareMetres)|\(LayerTile.edition)")
    }

    /// Names everything an entry tile depends on; the query is the narrowed one, so officers of one scope share tiles.
    static func source(of query: EntryQuery, size: Int) -> String {
        short("entries|\(size)|\(LedgerFilter(query).queryString)")
    }

    private static func short(_ text: String) -> String {
        String(DigestAlgorithm.sha256.hash(Array(text.utf8)).hex.prefix(24))
    }
}
