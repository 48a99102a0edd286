import Enforcement
import GRDB
import LandGeometry

/// Writes the states of the batches and layer versions an act touches (写批次与图层版本).
struct BatchWriter {
    var db: Database

    func write(_ fold: ActFold) throws {
        for event in fold.events where event.version == 1 {
            switch fold.after[event.stream] {
            case .batch(let state): try begin(state, fid: event.sequence)
            case .layer(let version): try write(version, fid: event.sequence)
            case .entry, .plan, nil: break
            }
        }
        for stream in fold.touched where fold.before[stream] != nil {
            if case .batch(let state)? = fold.after[stream] { try update(state) }
        }
    }

    private func begin(_ state: BatchState, fid: Int) throws {
        let batch = state.batch
        try db.execute(
            sql: """
                INSERT INTO batch (fid, id, stage, kind, file_name, origin, period, rows, patches, refused, remarks, received_on, received_by,
                    version, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                fid, batch.id.text, state.stage.rawValue, batch.kind.rawValue, batch.fileName, batch.origin, batch.period, batch.rows,
                batch.patches, batch.refused, batch.remarks, state.receivedAt.day.text, state.receivedBy.text, state.version,
                try LedgerJSON.text(of: state),
            ])
    }

    /// Only what a batch goes through changes; what it came in with stays.
    func update(_ state: BatchState) throws {
        try db.execute(
            sql: "UPDATE batch SET stage = ?, version = ?, state = ? WHERE id = ?",
            arguments: [state.stage.rawValue, state.version, try LedgerJSON.text(of: state), state.batch.id.text])
    }

    private func write(_ version: LayerVersion, fid: Int) throws {
        try db.execute(
            sql: """
                INSERT INTO layer_version (fid, id, layer, title, version, valid_from, valid_to, approval, source_file, source_digest,
                    code_scheme, feature_count, area_m2, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                fid, version.id.text, version.layer.text, version.title, version.version, version.validFrom?.text, version.validTo?.text,
                version.approval, version.sourceFile, version.sourceDigest, version.codeScheme, version.featureCount,
                version.area.squareMetres, try LedgerJSON.text(of: version),
            ])
    }
}
