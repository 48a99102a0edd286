import Enforcement
import LandGeometry

/// Acts for tests, as Casework would make them.
struct Samples {
    var digest: LogDigest
    var officer = OfficerID("enforcement-1")

    func square(_ east: Double, _ north: Double, side: Double = 0.001, hole: Bool = false) -> MultiPolygon {
        func ring(_ inset: Double) -> Ring {
            Ring([
                Position(longitude: east + inset, latitude: north + inset),
                Position(longitude: east + side - inset, latitude: north + inset),
                Position(longitude: east + side - inset, latitude: north + side - inset),
                Position(longitude: east + inset, latitude: north + side - inset),
            ])
        }
        return MultiPolygon([Polygon(outer: ring(0), holes: hole ? [ring(side / 4)] : [])])
    }

    func patch(_ batch: BatchID, _ row: Int, shape: MultiPolygon? = nil, point: Position? = nil, area: Area = Area(mu: 12.5)) -> Patch {
        Patch(
            id: PatchID(batch: batch, row: row), batch: batch, row: row, sourceNumber: "JC\(row)",
            shape: shape ?? (point == nil ? square(117.9 + Double(row) * 0.002, 36.8) : nil), point: point,
            receivedGeometry: [1, 2, 3, UInt8(truncatingIfNeeded: row)], area: area, statedArea: area, before: Day("2019-01-05"),
            after: Day("2019-04-20"), division: "370306", placeWords: "张庄村东 \(row)", type: "1",
            attributes: [Attribute(name: "JCBH", value: "JC\(row)"), Attribute(name: "备注", value: "\"引号\"/斜线\n换行")])
    }

    func remark(_ row: Int?, _ rule: String = "ring-must-not-cross-itself", _ effect: Remark.Effect = .repaired) -> Remark {
        Remark(
            row: row, effect: effect, rule: rule, place: "ring 1", found: "117.9 36.8", areaBefore: Area(mu: 3), areaAfter: Area(mu: 2.9))
    }

    func receive(_ id: BatchID, _ patches: [Patch], remarks: [Remark] = [], refused: Int = 0, key: String? = nil) -> Act {
        let batch = Batch(
            id: id, kind: .patches, fileName: "2019Q1.zip", byteCount: 1234, origin: "satellite", period: "2019Q1",
            coordinates: "EPSG:4527",
            encoding: "GBK", rows: patches.count + refused, patches: patches.count, refused: refused, remarks: remarks.count)
        let content = BatchDigest.text(patches: patches, remarks: remarks, by: digest)
        return Act(
            key: IdempotencyKey(key ?? "receive \(id)"), actor: officer, happened: Instant(milliseconds: 1_556_600_000_000),
            changes: [
                StreamChange(
                    .batch(id), expectedVersion: 0, events: [.batchReceived(BatchReceived(batch: batch, contentDigest: content))])
            ],
            material: Material(patches: patches, remarks: remarks.isEmpty ? [:] : [id: remarks]))
    }

    func registered(_ patch: Patch, category: String = "耕地", unit: String? = "town-1") -> Event {
        .registered(
            Registered(
                patch: patch.id, patchDigest: PatchDigest.text(of: patch, by: digest), sourceNumber: patch.sourceNumber, category: category,
                place: Place(division: patch.division, unit: unit.map { UnitID($0) }, words: patch.placeWords), area: patch.area,
                seen: patch.after))
    }

    func attached(_ patch: Patch) -> Event {
        .attached(
            Attached(
                patch: patch.id, patchDigest: PatchDigest.text(of: patch, by: digest), sourceNumber: patch.sourceNumber,
                match: GroundMatch(kind: .same, shareOfPatch: 0.98, shareOfEntry: 0.97), seen: patch.after))
    }

    func proposal(_ verdict: Verdict, flags: [String] = []) -> Proposal {
        Proposal(
            verdict: verdict, kind: verdict == .illegal ? "未报即用" : nil, plan: "zhoucun-2019", planVersion: "1", rule: "judge[2]",
            title: "占用永久基本农田", clause: "三、（二）",
            facts: [
                FactValue(name: "farmland", title: "永久基本农田", value: .number(0.4), source: "farmland@2019", area: Area(mu: 5), share: 0.4)
            ],
            missing: [MissingEvidence(fact: "approval", title: "用地批准文件")], flags: flags)
    }

    func signed(_ verdict: Verdict, seenAt version: Int = 1) -> Event {
        .verdictSigned(SignedVerdict(verdict: verdict, kind: nil, proposalVersion: version, overrules: false, reason: nil))
    }

    func act(_ key: String, _ changes: [StreamChange], by actor: OfficerID? = nil) -> Act {
        Act(
            key: IdempotencyKey(key), actor: actor ?? officer, happened: Instant(milliseconds: 1_556_600_000_000), changes: changes)
    }

    func entry(_ number: String, at version: Int, _ events: [Event]) -> StreamChange {
        StreamChange(.entry(EntryNumber(number)), expectedVersion: version, events: events)
    }

    func features(_ count: Int, code: String = "0101") -> [LayerFeature] {
        (1...count).map { number in
            let east = 117.9 + Double(number % 100) * 0.002
            let north = 36.8 + Double(number / 100) * 0.002
            return LayerFeature(
                number: number, code: code, name: number % 2 == 0 ? "地块\(number)" : nil,
                shape: square(east, north, side: 0.0005 + Double(number % 7) * 1e-4),
                attributes: [Attribute(name: "DLBM", value: code)])
        }
    }

    func adopt(_ layer: String, _ version: String, _ features: [LayerFeature], key: String? = nil, from day: Day? = nil) -> Act {
        let id = LayerVersionID(layer: LayerName(layer), version: version)
        let adopted = LayerVersion(
            id: id, layer: LayerName(layer), title: "地类图斑", version: version, validFrom: day, validTo: nil, approval: "鲁政字〔2019〕1号",
            sourceFile: "DLTB.gdb.zip", sourceDigest: String(repeating: "0", count: 64), codeScheme: "SD3", classField: "DLBM",
            featureCount: features.count, refused: 0, area: Area(mu: Double(features.count)),
            contentDigest: LayerDigest.text(of: features, by: digest))
        return Act(
            key: IdempotencyKey(key ?? "adopt \(id)"), actor: officer, happened: Instant(milliseconds: 1_556_600_000_000),
            changes: [StreamChange(.layer(id), expectedVersion: 0, events: [.layerAdopted(adopted)])],
            material: Material(features: [id: features]))
    }
}

extension Ledger {
    var samples: Samples { Samples(digest: digest) }

    /// A received batch `A` and one entry for each of its patches, `E-1`, `E-2`, …
    @discardableResult
    func fill(_ count: Int, batch: BatchID = BatchID("A")) async throws -> [Patch] {
        let patches = (1...count).map { samples.patch(batch, $0) }
        _ = try await append(samples.receive(batch, patches, remarks: [samples.remark(1)]))
        let changes = zip(1..., patches).map { samples.entry("E-\($0)", at: 0, [samples.registered($1)]) }
        let done = StreamChange(.batch(batch), expectedVersion: 1, events: [.batchRegistered(BatchRegistered(created: count, attached: 0))])
        _ = try await append(samples.act("register \(batch)", changes + [done]))
        return patches
    }
}
