import Enforcement
import GRDB

/// Finds patches by their names within one act (查图斑), each looked up once.
final class PatchIndex {
    private let db: Database
    private var batches: [BatchID: Int64] = [:]
    private var fids: [PatchID: Int64] = [:]
    private var cells: [PatchID: Int64] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// The patch as the ledger's rules ask for it; nil when it is not on file.
    func patchOnFile(_ id: PatchID) throws -> PatchOnFile? {
        guard let (batch, row) = id.parts, let owner = try fid(of: batch) else { return nil }
        let statement = try db.cachedStatement(
            sql: "SELECT fid, digest, landledger_cell(geom) FROM patch WHERE batch = ? AND row_number = ?")
        guard let found = try Row.fetchOne(statement, arguments: [owner, row]) else { return nil }
        fids[id] = found.value(0)
        cells[id] = found.value(2)
        return PatchOnFile(batch: batch, digest: Hexadecimal.text(found.bytes(1)))
    }

    /// The key of a patch.
    /// - Throws: `patchMustExist`.
    func fid(of id: PatchID) throws -> Int64 {
        if let known = fids[id] { return known }
        guard try patchOnFile(id) != nil, let found = fids[id] else { throw LedgerError.patchMustExist(id) }
        return found
    }

    /// The square of the map the patch lies in, at the finest level counted; nil without ground.
    func cell(of id: PatchID) throws -> Int64? {
        _ = try fid(of: id)
        return cells[id]
    }

    func fid(of batch: BatchID) throws -> Int64? {
        if let known = batches[batch] { return known }
        let found = try Int64.fetchOne(db.cachedStatement(sql: "SELECT fid FROM batch WHERE id = ?"), arguments: [batch.text])
        if let found { batches[batch] = found }
        return found
    }
}

extension PatchID {
    /// Batch and row of the name `<batch>/<row>`; nil for any other text.
    var parts: (batch: BatchID, row: Int)? {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")), let row = Int(text[text.utf8.index(after: slash)...]) else {
            return nil
        }
        return (BatchID(String(text[..<slash])), row)
    }
}
