import Enforcement
import GeoFiles

/// A file read to its end (读取结果).
struct ReadRows {
    var description: FileDescription
    var rows: [ImportedRow]
    var summary: ReadSummary
}

extension Caseworker {
    /// Reads a file through the reader process (读取), telling how far it is.
    func readRows(_ request: ReadRequest, progress: ProgressReport) async throws -> ReadRows {
        var description: FileDescription?
        var rows: [ImportedRow] = []
        var summary: ReadSummary?
        do {
            for try await messages in reader.readBatches(request) {
                for message in messages {
                    switch message {
                    case .described(let it): description = it
                    case .row(let row): rows.append(row)
                    case .finished(let it): summary = it
                    }
                }
                progress(Progress(.reading, done: rows.count, total: description?.announced))
            }
        } catch let error as FileError {
            throw CaseworkError.fileMustBeReadable(error)
        }
        guard let description, let summary else { throw CaseworkError.fileMustBeReadable(.fileMustBeWhole(found: "")) }
        progress(Progress(.reading, done: rows.count, total: rows.count))
        return ReadRows(description: description, rows: rows, summary: summary)
    }
}

extension FileDescription {
    /// Features announced for the layer that is read.
    var announced: Int? { layers.first { $0.name == layer }?.features }

    /// Coordinate system and how it is known, for the record.
    var coordinateWords: String { words(coordinates, coordinatesBasis) }
    var encodingWords: String { words(encoding, encodingBasis) }

    private func words(_ value: String?, _ basis: String?) -> String {
        guard let value else { return "" }
        return basis.map { "\(value) (\($0))" } ?? value
    }
}
