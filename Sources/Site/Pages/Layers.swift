import Casework
import Enforcement
import HTTPTypes
import Hummingbird
import LandGeometry

/// The control layers and their versions (图层页).
struct LayersModel {
    struct Line {
        var title: Said
        var name: String
        var version: String
        var validity: String
        var isInForce: Bool
        var approval: String?
        var file: String
        var digest: String
        var shortDigest: String
        var scheme: String
        var features: String
        var refused: String
        var hasRefused: Bool
        var area: ShownArea
        /// Where to try the version on the ledger.
        var reassess: String
    }
    var lines: [Line]
    var isEmpty: Bool
    var mayAdd: Bool
    var mayReassess: Bool
    var uploadURL = SiteURL.api(.uploads).path
    var limitBytes: Int
    var today: String
    var bindings: [Choice]
}

extension Workplace {
    func addLayers(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.layers.rawValue)) { _, context in
            let officer = try context.officer
            let versions = try await store.layerVersions()
            let model = layers(versions, officer, try await words(context.language))
            return page("layers", title: "layers.title", model, context, current: .layers)
        }
        router.post(RouterPath(SiteURL.Route.addLayer.rawValue)) { _, context in try await addLayer(context) }
    }

    private func layers(_ versions: [LayerVersion], _ officer: Officer, _ words: PlanWords) -> LayersModel {
        let today = casework.clock.now().day
        let lines = versions.map { version in
            LayersModel.Line(
                title: words.layer(version.layer, title: version.title), name: version.layer.text, version: version.version,
                validity: Shown.period(version.validFrom, version.validTo, in: words.language), isInForce: version.isInForce(on: today),
                approval: version.approval, file: version.sourceFile, digest: version.sourceDigest,
                shortDigest: String(version.sourceDigest.prefix(12)),
                scheme: version.codeScheme.map { Catalogue.schemeName($0, in: words.language) } ?? "—",
                features: Shown.count(version.featureCount), refused: Shown.count(version.refused), hasRefused: version.refused > 0,
                area: ShownArea(version.area), reassess: SiteURL.reassess(version.id).path)
        }
        return LayersModel(
            lines: lines, isEmpty: lines.isEmpty, mayAdd: Policy.allows(officer, .adoptLayer),
            mayReassess: Policy.allows(officer, .registerBatch),
            limitBytes: configuration.uploadLimit, today: today.text,
            bindings: LayerBinding.all.map {
                Choice(value: $0.layer.text, text: words.layer($0.layer, title: $0.title).text, isChosen: false)
            })
    }

    /// The file was sent before; the form says what it is.
    private func addLayer(_ context: SiteContext) async throws -> Response {
        let officer = try context.officer(with: .adoptLayer)
        let upload = try await upload(context, of: officer)
        let order = try layerOrder(upload, context.form)
        let job = try await jobs.begin("job.adopt", owner: officer.id) { [casework, uploads] progress in
            let outcome = try await casework.addLayer(order, by: officer, progress: progress)
            await tiles.prepareLayers()
            await uploads.drop(upload.id)
            return .layerAdopted(outcome.version.id, wasKnown: outcome.wasKnown, remarks: outcome.remarks.count)
        }
        return Answers.seeOther(.job(job.id))
    }

    private func layerOrder(_ upload: Upload, _ form: FormFields) throws -> LayerOrder {
        guard let version = form["version"] else { throw SiteError.formMustBeWhole(field: "version") }
        var order = LayerOrder(path: upload.path, fileName: upload.fileName, layer: form["layer"].map { LayerName($0) }, version: version)
        order.validFrom = try day(form, "from")
        order.validTo = try day(form, "to")
        order.approval = form["approval"]
        order.coordinates = form["coordinates"]
        return order
    }

    private func day(_ form: FormFields, _ name: String) throws(SiteError) -> Day? {
        guard let text = form[name] else { return nil }
        guard let day = Day(text) else { throw .formMustBeWhole(field: text) }
        return day
    }
}
