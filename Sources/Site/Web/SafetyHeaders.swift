import HTTPTypes
import Hummingbird

/// Puts the protecting headers on every answer, errors and assets included (安全响应头).
struct SafetyHeaders: RouterMiddleware {
    /// Whether browsers are told to come back by HTTPS only.
    private let isSecure: Bool
    private let fixed: [(HTTPField.Name, String)]

    /// - Parameter pictureOrigins: foreign hosts whose base maps may be shown, as `BaseMap.origins` gives them.
    init(isSecure: Bool, pictureOrigins: [String] = []) {
        self.isSecure = isSecure
        let policy = HTTPField.Name("Content-Security-Policy").map { [($0, Self.contentPolicy(pictureOrigins))] } ?? []
        fixed = policy + Self.unchanging
    }

    /// No inline script or style, nothing from elsewhere but pictures of the base maps named; pictures may be drawn by our own scripts.
    static func contentPolicy(_ pictureOrigins: [String]) -> String {
        let pictures = (["'self'", "data:", "blob:"] + pictureOrigins).joined(separator: " ")
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src \(pictures); font-src 'self'; "
            + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in fixed { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private static let unchanging: [(HTTPField.Name, String)] = {
        let named: [(String, String)] = [
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)"),
        ]
        return named.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }()
}
