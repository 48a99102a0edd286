import Enforcement
import HTTPTypes
import Hummingbird

/// The cookies of the site (小甜饼): session, form token before sign-in, language.
struct CookieJar {
    private let values: [String: String]

    init(_ request: Request) {
        var values: [String: String] = [:]
        for line in request.headers[values: .cookie] {
            for part in line.split(separator: ";") {
                let halves = part.split(separator: "=", maxSplits: 1)
                guard halves.count == 2 else { continue }
                values[String(halves[0]).trimmingBlanks] = String(halves[1]).trimmingBlanks
            }
        }
        self.values = values
    }

    var language: Language { values["landledger-language"].flatMap(Language.init) ?? .zh }
    var formToken: String? { values["landledger-form"] }
    func session(isSecure: Bool) -> String? { values[Self.sessionName(isSecure)] }

    static func session(_ value: String, isSecure: Bool) -> HTTPField {
        field(sessionName(isSecure), value, "HttpOnly; SameSite=Lax", isSecure)
    }

    static func endSession(isSecure: Bool) -> HTTPField {
        field(sessionName(isSecure), "", "Max-Age=0; HttpOnly; SameSite=Lax", isSecure)
    }

    static func formToken(_ value: String, isSecure: Bool) -> HTTPField {
        field("landledger-form", value, "HttpOnly; SameSite=Strict", isSecure)
    }

    static func language(_ value: Language, isSecure: Bool) -> HTTPField {
        field("landledger-language", value.rawValue, "Max-Age=31536000; SameSite=Lax", isSecure)
    }

    /// `__Host-` binds a cookie to this very host and to HTTPS.
    private static func sessionName(_ isSecure: Bool) -> String { isSecure ? "__Host-landledger" : "landledger" }

    private static func field(_ name: String, _ value: String, _ attributes: String, _ isSecure: Bool) -> HTTPField {
        HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/; \(attributes)" + (isSecure ? "; Secure" : ""))
    }
}
