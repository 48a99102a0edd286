extension InMemoryLedger {
    public func history(of stream: Stream) async throws -> [RecordedEvent] {
        recordedEvents.filter { $0.stream == stream }
    }

    public func events(after sequence: Int, limit: Int) async throws -> [RecordedEvent] {
        Array(recordedEvents.dropFirst(max(0, sequence)).prefix(max(0, limit)))
    }

    public func head() async throws -> LogHead {
        LogHead(size: log.count, chain: Hexadecimal.text(log.last?.chain ?? LogLeaf.beginning), algorithm: digest.name)
    }

    public func head(at size: Int) async throws -> LogHead? {
        guard size >= 0, size <= log.count else { return nil }
        let chain = size == 0 ? LogLeaf.beginning : log[size - 1].chain
        return LogHead(size: size, chain: Hexadecimal.text(chain), algorithm: digest.name)
    }

    public func verify(progress: @escaping @Sendable (Int) -> Void) async throws -> VerificationReport {
        var check = LogCheck(
            digest: digest,
            reasonings: Reasonings { [reasoningsOnFile] digest in
                try reasoningsOnFile[digest].map { try LedgerJSON.value(Proposal.self, from: $0) }
            })
        for (digest, body) in reasoningsOnFile.sorted(by: { $0.key < $1.key }) { check.check(reasoning: digest, body: body) }
        for row in log {
            check.check(row)
            progress(row.sequence)
        }
        for batch in batchOrder {
            let found = patchesOnFile.values.filter { $0.patch.batch == batch }.sorted { $0.patch.row < $1.patch.row }
            check.check(batch, patches: found.map { ($0.patch, $0.digest) }, remarks: remarksOnFile[batch] ?? [], unreadable: [])
        }
        for version in check.layers.keys.sorted() {
            let found = zip(featuresOnFile[version] ?? [], featureDigests[version] ?? [])
            check.check(version, features: found.map { ($0.number, LayerDigest.hash(of: $0, by: digest), $1) })
        }
        for (digest, text) in plansOnFile.sorted(by: { $0.key < $1.key }) { check.check(plan: digest, text: text) }
        return check.report(try await head())
    }

    public func compareStateWithLog() async throws -> [Stream] {
        var folded: [Stream: StreamState] = [:]
        for event in recordedEvents { folded[event.stream] = try StreamState.following(folded[event.stream], event) }
        return Set(folded.keys).union(states.keys).filter { folded[$0] != states[$0] }.sorted { $0.description < $1.description }
    }
}
