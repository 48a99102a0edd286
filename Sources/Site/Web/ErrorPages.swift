import Casework
import Enforcement
import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into a page or into JSON (错误页), worded by the catalogue, with the status of `Status`.
///
/// What nobody foresaw is logged and shown as a plain apology; nothing of its text reaches the browser.
struct ErrorPages: RouterMiddleware {
    let workplace: Workplace

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try await answer(to: error, request, context)
        }
    }

    private func answer(to thrown: any Error, _ request: Request, _ context: SiteContext) async throws -> Response {
        let isUnknownAddress = (thrown as? HTTPError)?.status == .notFound
        let error: any Error = isUnknownAddress ? SiteError.pageMustExist : thrown
        let status = Status.of(error)
        if status == .internalServerError {
            context.logger.error("unforeseen", metadata: ["error": "\(error)", "path": "\(request.uri.path)"])
        }
        let context = await dressed(context, request)
        if isForPrograms(request) {
            return try Answers.json(Failure(error, in: context.language), status: status)
        }
        if case SiteError.signInRequired = error, request.method == .get {
            return Answers.seeOther(path: SiteURL.signIn.path + "?next=" + PercentCoding.encode(request.uri.string))
        }
        let message = Catalogue.message(for: error, in: context.language)
        let body = ErrorModel(
            heading: Catalogue.text(Self.heading(of: status), in: context.language), message: message, status: status.code,
            links: links(for: error, request, context))
        return workplace.page("error", title: "error.title", body, context, status: status)
    }

    /// Language and officer again, for the gate may not have come so far.
    private func dressed(_ context: SiteContext, _ request: Request) async -> SiteContext {
        var context = context
        let jar = CookieJar(request)
        let wished = FormFields(encoded: request.uri.query ?? "").flatMap { $0["lang"] }.flatMap(Language.init)
        context.language = wished ?? jar.language
        if context.visitor == nil, let cookie = jar.session(isSecure: workplace.configuration.isSecure) {
            context.visitor = try? await workplace.visitor(cookie: cookie)
        }
        return context
    }

    /// A wrong filter leads back to the same page without one; nobody who is not signed in is sent to the desk.
    private func links(for error: any Error, _ request: Request, _ context: SiteContext) -> [Frame.Link] {
        func link(_ word: String, _ url: String) -> Frame.Link { Frame.Link(text: Catalogue.text(word, in: context.language), url: url) }
        let home = context.visitor == nil ? link("sign-in.go", SiteURL.signIn.path) : link("error.back", SiteURL.desk.path)
        switch error {
        case SiteError.parameterMustBeKnown, SiteError.valueMustBeAllowed, SiteError.valueMustHaveForm:
            let path = request.uri.path == SiteURL.Route.export.rawValue ? SiteURL.Route.ledger.rawValue : request.uri.path
            return [link("error.unfiltered", path), home]
        default: return [home]
        }
    }

    /// A heading that tells at a glance what kind of trouble it is.
    private static func heading(of status: HTTPResponse.Status) -> String {
        switch status.code {
        case 400: "error.title.400"
        case 403: "error.title.403"
        case 404: "error.title.404"
        case 409: "error.title.409"
        case 500: "error.title.500"
        default: "error.title"
        }
    }

    private func isForPrograms(_ request: Request) -> Bool {
        request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix("/tiles/")
    }

    private struct Failure: Encodable {
        var error: String
        var rule: String
        var parameter: String?
        var found: String?
        var allowed: [String]?

        init(_ error: any Error, in language: Language) {
            self.error = Catalogue.message(for: error, in: language)
            rule = ruleName(of: error)
            switch error {
            case SiteError.parameterMustBeKnown(let name, let known): (parameter, allowed) = (name, known)
            case SiteError.valueMustBeAllowed(let parameter, let found, let allowed):
                (self.parameter, self.found, self.allowed) = (parameter, found, allowed.map(\.value))
            case SiteError.valueMustHaveForm(let parameter, let found): (self.parameter, self.found) = (parameter, found)
            default: break
            }
        }
    }
}

struct ErrorModel {
    var heading: String
    var message: String
    var status: Int
    var links: [Frame.Link]
}

/// The name of the rule an error broke, without its values: stable for programs (规则名).
public func ruleName(of error: any Error) -> String {
    if case CaseworkError.ledger(let inner) = error { return ruleName(of: inner) }
    if case CaseworkError.fileMustBeReadable(let inner) = error { return ruleName(of: inner) }
    let text = String(describing: error)
    return String(text.prefix { $0.isLetter || $0.isNumber })
}
