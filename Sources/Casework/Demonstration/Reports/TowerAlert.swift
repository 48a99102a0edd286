/// An alarm of a tower camera (铁塔视频告警), as its feed sends it.
public struct TowerAlert: Codable, Equatable, Sendable {
    public var id: String
    /// Local time, `2019-04-12 08:31:07`.
    public var time: String
    public var camera: String
    /// Degrees; nil when the camera did not tell.
    public var lon: Double?
    public var lat: Double?
    public var type: String
    public var confidence: Double
}

/// A row of the ledger kept in Excel before (旧台账).
public struct OldLedgerRow: Equatable, Sendable {
    /// Eighteen digits; Excel keeps only fifteen of them where it took the text for a number.
    public var number: String
    public var numberIsDamaged: Bool
    public var town: String
    public var village: String
    /// Kind of user; never a person.
    public var party: String
    /// Areas in mu (亩).
    public var area: Double
    public var cultivated: Double
    public var farmland: Double
    public var year: Int
    public var status: String
    public var remarks: String
}

/// A clue in words, without geometry (线索).
public struct DemonstrationClue: Equatable, Sendable {
    public var number: String
    public var source: String
    /// `2019-04-12`.
    public var day: String
    public var town: String
    public var village: String
    public var place: String
    public var content: String
    public var area: String
}
