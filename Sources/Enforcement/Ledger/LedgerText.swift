import LandGeometry

/// What a ledger writes for every entry of a batch, as JSON text (台账文本): the same bytes as `LedgerJSON.kept` by
/// `JSONEncoder`, which a test holds side by side. Nil for the rare rest, which is encoded.
enum LedgerText {
    static func bytes(of event: Event) throws -> [UInt8]? {
        var text = JSONText()
        switch event {
        case .registered(let it): try text.write("registered") { try $0.write(it) }
        case .attached(let it) where it.ground == nil: try text.write("attached") { try $0.write(it) }
        case .overlaid(let it): try text.write("overlaid") { try $0.write(it) }
        case .verdictProposed(let it): try text.write("verdictProposed") { try $0.write(kept: it) }
        default: return nil
        }
        return text.bytes
    }

    static func bytes(of attributes: [Attribute]) -> [UInt8] {
        var text = JSONText()
        text.list(attributes) { text, attribute in
            text.object {
                $0.field("name", attribute.name)
                $0.field("value", attribute.value)
            }
        }
        return text.bytes
    }

    /// The state of an entry without signature or later patches, which most entries of a new batch are.
    static func bytes(of state: EntryState) throws -> [UInt8]? {
        guard state.signed == nil, state.attached.isEmpty else { return nil }
        var text = JSONText()
        try text.object { try $0.write(state) }
        return text.bytes
    }
}

extension JSONText {
    fileprivate mutating func write(_ name: StaticString, _ body: (inout JSONText) throws -> Void) rethrows {
        try object { text in
            text.key(name)
            try text.object(body)
        }
    }

    fileprivate mutating func write(_ it: Registered) throws {
        try field("area", it.area)
        field("category", it.category)
        field("patch", it.patch)
        field("patchDigest", it.patchDigest)
        key("place")
        object { $0.write(it.place) }
        field("seen", it.seen?.text)
        field("sourceNumber", it.sourceNumber)
    }

    fileprivate mutating func write(_ it: Attached) throws {
        key("match")
        try object { text in
            text.field("kind", it.match.kind.rawValue)
            if let share = it.match.shareOfEntry {
                text.key("shareOfEntry")
                try text.number(share)
            }
            if let share = it.match.shareOfPatch {
                text.key("shareOfPatch")
                try text.number(share)
            }
        }
        field("patch", it.patch)
        field("patchDigest", it.patchDigest)
        field("seen", it.seen?.text)
        field("sourceNumber", it.sourceNumber)
    }

    private mutating func write(_ place: Place) {
        key("alsoTouches")
        list(place.alsoTouches) { $0.text($1.text) }
        field("division", place.division)
        field("unit", place.unit?.text)
        field("words", place.words)
    }

    fileprivate mutating func write(_ it: Overlaid) throws {
        try write(it.findings)
        field("kernelVersion", it.kernelVersion)
    }

    private mutating func write(_ findings: [Finding]) throws {
        key("findings")
        try list(findings) { text, finding in
            try text.object { text in
                text.key("areas")
                try text.list(finding.areas) { text, part in
                    try text.object {
                        try $0.field("area", part.area)
                        $0.field("code", part.code)
                    }
                }
                text.field("layer", finding.layer)
                try text.field("uncovered", finding.uncovered)
                text.field("version", finding.version)
            }
        }
    }

    fileprivate mutating func write(kept proposal: Proposal) throws {
        guard let reasoning = proposal.reasoning else {
            throw EncodingError.invalidValue(proposal, .init(codingPath: [], debugDescription: "reasoning not kept"))
        }
        let areas = ProposalAreas(of: proposal)
        key("areas")
        try object { text in
            for (name, pair) in areas.facts.sorted(by: { $0.key < $1.key }) {
                text.key(text: name)
                try text.list(pair) { text, number in
                    if let number { try text.number(number) } else { text.null() }
                }
            }
        }
        field("reasoning", reasoning)
        if let split = areas.split {
            key("split")
            try object {
                try $0.field("lawful", split.lawful)
                try $0.field("unlawful", split.unlawful)
            }
        }
    }

    fileprivate mutating func write(_ state: EntryState) throws {
        try field("area", state.area)
        key("attached")
        list(state.attached) { _, _ in }
        field("category", state.category)
        field("changedAt", state.changedAt)
        try write(state.findings)
        field("number", state.number)
        field("origin", state.origin)
        field("patch", state.patch)
        key("place")
        object { $0.write(state.place) }
        if let proposal = state.proposal {
            key("proposal")
            try object { try $0.write(kept: proposal) }
        }
        if let version = state.proposalVersion {
            key("proposalVersion")
            number(version)
        }
        field("registeredAt", state.registeredAt)
        field("seen", state.seen?.text)
        field("sourceNumber", state.sourceNumber)
        field("stage", state.stage.rawValue)
        key("version")
        number(state.version)
    }
}
