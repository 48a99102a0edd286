import Enforcement

/// The rules of the site that a request can break (站点规则). Worded by the catalogue; status decided in `Status`.
enum SiteError: Error, Equatable, Sendable {
    case signInRequired
    case pageMustExist
    case permissionMustBeHeld(Permission)
    /// The form did not come from a page of this site, or its page is too old.
    case formMustBeOurs
    case formMustBeWhole(field: String)
    /// The address asks for something the page does not have.
    case parameterMustBeKnown(name: String, known: [String])
    /// The address names a value that does not exist; all that do are told.
    case valueMustBeAllowed(parameter: String, found: String, allowed: [AllowedValue])
    /// The address has a value in a form that cannot be read.
    case valueMustHaveForm(parameter: String, found: String)
    case passwordMustMatch
    /// Too many wrong passwords; seconds to wait.
    case attemptsMustPause(seconds: Int)
    case bodyMustBeUnder(bytes: Int)
    case uploadMustHaveName
    case uploadMustBeWhole
    /// Too much is under way already: `jobs`, `passwords`.
    case workMustFit(String)
}
