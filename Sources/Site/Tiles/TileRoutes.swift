import Enforcement
import GeoFiles
import HTTPTypes
import Hummingbird
import NIOCore

extension Workplace {
    func addTiles(to router: Router<SiteContext>) {
        router.get(RouterPath(MapPath.Route.entryTile.rawValue)) { request, context in
            try await entryTile(request, context)
        }
        router.get(RouterPath(MapPath.Route.layerTile.rawValue)) { request, context in
            try await layerTile(request, context)
        }
    }

    /// Always asked for again, answered 304 while the ledger stands still.
    private func entryTile(_ request: Request, _ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .readEntries)
        let address = try Self.address(context)
        guard let query = try LedgerFilter(reading: context.query).query.held(to: officer) else { return Self.noTile("private, no-cache") }
        let size = try await store.head().size
        let tag = "\"\(TileService.source(of: query, size: size))\""
        if Self.isKnown(tag, to: request) { return Self.notModified(tag, "private, no-cache") }
        return Self.answer(try await tiles.entries(query, at: address, size: size), tag, "private, no-cache")
    }

    /// A layer version never changes: browsers keep its tiles for good, for this officer only.
    private func layerTile(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.officer
        let address = try Self.address(context)
        let id = LayerVersionID(try context.parameter("version"))
        guard let version = try await tiles.version(id) else { throw SiteError.pageMustExist }
        let tag = "\"\(TileService.source(of: version))\""
        let forGood = "private, max-age=31536000, immutable"
        if Self.isKnown(tag, to: request) { return Self.notModified(tag, forGood) }
        return Self.answer(try await tiles.layer(version, at: address), tag, forGood)
    }

    private static func address(_ context: SiteContext) throws(SiteError) -> TileAddress {
        guard let zoom = number(try context.parameter("z")), let column = number(try context.parameter("x")),
            let row = number(try context.parameter("y")), let address = TileAddress(zoom: zoom, column: column, row: row)
        else { throw .pageMustExist }
        return address
    }

    /// Digits only: no sign, no blank, so that a tile has one address.
    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }

    private static func isKnown(_ tag: String, to request: Request) -> Bool {
        request.headers[.ifNoneMatch]?.split(separator: ",").contains { $0.drop { $0 == " " } == tag } ?? false
    }

    private static func answer(_ bytes: [UInt8], _ tag: String, _ caching: String) -> Response {
        guard !bytes.isEmpty else { return noTile(caching, tag) }
        return Response(
            status: .ok, headers: [.contentType: "application/vnd.mapbox-vector-tile", .cacheControl: caching, .eTag: tag],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func noTile(_ caching: String, _ tag: String? = nil) -> Response {
        var headers: HTTPFields = [.cacheControl: caching]
        headers[.eTag] = tag
        return Response(status: .noContent, headers: headers)
    }

    private static func notModified(_ tag: String, _ caching: String) -> Response {
        Response(status: .notModified, headers: [.eTag: tag, .cacheControl: caching])
    }
}
