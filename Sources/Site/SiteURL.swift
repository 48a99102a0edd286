import Enforcement

/// Every address of the site (网址): routes and links are both made from here, and nowhere else.
enum SiteURL {
    case desk, signIn, signOut
    case map
    case ledger(LedgerFilter = LedgerFilter()), export(LedgerFilter)
    case entry(EntryNumber), sign(EntryNumber)
    case importing, upload(UploadID), startImport(UploadID), dropUpload(UploadID)
    case batches, batch(BatchID), register(BatchID), withdraw(BatchID)
    case layers, addLayer(UploadID), reassess(LayerVersionID), rejudge(LayerVersionID), reassessment(JobID)
    case plan, planText(String), planDraft(UploadID), tryPlan(UploadID), planTrial(JobID), activatePlan(JobID)
    case system, verify
    case job(JobID)
    case api(APIPath)
    case health
    case asset(set: String, name: String)

    /// Route patterns of the pages, as the router takes them.
    enum Route: String, CaseIterable {
        case desk = "/"
        case signIn = "/sign-in"
        case signOut = "/sign-out"
        case map = "/map"
        case ledger = "/ledger"
        case export = "/ledger/export"
        case entry = "/entries/{number}"
        case sign = "/entries/{number}/sign"
        case importing = "/import"
        case upload = "/import/{upload}"
        case startImport = "/import/{upload}/start"
        case dropUpload = "/import/{upload}/drop"
        case batches = "/batches"
        case batch = "/batches/{batch}"
        case register = "/batches/{batch}/register"
        case withdraw = "/batches/{batch}/withdraw"
        case layers = "/layers"
        case addLayer = "/layers/add/{upload}"
        case reassess = "/layers/reassess/{version}"
        case rejudge = "/layers/rejudge/{version}"
        case reassessment = "/reassessments/{job}"
        case plan = "/plan"
        case planText = "/plan/texts/{digest}"
        case planDraft = "/plan/drafts/{upload}"
        case tryPlan = "/plan/drafts/{upload}/try"
        case planTrial = "/plan/trials/{job}"
        case activatePlan = "/plan/trials/{job}/activate"
        case system = "/system"
        case verify = "/system/verify"
        case job = "/jobs/{job}"
        case health = "/healthz"
        case asset = "/assets/{set}/**"
    }

    /// The address, ready for a link: percent-encoded, with its query.
    var path: String {
        switch self {
        case .desk: Route.desk.rawValue
        case .signIn: Route.signIn.rawValue
        case .signOut: Route.signOut.rawValue
        case .map: Route.map.rawValue
        case .ledger(let filter): Route.ledger.rawValue + filter.queryString
        case .export(let filter): Route.export.rawValue + filter.queryString
        case .entry(let number): Route.entry.filled(number.text)
        case .sign(let number): Route.sign.filled(number.text)
        case .importing: Route.importing.rawValue
        case .upload(let id): Route.upload.filled(id.text)
        case .startImport(let id): Route.startImport.filled(id.text)
        case .dropUpload(let id): Route.dropUpload.filled(id.text)
        case .batches: Route.batches.rawValue
        case .batch(let id): Route.batch.filled(id.text)
        case .register(let id): Route.register.filled(id.text)
        case .withdraw(let id): Route.withdraw.filled(id.text)
        case .layers: Route.layers.rawValue
        case .addLayer(let id): Route.addLayer.filled(id.text)
        case .reassess(let id): Route.reassess.filled(id.text)
        case .rejudge(let id): Route.rejudge.filled(id.text)
        case .reassessment(let id): Route.reassessment.filled(id.text)
        case .plan: Route.plan.rawValue
        case .planText(let digest): Route.planText.filled(digest)
        case .planDraft(let id): Route.planDraft.filled(id.text)
        case .tryPlan(let id): Route.tryPlan.filled(id.text)
        case .planTrial(let id): Route.planTrial.filled(id.text)
        case .activatePlan(let id): Route.activatePlan.filled(id.text)
        case .system: Route.system.rawValue
        case .verify: Route.verify.rawValue
        case .job(let id): Route.job.filled(id.text)
        case .api(let path): path.path
        case .health: Route.health.rawValue
        case .asset(let set, let name): "/assets/\(set)/\(name)"
        }
    }
}

extension SiteURL.Route {
    /// The pattern with its one parameter put in.
    func filled(_ value: String) -> String { rawValue.fillingParameter(with: value) }
}

/// Addresses of the JSON interface (接口地址), beside the pages that show the same.
enum APIPath {
    case entries(LedgerFilter), entry(EntryNumber), geometry(EntryNumber), sign(EntryNumber)
    case counts, batches, batch(BatchID), remarks(BatchID), register(BatchID), withdraw(BatchID)
    case layers, uploads, imports(UploadID), job(JobID), head

    enum Route: String, CaseIterable {
        case entries = "/api/entries"
        case entry = "/api/entries/{number}"
        case geometry = "/api/entries/{number}/geometry"
        case sign = "/api/entries/{number}/sign"
        case counts = "/api/counts"
        case batches = "/api/batches"
        case batch = "/api/batches/{batch}"
        case remarks = "/api/batches/{batch}/remarks"
        case register = "/api/batches/{batch}/register"
        case withdraw = "/api/batches/{batch}/withdraw"
        case layers = "/api/layers"
        case uploads = "/api/uploads"
        case imports = "/api/imports/{upload}"
        case job = "/api/jobs/{job}"
        case head = "/api/head"
    }

    var path: String {
        switch self {
        case .entries(let filter): Route.entries.rawValue + filter.queryString
        case .entry(let number): Route.entry.rawValue.fillingParameter(with: number.text)
        case .geometry(let number): Route.geometry.rawValue.fillingParameter(with: number.text)
        case .sign(let number): Route.sign.rawValue.fillingParameter(with: number.text)
        case .counts: Route.counts.rawValue
        case .batches: Route.batches.rawValue
        case .batch(let id): Route.batch.rawValue.fillingParameter(with: id.text)
        case .remarks(let id): Route.remarks.rawValue.fillingParameter(with: id.text)
        case .register(let id): Route.register.rawValue.fillingParameter(with: id.text)
        case .withdraw(let id): Route.withdraw.rawValue.fillingParameter(with: id.text)
        case .layers: Route.layers.rawValue
        case .uploads: Route.uploads.rawValue
        case .imports(let id): Route.imports.rawValue.fillingParameter(with: id.text)
        case .job(let id): Route.job.rawValue.fillingParameter(with: id.text)
        case .head: Route.head.rawValue
        }
    }
}

extension String {
    /// A route pattern with its one `{parameter}` replaced by a percent-encoded value.
    fileprivate func fillingParameter(with value: String) -> String {
        guard let open = firstIndex(of: "{"), let close = firstIndex(of: "}") else { return self }
        return self[..<open] + PercentCoding.encode(value) + self[index(after: close)...]
    }
}
