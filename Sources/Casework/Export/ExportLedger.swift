import Enforcement
import GeoFiles

extension Casework {
    /// Writes the entries a query finds to a file (导出台账): exactly what the ledger page shows, for the officer's scope.
    /// - Returns: number of entries written.
    public func exportLedger(
        _ query: EntryQuery, as format: ExportFormat, to path: String, options: ExportOptions, language: Language, by officer: Officer
    ) async throws -> Int {
        throw CaseworkError.nothingToExport
    }
}
