import LandGeometry

/// Holds the material of an act against its events (随附数据核对): each comes with the event that answers for it,
/// the counts add up, the digests agree.
struct MaterialCheck {
    var act: Act
    var patches: [[UInt8]]
    var features: [LayerVersionID: [[UInt8]]]
    var digest: LogDigest

    func run() throws(LedgerError) {
        var received: [BatchID: BatchReceived] = [:]
        var adopted: [LayerVersionID: LayerVersion] = [:]
        for event in act.changes.flatMap(\.events) {
            switch event {
            case .batchReceived(let it): received[it.batch.id] = it
            case .layerAdopted(let it): adopted[it.id] = it
            default: break
            }
        }
        try checkOwners(received: received, adopted: adopted)
        for patch in act.material.patches where patch.id != PatchID(batch: patch.batch, row: patch.row) {
            throw .patchMustBeNamedByItsRow(patch.id)
        }
        for it in received.values { try check(it) }
        for it in adopted.values { try check(it) }
        try checkPlans()
    }

    private func checkOwners(received: [BatchID: BatchReceived], adopted: [LayerVersionID: LayerVersion]) throws(LedgerError) {
        let strays =
            Set(act.material.patches.map(\.batch)).union(act.material.remarks.keys).filter { received[$0] == nil }.map(Stream.batch)
            + act.material.features.keys.filter { adopted[$0] == nil }.map(Stream.layer)
        if let stray = strays.min(by: { $0.description < $1.description }) { throw .materialMustComeWithItsEvent(stray) }
    }

    private func check(_ received: BatchReceived) throws(LedgerError) {
        let batch = received.batch
        let stream = Stream.batch(batch.id)
        let places = act.material.patches.indices.filter { act.material.patches[$0].batch == batch.id }
            .sorted { act.material.patches[$0].row < act.material.patches[$1].row }
        let remarks = act.material.remarks[batch.id] ?? []
        try add(up: batch.patches, Set(places.map { act.material.patches[$0].row }).count, stream)
        try add(up: batch.patches, places.count, stream)
        try add(up: batch.rows, batch.patches + batch.refused, stream)
        try add(up: batch.remarks, remarks.count, stream)
        guard let told = received.contentDigest else { return }
        guard told == BatchDigest.text(places.map { patches[$0] }, remarks: remarks, by: digest) else {
            throw .digestMustMatchMaterial(stream.description)
        }
    }

    private func check(_ version: LayerVersion) throws(LedgerError) {
        let stream = Stream.layer(version.id)
        let own = act.material.features[version.id] ?? []
        try add(up: version.featureCount, own.count, stream)
        for (feature, next) in zip(own, own.dropFirst()) where feature.number >= next.number {
            throw .countsMustAddUp(stream, told: next.number, found: feature.number + 1)
        }
        guard version.contentDigest == LayerDigest.text(features[version.id] ?? [], by: digest) else {
            throw .digestMustMatchMaterial(stream.description)
        }
    }

    private func add(up told: Int, _ found: Int, _ stream: Stream) throws(LedgerError) {
        guard told == found else { throw .countsMustAddUp(stream, told: told, found: found) }
    }
}
