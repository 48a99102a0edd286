import Enforcement

/// Ground with a paper (有手续的用地): an approval, a supply, a filing or a temporary use.
struct Project: Sendable {
    var polygon: PlanePolygon
    var name: String
    /// Number of the document (批准文号、备案号、电子监管号).
    var document: String
    var day: Day
    /// Last day of the term (期限), for temporary use.
    var until: Day?
    /// Approved use in words.
    var use: String
    var unit: Int
}

/// All papers of the county (手续台账), filled while patches are made.
struct Projects: Sendable {
    var approvals: [Project] = []
    var supplies: [Project] = []
    var facilities: [Project] = []
    var temporaries: [Project] = []
}

/// A quarter of satellite enforcement (季度).
struct Quarter: Sendable {
    var name: String
    /// Earliest days of the image before and after the change.
    var before: Day
    var after: Day

    static let first = Quarter(name: "2019Q1", before: Day(number: 17_805), after: Day(number: 17_937))
    static let second = Quarter(name: "2019Q2", before: Day(number: 17_937), after: Day(number: 18_019))
}
