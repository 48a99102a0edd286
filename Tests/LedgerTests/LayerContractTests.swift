import Enforcement
import LandGeometry
import Testing

@Suite("Every ledger keeps layers in versions")
struct LayerContractTests {
    @Test("Features come back in order and as adopted, each version for itself", arguments: StoreKind.allCases)
    func roundTrip(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        let (old, new) = (s.features(7), s.features(9, code: "0103"))
        _ = try await store.append(s.adopt("survey", "2019", new, from: Day("2019-12-31")))
        _ = try await store.append(s.adopt("survey", "2009", old, from: Day("2009-12-31")))
        _ = try await store.append(s.adopt("farmland", "2017", []))
        #expect(try await store.features(of: "survey@2009") == old)
        #expect(try await store.features(of: "survey@2019") == new)
        #expect(try await store.features(of: "survey@1996") == [])
        #expect(try await store.layerVersions().map(\.id.text) == ["farmland@2017", "survey@2009", "survey@2019"])
        #expect(try await store.verify { _ in }.features == 16)
    }

    @Test("A version adopted once is not adopted again", arguments: StoreKind.allCases)
    func onlyOnce(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        _ = try await store.append(s.adopt("survey", "2019", s.features(3)))
        await #expect(throws: LedgerError.layerVersionMustBeNew("survey@2019")) {
            _ = try await store.append(s.adopt("survey", "2019", s.features(4), key: "again"))
        }
        #expect(try await store.features(of: "survey@2019").count == 3)
    }

    @Test("A layer whose content is not what its event says is refused", arguments: StoreKind.allCases)
    func content(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        var act = s.adopt("survey", "2019", s.features(3))
        act.material.features["survey@2019"]?[1].code = "0301"
        await #expect(throws: LedgerError.digestMustMatchMaterial("layer survey@2019")) { _ = try await store.append(act) }
        act.material.features["survey@2019"]?.removeLast()
        await #expect(throws: LedgerError.countsMustAddUp(.layer("survey@2019"), told: 3, found: 2)) { _ = try await store.append(act) }
        act.material.features = ["farmland@2019": s.features(1)]
        await #expect(throws: LedgerError.materialMustComeWithItsEvent(.layer("farmland@2019"))) { _ = try await store.append(act) }
    }

    @Test("A window gives the features it touches, largest first, however many lie in it", arguments: StoreKind.allCases)
    func windows(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        let features = s.features(6000)
        _ = try await store.append(s.adopt("farmland", "2019", s.features(50)))
        _ = try await store.append(s.adopt("survey", "2019", features))
        let all = BoundingBox(west: 110, south: 30, east: 120, north: 40)
        let few = BoundingBox(west: 117.95, south: 36.82, east: 117.99, north: 36.83)
        let edge = features[4].shape.box
        let beside = BoundingBox(west: edge.east, south: edge.north, east: edge.east, north: edge.north)
        for (box, limit) in [(all, 30), (few, 1000), (few, 3), (beside, 10)] {
            let expected = features.filter { $0.shape.box.touches(box) }
                .sorted { ($1.shape.box.extent, $0.number) < ($0.shape.box.extent, $1.number) }.prefix(limit)
            #expect(try await store.features(of: "survey@2019", in: box, limit: limit).map(\.number) == expected.map(\.number))
        }
    }
}
