import Casework
import Enforcement
import Foundation
import GeoFiles
import HTTPTypes
import Hummingbird

extension Workplace {
    /// Writes what the ledger page shows to a file of its own, streams it, and removes it (导出).
    func export(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .exportLedger)
        guard let format = try context.query.choices("format", ExportFormat.self).first else {
            throw SiteError.formMustBeWhole(field: "format")
        }
        let encoding = try context.query.choice("encoding", of: ["UTF-8", "GBK"]) ?? "UTF-8"
        guard let query = try await filter(context, besides: ["format", "encoding"]).query.held(to: officer) else {
            throw CaseworkError.nothingToExport
        }
        let options = ExportOptions(encoding: encoding)
        let ending = format == .shp ? "zip" : format.rawValue
        let path = configuration.workFolder + "/export-" + RandomToken.make() + "." + ending
        do {
            _ = try await casework.exportLedger(query, as: format, to: path, options: options, words: exportWords(context), by: officer)
            return try await download(path, named: fileName(ending: ending), context)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    private func exportWords(_ context: SiteContext) -> Words {
        let language = context.language
        let words = PlanWords(units: [:], plan: casework.plan, language: language)
        return { key in
            key.hasPrefix("category.") ? words.category(String(key.dropFirst(9))).text : Catalogue.text(key, in: language)
        }
    }

    private func fileName(ending: String) -> String {
        "ledger-\(casework.clock.now().day.text).\(ending)"
    }

    private func download(_ path: String, named name: String, _ context: SiteContext) async throws -> Response {
        let file = try await FileIO().loadFile(path: path, context: context)
        let body = ResponseBody(contentLength: file.contentLength) { writer in
            defer { try? FileManager.default.removeItem(atPath: path) }
            try await file.write(writer)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "application/octet-stream", .contentDisposition: "attachment; filename=\"\(name)\""], body: body)
    }
}
