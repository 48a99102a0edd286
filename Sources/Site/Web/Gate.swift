import Enforcement
import HTTPTypes
import Hummingbird
import NIOCore

/// Stands before every page (门卫): finds language and officer, and lets no change through that did not come from our own form.
///
/// Open to all are the sign-in page, assets and the health answer; everything else asks for a session.
struct Gate: RouterMiddleware {
    let workplace: Workplace

    static let formLimit = 1 << 20

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        guard let query = FormFields(encoded: request.uri.query ?? "") else { throw SiteError.formMustBeWhole(field: "query") }
        context.query = query
        let wished = query["lang"].flatMap(Language.init)
        context.language = wished ?? CookieJar(request).language
        if !isOpen(request.uri.path) || request.uri.path == SiteURL.signIn.path {
            try await letIn(request, &context)
        }
        var response = try await next(request, context)
        if let wished { response.headers.append(CookieJar.language(wished, isSecure: workplace.configuration.isSecure)) }
        return response
    }

    private func letIn(_ request: Request, _ context: inout SiteContext) async throws {
        let jar = CookieJar(request)
        if let cookie = jar.session(isSecure: workplace.configuration.isSecure) {
            context.visitor = try await workplace.visitor(cookie: cookie)
        }
        if changesSomething(request) {
            try OriginRule.check(request.headers, authority: request.head.authority)
            try await readForm(request, &context)
            try checkToken(request, context, jar)
        }
        guard context.visitor != nil || isOpen(request.uri.path) else { throw SiteError.signInRequired }
    }

    private func changesSomething(_ request: Request) -> Bool {
        request.method != .get && request.method != .head
    }

    private func readForm(_ request: Request, _ context: inout SiteContext) async throws {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else { return }
        let body = try await request.body.collect(upTo: Self.formLimit)
        guard let form = FormFields(encoded: String(buffer: body)) else { throw SiteError.formMustBeWhole(field: "form") }
        context.form = form
    }

    /// The token of the session must come back in the form or in a header; before sign-in, the one in the form cookie.
    private func checkToken(_ request: Request, _ context: SiteContext, _ jar: CookieJar) throws(SiteError) {
        let given = request.headers[.formToken] ?? context.form["token"] ?? ""
        let isSigningIn = request.uri.path == SiteURL.signIn.path
        guard let expected = isSigningIn ? jar.formToken : context.visitor?.formToken else {
            throw isSigningIn ? .formMustBeOurs : .signInRequired
        }
        guard RandomToken.match(given, expected) else { throw .formMustBeOurs }
    }

    private func isOpen(_ path: String) -> Bool {
        path == SiteURL.signIn.path || path == SiteURL.health.path || path.hasPrefix("/assets/")
    }
}

extension HTTPField.Name {
    /// Carries the form token of requests that scripts make.
    static var formToken: HTTPField.Name { HTTPField.Name("X-Form-Token") ?? .cookie }
}
