import Enforcement
import GeoFiles
import LandGeometry

@testable import Site

/// A small county: two towns, five accounts, four entries, one batch that waits.
struct County {
    let store: InMemoryLedger

    /// Would run, close an attribute or end a tag if a page let it out as it is; the last hides a quote in a cluster.
    static let hostile = "<script>alert(1)</script>\" onmouseover=\"x\"'&lt; \"\u{301}onfocus=alert(1)"
    private static let officer = OfficerID("zhifa")
    private static let happened = Instant(milliseconds: 1_564_531_200_000)

    func build() async throws {
        try await accounts()
        let batch = BatchID("aa11")
        let patches = [patch(batch, 1), patch(batch, 2), patch(batch, 3, place: Self.hostile), patch(batch, 4)]
        try await receive(batch, patches, remarks: [remark(1), remark(3)])
        try await register(batch, patches)
        try await receive(BatchID("bb22"), [patch(BatchID("bb22"), 1)], remarks: [])
        try await judge()
    }

    private func accounts() async throws {
        try await store.save([
            ResponsibleUnit(id: UnitID("east"), title: "东镇", level: .town, division: "370306101"),
            ResponsibleUnit(id: UnitID("west"), title: "西镇", level: .town, division: "370306102"),
        ])
        let hash = try await Self.hash.value
        let roles: [(String, Officer.Role, String?)] = [
            ("zhifa", .enforcement, nil), ("dongzhen", .town, "east"), ("lingdao", .leader, nil), ("jijian", .audit, nil),
            ("guanli", .administrator, nil),
        ]
        for (id, role, unit) in roles {
            let officer = Officer(id: OfficerID(id), title: "岗位" + id, role: role, unit: unit.map { UnitID($0) })
            try await store.save(officer, passwordHash: hash)
        }
    }

    /// Made once: it takes its tenth of a second on purpose.
    private static let hash = Task { try await Passwords().hash(TestSite.password) }

    private func patch(_ batch: BatchID, _ row: Int, place: String = "某村东") -> Patch {
        let east = 117.9 + Double(row) * 0.01
        let corners = [(0.0, 0.0), (0.002, 0.0), (0.002, 0.002), (0.0, 0.002)]
        let ring = Ring(corners.map { Position(longitude: east + $0.0, latitude: 36.8 + $0.1) })
        return Patch(
            id: PatchID(batch: batch, row: row), batch: batch, row: row, sourceNumber: "JC\(row)",
            shape: MultiPolygon([Polygon(outer: ring)]), area: Area(mu: 10 * Double(row)), statedArea: Area(mu: 10),
            before: Day("2019-01-05"),
            after: Day("2019-04-20"), placeWords: place, attributes: [Attribute(name: "BZ", value: Self.hostile)])
    }

    private func remark(_ row: Int) -> Remark {
        Remark(
            row: row, effect: .repaired, rule: "ring-must-not-cross-itself", place: "ring 1", found: Self.hostile, areaBefore: Area(mu: 3),
            areaAfter: Area(mu: 2.9))
    }

    private func receive(_ id: BatchID, _ patches: [Patch], remarks: [Remark]) async throws {
        let batch = Batch(
            id: id, kind: .patches, fileName: "2019Q2-\(Self.hostile).zip", byteCount: 4321, origin: "satellite", period: "2019Q2",
            coordinates: "EPSG:4527", encoding: "GBK", rows: patches.count, patches: patches.count, refused: 0, remarks: remarks.count)
        let content = BatchDigest.text(patches: patches, remarks: remarks, by: store.digest)
        try await act(
            "receive", [change(.batch(id), 0, [.batchReceived(BatchReceived(batch: batch, contentDigest: content))])],
            Material(patches: patches, remarks: remarks.isEmpty ? [:] : [id: remarks]))
    }

    private func register(_ batch: BatchID, _ patches: [Patch]) async throws {
        let entries = zip(["E-1", "E-2", "E-3", "E-4"], patches).map { number, patch in
            change(.entry(EntryNumber(number)), 0, [registered(patch, unit: number == "E-2" ? "west" : "east")])
        }
        try await act(
            "register", entries + [change(.batch(batch), 1, [.batchRegistered(BatchRegistered(created: 4, attached: 0))])])
    }

    private func registered(_ patch: Patch, unit: String) -> Event {
        .registered(
            Registered(
                patch: patch.id, patchDigest: PatchDigest.text(of: patch, by: store.digest), sourceNumber: patch.sourceNumber,
                category: "construction", place: Place(division: "370306", unit: UnitID(unit), words: patch.placeWords), area: patch.area,
                seen: patch.after))
    }

    private func judge() async throws {
        let proposals = [("E-1", Verdict.illegal), ("E-2", .illegal), ("E-3", .doubtful)]
        let changes = proposals.map { change(.entry(EntryNumber($0.0)), 1, [.verdictProposed(proposal($0.1))]) }
        try await act("judge", changes)
    }

    private func proposal(_ verdict: Verdict) -> Proposal {
        Proposal(
            verdict: verdict, kind: "未报即用", plan: "test", planVersion: "1", rule: "judge[2]", title: "占用永久基本农田",
            clause: "三、（二）",
            facts: [
                FactValue(
                    name: "farmland", title: Self.hostile, value: .yes, source: "farmland@2019", area: Area(mu: 5), share: 0.5)
            ],
            missing: verdict == .doubtful ? [MissingEvidence(fact: "approval", title: "用地批准文件")] : [], flags: ["serious"])
    }

    private func change(_ stream: Enforcement.Stream, _ version: Int, _ events: [Event]) -> StreamChange {
        StreamChange(stream, expectedVersion: version, events: events)
    }

    private func act(_ key: String, _ changes: [StreamChange], _ material: Material = Material()) async throws {
        let names = changes.map(\.stream.id).joined(separator: ",")
        _ = try await store.append(
            Act(
                key: IdempotencyKey(key + names), actor: Self.officer, happened: Self.happened, changes: changes, material: material))
    }
}
