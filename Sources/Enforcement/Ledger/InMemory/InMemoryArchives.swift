import LandGeometry

extension InMemoryLedger {
    public func batch(_ id: BatchID) async throws -> BatchState? {
        guard case .batch(let batch)? = states[.batch(id)] else { return nil }
        return batch
    }

    public func batches() async throws -> [BatchState] {
        batchOrder.reversed().compactMap { id in
            guard case .batch(let batch)? = states[.batch(id)] else { return nil }
            return batch
        }
    }

    public func patches(of batch: BatchID) async throws -> [Patch] {
        patchesOnFile.values.map(\.patch).filter { $0.batch == batch }.sorted { $0.row < $1.row }
    }

    public func patch(_ id: PatchID) async throws -> Patch? {
        patchesOnFile[id]?.patch
    }

    public func remarks(of batch: BatchID, offset: Int, limit: Int) async throws -> [Remark] {
        Array((remarksOnFile[batch] ?? []).dropFirst(max(0, offset)).prefix(max(0, limit)))
    }

    public func remarkCounts(of batch: BatchID) async throws -> [RemarkCount] {
        Dictionary(grouping: remarksOnFile[batch] ?? []) { [$0.rule, $0.effect.rawValue] }
            .compactMap { key, remarks in
                remarks.first.map { RemarkCount(rule: key[0], effect: $0.effect, count: remarks.count) }
            }
            .sorted { ($1.count, $0.rule, $0.effect.rawValue) < ($0.count, $1.rule, $1.effect.rawValue) }
    }

    public func mapping(for signature: String) async throws -> FieldMapping? {
        mappings[signature]
    }

    public func remember(_ mapping: FieldMapping, for signature: String, by: OfficerID) async throws {
        mappings[signature] = mapping
    }

    public func layerVersions() async throws -> [LayerVersion] {
        states.values.compactMap { state -> LayerVersion? in
            guard case .layer(let version) = state else { return nil }
            return version
        }.sorted { $0.precedes($1) }
    }

    public func features(of version: LayerVersionID) async throws -> [LayerFeature] {
        featuresOnFile[version] ?? []
    }

    public func features(of version: LayerVersionID, after number: Int, limit: Int) async throws -> [LayerFeature] {
        let rest = (featuresOnFile[version] ?? []).filter { $0.number > number }.sorted { $0.number < $1.number }
        return Array(rest.prefix(max(0, limit)))
    }

    public func features(of version: LayerVersionID, in box: BoundingBox, limit: Int) async throws -> [LayerFeature] {
        let found = (featuresOnFile[version] ?? []).map { ($0, $0.shape.box) }.filter { $0.1.touches(box) }
        let largestFirst = found.sorted { a, b in a.1.extent == b.1.extent ? a.0.number < b.0.number : a.1.extent > b.1.extent }
        return largestFirst.prefix(max(0, limit)).map(\.0)
    }
}

extension InMemoryLedger {
    public func planInForce() async throws -> PlanState? {
        guard case .plan(let state)? = states[.plan] else { return nil }
        return state
    }

    public func planText(_ digest: String) async throws -> [UInt8]? {
        plansOnFile[digest]
    }
}

extension InMemoryLedger {
    public func officer(_ id: OfficerID) async throws -> Officer? {
        officersOnFile[id]?.officer
    }

    public func officers() async throws -> [Officer] {
        officersOnFile.values.map(\.officer).sorted { $0.id < $1.id }
    }

    public func passwordHash(of id: OfficerID) async throws -> String? {
        officersOnFile[id]?.hash
    }

    public func save(_ officer: Officer, passwordHash: String) async throws {
        officersOnFile[officer.id] = (officer, passwordHash)
    }

    public func units() async throws -> [ResponsibleUnit] {
        unitsOnFile.values.sorted { $0.id < $1.id }
    }

    public func save(_ units: [ResponsibleUnit]) async throws {
        for unit in units { unitsOnFile[unit.id] = unit }
    }
}

extension BoundingBox {
    /// Width times height in square degrees: what "largest" means where features are left out of a crowded view.
    public var extent: Double { isEmpty ? 0 : (east - west) * (north - south) }
}

extension LayerVersion {
    /// By layer, then by the day they came into force (an open beginning first), then by identifier.
    public func precedes(_ other: LayerVersion) -> Bool {
        (layer.text, validFrom?.number ?? .min, id.text) < (other.layer.text, other.validFrom?.number ?? .min, other.id.text)
    }
}
