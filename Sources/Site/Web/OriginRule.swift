import HTTPTypes

/// A request that changes something must come from a page of this site (同源规则), as browsers attest.
///
/// Programs that send neither header are held by the form token alone.
enum OriginRule {
    static func check(_ headers: HTTPFields, authority: String?) throws(SiteError) {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }), site != "same-origin", site != "none" {
            throw .formMustBeOurs
        }
        guard let origin = headers[.origin] else { return }
        guard let scheme = origin.ranges(of: "://").first, origin[scheme.upperBound...] == (authority ?? "") else { throw .formMustBeOurs }
    }
}
