/// What a row of a demonstration batch was made as (图斑由来): the truth that its verdict can be compared with.
public enum Making: String, CaseIterable, Codable, Sendable {
    // lawful
    case legal
    case facility
    case temporaryInTerm = "temporary-in-term"
    case ruralRoad = "rural-road"
    case falseChange = "false-change"
    // unlawful or to be decided
    case notSupplied = "approved-not-supplied"
    case partlyApproved = "partly-approved"
    case temporaryExpired = "temporary-expired"
    case redline
    case reserve
    case farmlandSerious = "farmland-5-mu-or-more"
    case farmlandMinor = "farmland-below-5-mu"
    case conforming = "unapproved-within-plan"
    case breaching = "unapproved-against-plan"
    // where it lies
    case acrossTowns = "across-towns"
    case outside = "outside-county"
    // the same ground as a patch of the quarter before
    case sameAgain = "same-ground-identical"
    case within = "same-ground-contained"
    case grown = "same-ground-grown"
    case overlapping = "same-ground-overlapping"
    // broken rows
    case bowTie = "bow-tie"
    case unclosed
    case repeatedPoints = "repeated-points"
    case spike
    case holeOutside = "hole-outside"
    case flat = "no-area"
    case noGeometry = "no-geometry"
    case notFinite = "not-finite"
    case missingAttributes = "missing-attributes"
    case sameNumber = "number-used-twice"
    case wrongArea = "stated-area-wrong"
    case wrongZone = "wrong-zone"
    case degrees = "degrees-among-metres"

    /// What the importer must make of the row.
    public enum Reception: String, Codable, Sendable {
        case accepted, repaired, refused, remarked
    }

    public var reception: Reception {
        switch self {
        case .unclosed, .repeatedPoints, .spike, .holeOutside: .repaired
        case .bowTie, .flat, .noGeometry, .notFinite, .wrongZone, .degrees: .refused
        case .missingAttributes, .sameNumber, .wrongArea: .remarked
        default: .accepted
        }
    }

    /// Share of a quarter's rows, in thousandths; every kind occurs at least once where the quarter allows it.
    func share(inSecond: Bool) -> Int {
        switch self {
        case .legal: 170
        case .notSupplied: 65
        case .partlyApproved: 50
        case .facility: 80
        case .temporaryInTerm: 40
        case .temporaryExpired: 30
        case .ruralRoad: 70
        case .falseChange: 80
        case .redline: 20
        case .reserve: 12
        case .farmlandSerious: 50
        case .farmlandMinor: 75
        case .conforming: 75
        case .acrossTowns: 18
        case .outside: 10
        case .sameAgain, .within, .overlapping: inSecond ? 26 : 0
        case .grown: inSecond ? 12 : 0
        case .missingAttributes: 12
        case .wrongZone, .degrees, .wrongArea: 6
        case .breaching: 0
        default: 4
        }
    }
}
