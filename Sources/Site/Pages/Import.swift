import Casework
import Enforcement
import HTTPTypes
import Hummingbird

extension Workplace {
    func addImport(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.importing.rawValue)) { _, context in
            _ = try context.officer(with: .importBatch)
            let words = try await words(context.language)
            let waiting = try await store.batches().filter { $0.stage == .received }.map { BatchRow($0, words: words) }
            let model = ImportModel(
                limit: Shown.bytes(configuration.uploadLimit), limitBytes: configuration.uploadLimit, batches: waiting,
                hasBatches: !waiting.isEmpty)
            return page("import", title: "import.title", model, context, current: .importing)
        }
        router.get(RouterPath(SiteURL.Route.upload.rawValue)) { _, context in
            let officer = try context.officer(with: .importBatch)
            let upload = try await upload(context, of: officer)
            return try await uploadPage(upload, officer, context)
        }
        router.post(RouterPath(SiteURL.Route.startImport.rawValue)) { _, context in
            let officer = try context.officer(with: .importBatch)
            _ = try await beginImport(try await upload(context, of: officer), context.form, by: officer)
            return Answers.seeOther(.upload(UploadID(try context.parameter("upload"))))
        }
        router.post(RouterPath(SiteURL.Route.dropUpload.rawValue)) { _, context in
            let officer = try context.officer(with: .importBatch)
            await uploads.drop(try await upload(context, of: officer).id)
            return Answers.seeOther(.importing)
        }
    }

    func upload(_ context: SiteContext, of officer: Officer) async throws -> Upload {
        try await uploads.upload(UploadID(try context.parameter("upload")), of: officer)
    }

    /// Starts the import with what the form says, on top of what was said before.
    func beginImport(_ upload: Upload, _ form: FormFields, by officer: Officer) async throws -> Job {
        if let id = upload.job, try await jobs.job(id, of: officer).isRunning { throw SiteError.workMustFit("jobs") }
        let id = upload.id
        var upload = upload
        upload.order.take(form)
        let order = upload.order
        let job = try await jobs.begin("job.import", owner: officer.id) { [casework, uploads] progress in
            let outcome = try await casework.importFile(order, by: officer, progress: progress)
            await uploads.spend(id)
            return .imported(outcome.batch.batch.id, wasKnown: outcome.wasKnown)
        }
        upload.job = job.id
        await uploads.keep(upload)
        return job
    }

    /// While the import runs its progress is shown; a question or a refusal comes with the form to answer it.
    private func uploadPage(_ upload: Upload, _ officer: Officer, _ context: SiteContext) async throws -> Response {
        var failure: (any Error)?
        if let id = upload.job {
            let job = try await jobs.job(id, of: officer)
            switch job.stage {
            case .running: return jobPage(job, context, returning: .upload(upload.id))
            case .done(let outcome):
                await uploads.drop(upload.id)
                return Answers.seeOther(path: outcome.url)
            case .failed(let error): failure = error
            }
        }
        let model = UploadModel(upload, failure: failure, in: context.language)
        return page("upload", title: "import.title", titleValue: upload.fileName, model, context, current: .importing)
    }
}

extension ImportOrder {
    /// Takes what a form says; a field left blank names nothing any more, a field the form does not have stays as it was.
    mutating func take(_ form: FormFields) {
        if let kind = form["kind"].flatMap(Batch.Kind.init) { self.kind = kind }
        if let origin = form["origin"] { self.origin = origin }
        if form.has("period") { period = form["period"] ?? "" }
        if form.has("layer") { layer = form["layer"] }
        if form.has("coordinates") { coordinates = form["coordinates"].map { $0.allSatisfy(\.isNumber) ? "EPSG:" + $0 : $0 } }
        if form.has("transformation") { transformation = form["transformation"] }
        if form.has("encoding") { encoding = form["encoding"] }
        takeMapping(form)
    }

    private mutating func takeMapping(_ form: FormFields) {
        var named: [PatchField: String] = [:]
        for field in PatchField.allCases { named[field] = form["field-" + field.rawValue] }
        let unit = form["area-unit"].flatMap(FieldMapping.AreaUnit.init)
        var mapping = mapping ?? FieldMapping()
        if !named.isEmpty { mapping.fields = named }
        if form.has("area-unit") { mapping.areaUnit = unit }
        self.mapping = mapping == FieldMapping() ? nil : mapping
    }
}

extension UploadModel {
    init(_ upload: Upload, failure: (any Error)?, in language: Language) {
        let order = upload.order
        let question = failure.flatMap { Question($0, order: order, in: language) }
        func text(_ key: String) -> String { Catalogue.text(key, in: language) }
        let origins = ["satellite", "tower", "drone", "patrol", "report", "inspectorate", "ledger"]
        self.init(
            fileName: upload.fileName, size: Shown.bytes(upload.byteCount), start: SiteURL.startImport(upload.id).path,
            drop: SiteURL.dropUpload(upload.id).path,
            kinds: Batch.Kind.allCases.map {
                Choice(value: $0.rawValue, text: text("batch-kind." + $0.rawValue), isChosen: $0 == order.kind)
            },
            origins: origins.map { Choice(value: $0, text: text("origin." + $0), isChosen: $0 == order.origin) }, period: order.period,
            coordinates: order.coordinates ?? "", transformation: order.transformation ?? "",
            encodings: ["UTF-8", "GBK", "GB18030"].map { Choice(value: $0, text: $0, isChosen: $0 == order.encoding) },
            layer: order.layer ?? "", units: Question.units(order.mapping?.areaUnit, language),
            isOpen: order.coordinates != nil || order.transformation != nil || order.encoding != nil || order.layer != nil
                || order.mapping?.areaUnit != nil,
            question: question, message: question == nil ? failure.map { Catalogue.message(for: $0, in: language) } : nil)
    }
}
