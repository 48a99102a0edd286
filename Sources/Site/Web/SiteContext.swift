import Enforcement
import Hummingbird
import Logging
import NIOCore

/// What is known of a request on its way (请求上下文): from whom it comes, in which language, with which form.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Address of the peer, for the log and against guessing of passwords.
    var address: String
    var language: Language
    /// Set by the gate once the session is known; nil on the few open pages.
    var visitor: Visitor?
    /// Fields of a posted form, read and checked by the gate.
    var form: FormFields
    /// Fields of the query.
    var query: FormFields

    init(source: ApplicationRequestContextSource) {
        self.init(core: CoreRequestContextStorage(source: source), address: source.channel.remoteAddress?.ipAddress ?? "local")
    }

    /// For requests that come from no socket, as in tests.
    init(core: CoreRequestContextStorage, address: String) {
        coreContext = core
        self.address = address
        language = .zh
        form = FormFields()
        query = FormFields()
    }

    /// The officer who asks.
    /// - Throws: `SiteError.signInRequired` on a page that was not put behind the gate.
    var officer: Officer {
        get throws(SiteError) {
            guard let visitor else { throw .signInRequired }
            return visitor.officer
        }
    }

    /// A part of the path, percent-decoded.
    func parameter(_ name: String) throws(SiteError) -> String {
        guard let raw = parameters.get(name), let value = PercentCoding.decode(raw), !value.isEmpty else { throw .pageMustExist }
        return value
    }

    /// The officer, if he holds the permission.
    func officer(with permission: Permission) throws -> Officer {
        let officer = try officer
        guard Policy.allows(officer, permission) else { throw SiteError.permissionMustBeHeld(permission) }
        return officer
    }
}

/// An officer who has signed in, with the session he came by (登录者).
struct Visitor: Sendable {
    var officer: Officer
    var session: SessionKey
    /// Goes into every form and comes back with it.
    var formToken: String
}
