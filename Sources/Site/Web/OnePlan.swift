import Casework
import Hummingbird

/// Lets every request, and the jobs it begins, see one plan from beginning to end (一次请求一版方案), though another may come into
/// force meanwhile. Pictures and tiles have nothing of the plan.
struct OnePlan: RouterMiddleware {
    let casework: Caseworker

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard !["/assets/", "/tiles/", "/healthz"].contains(where: { request.uri.path.hasPrefix($0) }) else {
            return try await next(request, context)
        }
        return try await casework.underOnePlan { try await next(request, context) }
    }
}
