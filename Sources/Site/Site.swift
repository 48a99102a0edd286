import Casework
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Builds the workplace as a service to be run (建站): the one function for `landledger serve` and for tests over a socket.
/// - Parameter onRunning: told the port when the server listens.
public func buildSite(
    _ configuration: SiteConfiguration, casework: Caseworker, logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) async throws -> some ApplicationProtocol {
    let workplace = try await Workplace(configuration, casework: casework)
    return Application(
        router: buildRouter(workplace),
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                idleTimeout: .seconds(30),
                httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port),
            availableConnectionsDelegate: .maximum(configuration.connectionLimit, logger: logger)),
        onServerRunning: { channel in
            Task(priority: .utility) { await workplace.tiles.prepareLayers() }
            await onRunning(channel.localAddress?.port ?? configuration.port)
        },
        logger: logger)
}

/// Every route of the site behind its middleware; tests send requests to its responder without a socket.
func buildRouter(_ configuration: SiteConfiguration, casework: Caseworker) async throws -> Router<SiteContext> {
    buildRouter(try await Workplace(configuration, casework: casework))
}

private func buildRouter(_ workplace: Workplace) -> Router<SiteContext> {
    let configuration = workplace.configuration
    let router = Router(context: SiteContext.self)
    router.addMiddleware {
        SafetyHeaders(isSecure: configuration.isSecure, pictureOrigins: Set(configuration.baseMaps.flatMap(\.origins)).sorted())
        ErrorPages(workplace: workplace)
        OnePlan(casework: workplace.casework)
        Gate(workplace: workplace)
    }
    workplace.addRoutes(to: router)
    return router
}

extension Workplace {
    /// All rooms of the workplace, in the order of its menu.
    func addRoutes(to router: Router<SiteContext>) {
        addOpenRoutes(to: router)
        addDesk(to: router)
        addLedger(to: router)
        addEntry(to: router)
        addImport(to: router)
        addBatches(to: router)
        addLayers(to: router)
        addReassessment(to: router)
        addPlan(to: router)
        addSystem(to: router)
        addJobs(to: router)
        addEntryAPI(to: router)
        addIntakeAPI(to: router)
        addMap(to: router)
    }
}
