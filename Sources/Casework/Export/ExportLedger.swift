import Enforcement
import GeoFiles
import LandGeometry

extension Caseworker {
    /// Writes the entries a query finds to a file (导出台账): exactly what the ledger page shows, within the officer's scope.
    /// - Parameter words: texts of column titles, stages, verdicts and units, by catalogue key.
    /// - Returns: number of entries written.
    public func exportLedger(
        _ query: EntryQuery, as format: ExportFormat, to path: String, options: ExportOptions, words: @escaping Words, by officer: Officer,
        progress: ProgressReport = { _ in }
    ) async throws -> Int {
        try require(.exportLedger, of: officer)
        guard let scoped = query.held(to: officer) else { throw CaseworkError.nothingToExport }
        let units = Dictionary(try await store.units().map { ("unit." + $0.id.text, $0.title) }, uniquingKeysWith: { first, _ in first })
        let rows = try await exportRows(scoped, withGround: format.hasGround, progress: progress) { units[$0] ?? words($0) }
        guard !rows.isEmpty else { throw CaseworkError.nothingToExport }
        let table = ExportTable(
            name: "ledger", heading: "\(plan.title) · \(words("export.heading")) · \(clock.now().text)",
            columns: LedgerColumn.all.map { $0.exported(words) }, rows: rows)
        do {
            try await writer.write(table, as: format, to: path, options: options)
        } catch let error as FileError {
            throw CaseworkError.fileMustBeReadable(error.told(of: path))
        }
        return rows.count
    }

    private func exportRows(
        _ query: EntryQuery, withGround: Bool, progress: ProgressReport, words: @escaping Words
    ) async throws -> [ExportTable.Row] {
        var rows: [ExportTable.Row] = []
        while true {
            let page = try await store.entries(query, offset: rows.count, limit: 1000)
            for entry in page.entries {
                let ground = withGround ? try await store.ground(of: entry.number) : nil
                rows.append(
                    ExportTable.Row(cells: LedgerColumn.all.map { $0.value(entry, words) }, shape: ground?.shape, point: ground?.point))
            }
            progress(Progress(.writing, done: rows.count, total: page.total))
            if page.entries.isEmpty || rows.count >= page.total { return rows }
        }
    }
}

extension FileError {
    /// The same failure told of the file the officer named, not of the temporary file beside it.
    func told(of path: String) -> FileError {
        guard case .writingMustSucceed(let written, let found) = self else { return self }
        let names = [written, String(written.split(separator: "/").last ?? "")].filter { !$0.isEmpty }
        return .writingMustSucceed(path: path, found: names.reduce(found) { $0.replacing($1, with: path) })
    }
}

extension ExportFormat {
    /// Whether the format carries geometry.
    public var hasGround: Bool { self == .gpkg || self == .shp || self == .geojson }
}

extension Area {
    /// Mu to 0.01, converted once from the recorded square metres.
    public var muRecorded: Double { (recorded.mu * 100).rounded(.toNearestOrAwayFromZero) / 100 }
}

extension EntryState {
    /// Area of the entry within a layer, over all its classes; zero when the layer was not overlaid.
    public func covered(by layer: String) -> Area {
        findings.first { $0.layer == LayerName(layer) }?.covered ?? .zero
    }
}
