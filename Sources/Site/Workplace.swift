import Casework
import Enforcement

/// What every page and answer of the site works with (工作平台): the verbs of casework, who has signed in,
/// what is under way, and the templates.
struct Workplace: Sendable {
    let configuration: SiteConfiguration
    let casework: Caseworker
    let sessions: Sessions
    let attempts: AttemptGuard
    let passwords: Passwords
    /// The hash of a password nobody knows, checked when the account is unknown.
    let unknownPassword: String
    let jobs: Jobs
    let uploads: Uploads
    let countCache = CountCache()
    let assets: Assets
    let templates: Templates
    let tiles: TileService

    init(_ configuration: SiteConfiguration, casework: Caseworker) async throws {
        self.configuration = configuration
        self.casework = casework
        sessions = Sessions(limits: configuration.sessionLimits, clock: casework.clock)
        attempts = AttemptGuard(clock: casework.clock)
        passwords = Passwords()
        unknownPassword = try await passwords.hash(RandomToken.make())
        jobs = Jobs(clock: casework.clock)
        uploads = try Uploads(folder: configuration.workFolder, limit: configuration.uploadLimit, clock: casework.clock)
        assets = try Assets(vendorFolder: configuration.vendorFolder)
        templates = try Templates(assets: assets)
        tiles = TileService(store: casework.store, folder: configuration.workFolder + "/tiles", memory: configuration.tileMemory)
    }

    var store: any Store { casework.store }
}
