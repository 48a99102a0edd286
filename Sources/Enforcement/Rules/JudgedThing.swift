import LandGeometry

/// Everything the rules may look at for one entry (判定对象). Built by Casework, read by `Judge`; pure data.
public struct JudgedThing: Codable, Equatable, Sendable {
    /// Id of the plan's category; nil when nobody has chosen one.
    public var category: String?
    public var area: Area
    /// One finding per layer version overlaid; of any number of versions.
    public var findings: [Finding]
    /// The layer versions the archive holds, to choose by date among.
    public var layers: [LayerVersion]
    public var attributes: [Attribute]
    /// Image before and image after: the change lies after the first and not after the second.
    public var before: Day?
    public var seen: Day?
    /// The day of occupation, where it is known better than from images.
    public var occurred: Day?
    public var present: Day
    /// Answers of officers by name of fact.
    public var answers: [String: Answer]
    public var earlier: [EarlierEntry]
    /// Titles of the evidence already on file.
    public var evidence: [String]

    public init(
        category: String? = nil, area: Area, findings: [Finding] = [], layers: [LayerVersion] = [], attributes: [Attribute] = [],
        before: Day? = nil, seen: Day? = nil, occurred: Day? = nil, present: Day, answers: [String: Answer] = [:],
        earlier: [EarlierEntry] = [], evidence: [String] = []
    ) {
        self.category = category
        self.area = area
        self.findings = findings
        self.layers = layers
        self.attributes = attributes
        self.before = before
        self.seen = seen
        self.occurred = occurred
        self.present = present
        self.answers = answers
        self.earlier = earlier
        self.evidence = evidence
    }

    /// What a patch gives by itself; answers and earlier entries are added by the caller.
    public init(patch: Patch, category: String?, findings: [Finding], layers: [LayerVersion], present: Day) {
        var attributes = patch.attributes
        if let type = patch.type, patch.attribute("TBLX") == nil {
            attributes.append(Attribute(name: "TBLX", value: type))
        }
        self.init(
            category: category, area: patch.area, findings: findings, layers: layers, attributes: attributes,
            before: patch.before, seen: patch.after, present: present)
    }

    /// What the ledger holds of an entry with the patch it began with.
    public init(entry: EntryState, patch: Patch, layers: [LayerVersion], present: Day) {
        self.init(patch: patch, category: entry.category, findings: entry.findings, layers: layers, present: present)
        area = entry.area
        seen = patch.after ?? entry.seen
    }

    /// The day legality is judged by (占用时间): the known day, else the image on which the change is first seen.
    public var occupation: Day? { occurred ?? seen }

    /// The value of an attribute, trimmed; nil when absent or blank.
    func attribute(_ name: String) -> String? {
        let value = (attributes.first { $0.name == name } ?? attributes.first { $0.name.uppercased() == name.uppercased() })?.value
        guard let value, value.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return value?.isEmpty == false ? value : nil }
        let trimmed = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return trimmed.isEmpty ? nil : trimmed
    }
}

/// What an officer said about a fact (事实答复).
public struct Answer: Codable, Equatable, Sendable {
    public var value: FactValue.Value
    public var by: String

    public init(value: FactValue.Value, by: String) {
        self.value = value
        self.by = by
    }
}

/// An entry already on the same ground (同一地块的既有条目).
public struct EarlierEntry: Codable, Equatable, Sendable {
    public var number: EntryNumber
    /// The signed verdict; nil while none is signed, for a proposal binds nobody.
    public var verdict: Verdict?
    public var kind: String?
    /// The part of the judged entry that lies on the earlier one, 0…1.
    public var share: Double

    public init(number: EntryNumber, verdict: Verdict?, kind: String?, share: Double) {
        self.number = number
        self.verdict = verdict
        self.kind = kind
        self.share = share
    }
}
