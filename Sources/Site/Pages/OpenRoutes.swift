import Casework
import Enforcement
import HTTPTypes
import Hummingbird
import Logging

/// The sign-in page's model (登录页).
struct SignInModel {
    var action = SiteURL.signIn.path
    var token: String
    var next: String
    var name: String
    var message: String?
    var isDemonstration: Bool
}

extension Workplace {
    /// Pages without a session: sign-in, assets, health.
    func addOpenRoutes(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.signIn.rawValue)) { _, context in signInPage(context, next: context.query["next"]) }
        router.post(RouterPath(SiteURL.Route.signIn.rawValue)) { _, context in try await signInAnswer(context) }
        router.post(RouterPath(SiteURL.Route.signOut.rawValue)) { _, context in try await signOutAnswer(context) }
        router.get(RouterPath(SiteURL.Route.asset.rawValue)) { _, context in
            let name = context.parameters.getCatchAll().joined(separator: "/")
            return try assets.answer(set: context.parameters.get("set") ?? "", name: name)
        }
        router.get(RouterPath(SiteURL.Route.health.rawValue)) { _, _ in
            _ = try await store.head()
            return try Answers.json(["status": "ok"])
        }
    }

    private func signInPage(
        _ context: SiteContext, next: String?, name: String = "", message: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let token = RandomToken.make()
        let model = SignInModel(
            token: token, next: next ?? "", name: name, message: message, isDemonstration: configuration.demonstrationNotice)
        var response = page("sign-in", title: "sign-in.title", model, context, status: status)
        response.headers.append(CookieJar.formToken(token, isSecure: configuration.isSecure))
        return response
    }

    private func signInAnswer(_ context: SiteContext) async throws -> Response {
        let name = context.form["name"] ?? ""
        do {
            let cookie = try await signIn(name: name, password: context.form["password"] ?? "", from: context.address)
            if let old = context.visitor { await sessions.end(old.session) }
            var response = Answers.seeOther(path: Self.safeReturn(context.form["next"]))
            response.headers.append(CookieJar.session(cookie, isSecure: configuration.isSecure))
            context.logger.info("signed in", metadata: ["account": "\(name)", "address": "\(context.address)"])
            return response
        } catch let error as SiteError {
            context.logger.notice("sign-in refused", metadata: ["account": "\(name)", "address": "\(context.address)", "rule": "\(error)"])
            return signInPage(
                context, next: context.form["next"], name: name, message: Catalogue.message(for: error, in: context.language),
                status: Status.of(error))
        }
    }

    private func signOutAnswer(_ context: SiteContext) async throws -> Response {
        if let visitor = context.visitor { await sessions.end(visitor.session) }
        var response = Answers.seeOther(.signIn)
        response.headers.append(CookieJar.endSession(isSecure: configuration.isSecure))
        return response
    }

    /// Only paths of this site are gone back to.
    static func safeReturn(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"), !path.contains(where: \.isNewline),
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return SiteURL.desk.path }
        return path
    }
}
