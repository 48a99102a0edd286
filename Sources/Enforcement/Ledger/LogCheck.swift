import LandGeometry

/// Walks the log and the material beside it and names what does not match (日志核验). Every store's `verify` uses it.
///
/// Rows are given in order of the log; then patches by batch and row; then layers. A broken row does not make
/// those after it broken: the chain goes on from the value the row holds.
public struct LogCheck {
    public private(set) var broken: [String] = []
    public private(set) var events = 0
    public private(set) var patches = 0
    public private(set) var features = 0
    /// Layer versions the log knows, with the content each must have.
    public private(set) var layers: [LayerVersionID: LayerVersion] = [:]
    /// Batches the log knows, as they came in.
    public private(set) var batches: [BatchID: BatchReceived] = [:]
    private var claims: [PatchID: Set<String>] = [:]
    /// Texts of plans the log names and nobody has given yet.
    private var planClaims: Set<String> = []
    private var chain = LogLeaf.beginning
    private let digest: LogDigest
    private let reasonings: Reasonings

    /// - Parameter reasonings: those kept beside the log; an event that names another cannot be read and counts as broken.
    public init(digest: LogDigest, reasonings: Reasonings) {
        self.digest = digest
        self.reasonings = reasonings
    }

    public mutating func check(_ row: LogRow) {
        events += 1
        if row.sequence != events {
            broken.append("event \(events)")
            events = row.sequence
        }
        let intact =
            row.leaf == row.expectedLeaf(by: digest) && row.chain == LogLeaf.chain(after: chain, leaf: row.leaf, digest: digest)
        let event = try? row.event(reasonings).event
        if !intact || event == nil { broken.append("event \(row.sequence)") }
        if let event { note(event, intact: intact) }
        chain = row.chain
    }

    /// A broken event still says which batch or layer came in, so that these are not called broken too.
    private mutating func note(_ event: Event, intact: Bool) {
        if intact, let claim = event.patchClaim { claims[claim.patch, default: []].insert(claim.digest) }
        switch event {
        case .batchReceived(let it): batches[it.batch.id] = it
        case .layerAdopted(let it): layers[it.id] = it
        case .planActivated(let it): planClaims.insert(it.digest)
        default: break
        }
    }

    /// A reasoning as it is kept: the digest it is known by must be that of its bytes.
    public mutating func check(reasoning: String, body: [UInt8]) {
        if Hexadecimal.text(digest.hash(body)) != reasoning { broken.append("reasoning \(reasoning.prefix(12))") }
    }

    /// A plan text as it is kept. Given after the log: one that the log does not name has no business there.
    public mutating func check(plan: String, text: [UInt8]) {
        let isNamed = planClaims.remove(plan) != nil
        if !isNamed || Hexadecimal.text(digest.hash(text)) != plan { broken.append("plan \(plan.prefix(12))") }
    }

    /// - Parameters:
    ///   - patches: the patches of one batch by row, with the digests kept beside them.
    ///   - unreadable: patches whose row cannot even be read.
    public mutating func check(_ batch: BatchID, patches found: [(patch: Patch, kept: [UInt8])], remarks: [Remark], unreadable: [String]) {
        let hashes = found.map { PatchDigest.hash(of: $0.patch, by: digest) }
        patches += found.count + unreadable.count
        broken += unreadable.map { "patch \($0)" }
        for id in unreadable { claims[PatchID(id)] = nil }
        for ((patch, kept), hash) in zip(found, hashes) {
            let claimed = claims.removeValue(forKey: patch.id) ?? []
            if kept != hash || !claimed.isSubset(of: [Hexadecimal.text(hash)]) { broken.append("patch \(patch.id)") }
        }
        guard let received = batches[batch] else { return broken.append("batch \(batch)") }
        let digestFits = received.contentDigest.map { $0 == BatchDigest.text(hashes, remarks: remarks, by: digest) } ?? true
        let countsFit = received.batch.patches == found.count + unreadable.count && received.batch.remarks == remarks.count
        if !digestFits || !countsFit { broken.append("batch \(batch)") }
    }

    /// - Parameter found: digests of a version's features in order, each as recomputed and as kept; recomputed is nil
    ///   where the row cannot be read.
    public mutating func check(_ version: LayerVersionID, features found: [(number: Int, recomputed: [UInt8]?, kept: [UInt8])]) {
        features += found.count
        for feature in found where feature.recomputed != feature.kept { broken.append("feature \(version)/\(feature.number)") }
        let content = LayerDigest.text(found.map { $0.recomputed ?? [] }, by: digest)
        guard layers[version]?.contentDigest == content else { return broken.append("layer \(version)") }
    }

    /// What was found, after everything was given. Patches and plan texts the log names and nobody gave are missing.
    public func report(_ head: LogHead) -> VerificationReport {
        let missing = claims.keys.sorted().map { "patch \($0)" } + planClaims.sorted().map { "plan \($0.prefix(12))" }
        return VerificationReport(head: head, events: events, patches: patches, features: features, broken: broken + missing)
    }
}
