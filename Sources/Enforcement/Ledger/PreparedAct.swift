import LandGeometry

/// An act made ready to be appended (待入账操作): bodies encoded, digests computed, and everything checked that can be
/// checked without looking at the ledger.
public struct PreparedAct: Sendable {
    /// The act, its proposals told by the digests of their reasonings.
    public let act: Act
    /// Reasonings the act names, by digest.
    public let reasonings: [String: [UInt8]]
    /// JSON of the events, by change and event.
    public let bodies: [[[UInt8]]]
    /// A salt and the hash of salt and body for each of `bodies`, drawn and computed before any other act has to wait.
    public let seals: [[BodySeal]]
    /// Digests of the material's patches, in their order.
    public let patchDigests: [[UInt8]]
    /// Digests of the features, in their order.
    public let featureDigests: [LayerVersionID: [[UInt8]]]
    /// Digest of all the act says, by which a repeated act is told from another one under the same key. When it
    /// happened is left out, for callers stamp each try with their clock.
    public let content: [UInt8]

    /// - Throws: `LedgerError` when the material does not fit the events.
    public init(_ act: Act, digest: LogDigest) throws {
        guard act.changes.contains(where: { !$0.events.isEmpty }) else { throw LedgerError.actMustChangeSomething }
        var keeper = ReasoningKeeper(digest: digest)
        var act = act
        for place in act.changes.indices { act.changes[place].events = try act.changes[place].events.map { try keeper.keep($0) } }
        self.act = act
        reasonings = keeper.bodies
        bodies = try act.changes.inParallel { try $0.events.map { try LedgerJSON.kept($0) } }
        seals = bodies.mapInParallel { $0.map { BodySeal(of: $0, by: digest) } }
        patchDigests = act.material.patches.mapInParallel { PatchDigest.hash(of: $0, by: digest) }
        featureDigests = act.material.features.mapValues { $0.mapInParallel { LayerDigest.hash(of: $0, by: digest) } }
        content = digest.hash(
            PreparedAct.contentBytes(of: act, bodies: bodies, patches: patchDigests, features: featureDigests, digest: digest))
        try MaterialCheck(act: act, patches: patchDigests, features: featureDigests, digest: digest).run()
    }

    private static func contentBytes(
        of act: Act, bodies: [[[UInt8]]], patches: [[UInt8]], features: [LayerVersionID: [[UInt8]]], digest: LogDigest
    ) -> [UInt8] {
        var canonical = CanonicalBytes("landledger-act-1")
        canonical.append(act.actor.text)
        canonical.append(act.changes.count)
        for (change, events) in zip(act.changes, bodies) {
            canonical.append(change.stream.kind.rawValue)
            canonical.append(change.stream.id)
            canonical.append(change.expectedVersion)
            canonical.append(events.count)
            for body in events { canonical.append(body) }
        }
        canonical.append(patches.count)
        for patch in patches { canonical.append(patch) }
        for (batch, remarks) in act.material.remarks.sorted(by: { $0.key < $1.key }) {
            canonical.append(batch.text)
            canonical.append(BatchDigest.text([], remarks: remarks, by: digest))
        }
        for (version, hashes) in features.sorted(by: { $0.key < $1.key }) {
            canonical.append(version.text)
            canonical.append(LayerDigest.text(hashes, by: digest))
        }
        return canonical.bytes
    }
}
