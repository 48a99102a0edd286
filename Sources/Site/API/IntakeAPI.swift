import Casework
import Enforcement
import Foundation
import HTTPTypes
import Hummingbird

extension Workplace {
    /// Receiving files and batches, for scripts of the pages and for programs.
    func addIntakeAPI(to router: Router<SiteContext>) {
        router.post(RouterPath(APIPath.Route.uploads.rawValue)) { request, context in
            let officer = try receiver(context)
            guard let name = request.headers[.fileName].flatMap({ PercentCoding.decode($0) }).flatMap(Self.plainName) else {
                throw SiteError.uploadMustHaveName
            }
            let upload = try await uploads.receive(request, fileName: name, by: officer, context: context)
            return try Answers.json(
                UploadAnswer(
                    upload: upload.id.text, fileName: upload.fileName, byteCount: upload.byteCount, next: SiteURL.upload(upload.id).path,
                    layer: SiteURL.addLayer(upload.id).path, plan: SiteURL.planDraft(upload.id).path), status: .created)
        }
        router.post(RouterPath(APIPath.Route.imports.rawValue)) { _, context in
            let officer = try context.officer(with: .importBatch)
            let job = try await beginImport(try await upload(context, of: officer), context.form, by: officer)
            return try Answers.json(JobAnswer(job, in: context.language), status: .accepted)
        }
        router.get(RouterPath(APIPath.Route.batches.rawValue)) { _, context in
            _ = try readerOfBatches(context)
            return try Answers.json(try await store.batches())
        }
        router.get(RouterPath(APIPath.Route.batch.rawValue)) { _, context in try Answers.json(try await batch(context)) }
        router.get(RouterPath(APIPath.Route.remarks.rawValue)) { _, context in
            let id = try await batch(context).batch.id
            let offset = try context.query.place("from") ?? 0
            return try Answers.json(try await store.remarks(of: id, offset: offset, limit: Self.remarkPageSize))
        }
        router.post(RouterPath(APIPath.Route.register.rawValue)) { _, context in
            try Answers.json(JobAnswer(try await beginRegistration(context), in: context.language), status: .accepted)
        }
        router.post(RouterPath(APIPath.Route.withdraw.rawValue)) { _, context in
            let officer = try context.officer(with: .importBatch)
            let id = try await batch(context).batch.id
            try await casework.withdrawBatch(id, reason: context.form["reason"] ?? "", by: officer)
            return try Answers.json(try await batch(context))
        }
        router.get(RouterPath(APIPath.Route.layers.rawValue)) { _, context in
            _ = try context.officer
            return try Answers.json(try await store.layerVersions())
        }
    }

    /// Files are sent to be imported, to become a layer, or to become the plan.
    private func receiver(_ context: SiteContext) throws -> Officer {
        let officer = try context.officer
        guard Policy.allows(officer, .importBatch) || Policy.allows(officer, .adoptLayer) || Policy.allows(officer, .activatePlan)
        else {
            throw SiteError.permissionMustBeHeld(.importBatch)
        }
        return officer
    }

    /// The last part of a path, without what could harm a page, a log or a disk.
    static func plainName(_ name: String) -> String? {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0) } ?? ""
        let kept = last.filter { character in character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
        return kept.isEmpty ? nil : String(kept.suffix(200))
    }
}

private struct UploadAnswer: Encodable {
    var upload: String
    var fileName: String
    var byteCount: Int
    var next: String
    var layer: String
    var plan: String
}

extension HTTPField.Name {
    /// Name of a sent file, percent-encoded.
    static var fileName: HTTPField.Name { HTTPField.Name("X-File-Name") ?? .contentDisposition }
}
