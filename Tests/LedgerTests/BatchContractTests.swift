import Enforcement
import LandGeometry
import Testing

@Suite("Every ledger keeps batches and what came with them")
struct BatchContractTests {
    @Test("A batch goes from received to withdrawn, back, and to registered, and no other way", arguments: StoreKind.allCases)
    func stages(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        _ = try await store.append(s.receive("A", [s.patch("A", 1)]))
        func move(_ event: Event, at version: Int) async throws {
            _ = try await store.append(
                s.act("\(version) \(event.name)", [StreamChange(.batch("A"), expectedVersion: version, events: [event])]))
        }
        await #expect(throws: LedgerError.batchMustBe(.withdrawn, actual: .received, "A")) {
            try await move(.batchRestored(reason: "r"), at: 1)
        }
        try await move(.batchWithdrawn(reason: "误传"), at: 1)
        await #expect(throws: LedgerError.batchMustBe(.received, actual: .withdrawn, "A")) {
            try await move(.batchRegistered(BatchRegistered(created: 1, attached: 0)), at: 2)
        }
        await #expect(throws: LedgerError.batchMustBe(.received, actual: .withdrawn, "A")) {
            _ = try await store.append(s.act("sneak", [s.entry("E-1", at: 0, [s.registered(s.patch("A", 1))])]))
        }
        try await move(.batchRestored(reason: "核实无误"), at: 2)
        try await move(.batchRegistered(BatchRegistered(created: 1, attached: 0)), at: 3)
        await #expect(throws: LedgerError.batchMustBe(.received, actual: .registered, "A")) {
            try await move(.batchWithdrawn(reason: "late"), at: 4)
        }
        let batch = try await store.batch("A")
        #expect(batch?.stage == .registered && batch?.version == 4 && batch?.created == 1)
    }

    @Test("A batch that is not there can be neither withdrawn nor registered", arguments: StoreKind.allCases)
    func missing(kind: StoreKind) async throws {
        let store = try kind.make()
        await #expect(throws: LedgerError.batchMustExist("Z")) {
            _ = try await store.append(
                store.samples.act("x", [StreamChange(.batch("Z"), expectedVersion: 0, events: [.batchWithdrawn(reason: "r")])]))
        }
    }

    @Test("Patches and remarks come back as they came in", arguments: StoreKind.allCases)
    func roundTrip(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        var bare = Patch(id: "A/4", batch: "A", row: 4)
        bare.shape = MultiPolygon([])
        let both = Patch(
            id: "A/5", batch: "A", row: 5, shape: s.square(118, 36), point: Position(longitude: 118.1, latitude: -0.0),
            area: Area(squareMetres: 0.1 + 0.2), attributes: [Attribute(name: "", value: "")])
        let patches = [
            s.patch("A", 1), s.patch("A", 2, shape: s.square(117.95, 36.7, hole: true)),
            s.patch("A", 3, point: Position(longitude: 117.123456789012, latitude: 36.1)), bare, both,
        ]
        let remarks = [
            s.remark(nil, "encoding-was-inferred", .noted), s.remark(2), s.remark(6, "ring-must-have-area", .refused), s.remark(1),
        ]
        _ = try await store.append(s.receive("A", patches.reversed(), remarks: remarks, refused: 1))
        #expect(try await store.patches(of: "A") == patches)
        #expect(try await store.patch("A/3") == patches[2])
        #expect(try await store.patch("A/9") == nil)
        #expect(try await store.remarks(of: "A", offset: 0, limit: 10) == remarks)
        #expect(try await store.remarks(of: "A", offset: 1, limit: 2) == Array(remarks[1...2]))
        let counts = try await store.remarkCounts(of: "A")
        #expect(counts.map(\.count) == [2, 1, 1])
        #expect(counts.map(\.rule) == ["ring-must-not-cross-itself", "encoding-was-inferred", "ring-must-have-area"])
        #expect(try await store.verify { _ in }.broken.isEmpty)
    }

    @Test("A batch whose counts do not add up is refused", arguments: StoreKind.allCases)
    func counts(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        var act = s.receive("A", [s.patch("A", 1), s.patch("A", 2)])
        act.material.patches.removeLast()
        await #expect(throws: LedgerError.countsMustAddUp(.batch("A"), told: 2, found: 1)) { _ = try await store.append(act) }
        #expect(try await store.batch("A") == nil)
    }

    @Test("Patches are not slipped in beside the event that answers for them", arguments: StoreKind.allCases)
    func strays(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        _ = try await store.append(s.receive("A", [s.patch("A", 1)]))
        var act = s.receive("B", [s.patch("B", 1)])
        act.material.patches.append(s.patch("A", 2))
        await #expect(throws: LedgerError.materialMustComeWithItsEvent(.batch("A"))) { _ = try await store.append(act) }
    }

    @Test("An event that says something else of a patch than what is stored is refused", arguments: StoreKind.allCases)
    func digests(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        let patch = s.patch("A", 1)
        var act = s.receive("A", [patch])
        act.material.patches[0].placeWords = "李庄"
        await #expect(throws: LedgerError.digestMustMatchMaterial("batch A")) { _ = try await store.append(act) }
        _ = try await store.append(s.receive("A", [patch]))
        var other = patch
        other.area = Area(mu: 1)
        await #expect(throws: LedgerError.digestMustMatchMaterial("patch A/1")) {
            _ = try await store.append(s.act("x", [s.entry("E-1", at: 0, [s.registered(other)])]))
        }
    }

    @Test("A mapping told once is remembered for the layout", arguments: StoreKind.allCases)
    func mappings(kind: StoreKind) async throws {
        let store = try kind.make()
        let signature = FieldMapping.signature(of: ["TBBH", "MJ"])
        #expect(try await store.mapping(for: signature) == nil)
        try await store.remember(FieldMapping(fields: [.number: "TBBH"]), for: signature, by: OfficerID("a"))
        let mapping = FieldMapping(fields: [.number: "TBBH", .statedArea: "MJ"], areaUnit: .mu)
        try await store.remember(mapping, for: signature, by: OfficerID("a"))
        #expect(try await store.mapping(for: signature) == mapping)
    }

    @Test("Accounts and units are kept and changed", arguments: StoreKind.allCases)
    func directory(kind: StoreKind) async throws {
        let store = try kind.make()
        var officer = Officer(id: OfficerID("town-1"), title: "王村镇自然资源所", role: .town, unit: "wangcun")
        try await store.save(officer, passwordHash: "$argon2id$1")
        officer.title = "王村镇"
        try await store.save(officer, passwordHash: "$argon2id$2")
        #expect(try await store.officer(officer.id) == officer)
        #expect(try await store.officers() == [officer])
        #expect(try await store.passwordHash(of: officer.id) == "$argon2id$2")
        #expect(try await store.officer(OfficerID("nobody")) == nil)
        let units = [
            ResponsibleUnit(id: "wangcun", title: "王村镇", level: .town, division: "370306103"),
            ResponsibleUnit(id: "zone", title: "经济开发区", level: .developmentZone, division: nil),
        ]
        try await store.save(units.reversed())
        try await store.save([units[0]])
        #expect(try await store.units() == units)
    }
}
