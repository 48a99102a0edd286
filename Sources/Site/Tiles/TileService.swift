import Enforcement
import GeoFiles
import LandGeometry
import Synchronization

/// Makes tiles, or finds them made (瓦片服务): those of layer versions from their drawings, those of entries from the ledger,
/// lately asked ones in memory.
struct TileService: Sendable {
    private let store: any Store
    private let cache: TileCache
    private let drawings: LayerDrawings
    private let workshop = TileWorkshop()
    private let versions = VersionShelf()

    /// - Parameter folder: holds the drawings of layer versions; may be deleted at any time.
    init(store: any Store, folder: String, memory: Int = 64 << 20) {
        self.store = store
        cache = TileCache(byteLimit: memory)
        drawings = LayerDrawings(store: store, folder: folder)
    }

    func version(_ id: LayerVersionID) async throws -> LayerVersion? {
        if let known = versions[id] { return known }
        versions.keep(try await store.layerVersions())
        return versions[id]
    }

    /// A tile of a layer version, which never changes while `source(of:)` stays the same. Empty where nothing lies.
    func layer(_ version: LayerVersion, at address: TileAddress) async throws -> [UInt8] {
        let key = TileCache.Key(source: Self.source(of: version), address: address)
        if let kept = cache[key] { return kept }
        let drawing = try await drawings.drawing(of: version, source: key.source)
        let bytes = await workshop.make { drawing.tile(address) }
        cache.keep(bytes, for: key)
        return bytes
    }

    /// Prepares what is not prepared, so that the first officer to look does not wait.
    func prepareLayers() async {
        guard let versions = try? await store.layerVersions() else { return }
        await drawings.prepare(versions.map { ($0, Self.source(of: $0)) })
    }

    /// A tile of the entries a query finds, as the ledger stood when it had `size` events.
    func entries(_ query: EntryQuery, at address: TileAddress, size: Int) async throws -> [UInt8] {
        let key = TileCache.Key(source: Self.source(of: query, size: size), address: address)
        if let kept = cache[key] { return kept }
        let bytes = try await made(query, at: address)
        cache.keep(bytes, for: key)
        return bytes
    }

    private func made(_ query: EntryQuery, at address: TileAddress) async throws -> [UInt8] {
        if address.zoom <= ClusterTile.deepest,
            let counts = try await store.cellCounts(query, in: address.cell, level: address.zoom + ClusterTile.depth),
            counts.reduce(0, { $0 + $1.count }) > ClusterTile.crowd
        {
            return ClusterTile.encode(counts, at: address)
        }
        let grounds = try await store.grounds(in: address.box(buffer: VectorTile.buffer), query, limit: EntryTile.entryLimit)
        return await workshop.make { EntryTile.encode(grounds, at: address) }
    }

    /// Names everything a layer's tile depends on; fit for a folder name.
    static func source(of version: LayerVersion) -> String {
        short("\(version.id.text)|\(version.sourceDigest)|\(version.area.squareMetres)|\(LayerDrawings.edition)")
    }

    /// Names everything an entry tile depends on; the query is the narrowed one, so officers of one scope share tiles.
    static func source(of query: EntryQuery, size: Int) -> String {
        short("entries|\(size)|\(LedgerFilter(query).queryString)")
    }

    private static func short(_ text: String) -> String {
        String(DigestAlgorithm.sha256.hash(Array(text.utf8)).hex.prefix(24))
    }
}

/// Layer versions by id, so that a tile does not ask the store: a version that was adopted never changes.
private final class VersionShelf: Sendable {
    private let versions = Mutex<[LayerVersionID: LayerVersion]>([:])

    subscript(id: LayerVersionID) -> LayerVersion? { versions.withLock { $0[id] } }

    func keep(_ found: [LayerVersion]) {
        versions.withLock { for version in found { $0[version.id] = version } }
    }
}
