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
            return try Answers.json(
                Failure(error: Catalogue.message(for: error, in: context.language), rule: ruleName(of: error)), status: status)
        }
        if case SiteError.signInRequired = error, request.method == .get {
            return Answers.seeOther(path: SiteURL.signIn.path + "?next=" + PercentCoding.encode(request.uri.string))
        }
        let message = Catalogue.message(for: error, in: context.language)
        let body = ErrorModel(message: message, back: SiteURL.desk.path)
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

    private func isForPrograms(_ request: Request) -> Bool {
        request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix("/tiles/")
    }

    private struct Failure: Encodable {
        var error: String
        var rule: String
    }
}

struct ErrorModel {
    var message: String
    var back: String
}

/// The name of the rule an error broke, without its values: stable for programs (规则名).
public func ruleName(of error: any Error) -> String {
    if case CaseworkError.ledger(let inner) = error { return ruleName(of: inner) }
    if case CaseworkError.fileMustBeReadable(let inner) = error { return ruleName(of: inner) }
    let text = String(describing: error)
    return String(text.prefix { $0.isLetter || $0.isNumber })
}
