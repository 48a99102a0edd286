import Enforcement
import LandGeometry
import Testing

@Suite("Every ledger keeps the same rules")
struct ContractTests {
    @Test("The same act twice is carried out once and answered alike", arguments: StoreKind.allCases)
    func sameActTwice(kind: StoreKind) async throws {
        let clock = TestClock()
        let store = try kind.make(clock)
        let act = store.samples.receive("A", [store.samples.patch("A", 1)])
        let first = try await store.append(act)
        clock.step(5000)
        var again = act
        again.happened = Instant(milliseconds: act.happened.milliseconds + 5000)
        let second = try await store.append(again)
        #expect(!first.repeated && second.repeated)
        #expect((second.first, second.last, second.recorded) == (first.first, first.last, first.recorded))
        #expect(try await store.head().size == 1)
    }

    @Test("A key used for one act is refused for another", arguments: StoreKind.allCases)
    func keyReused(kind: StoreKind) async throws {
        let store = try kind.make()
        _ = try await store.append(store.samples.receive("A", [store.samples.patch("A", 1)], key: "k"))
        let head = try await store.head()
        await #expect(throws: LedgerError.keyMustNotBeReused("k")) {
            _ = try await store.append(store.samples.receive("B", [store.samples.patch("B", 1)], key: "k"))
        }
        #expect(try await store.head() == head)
        #expect(try await store.batch("B") == nil)
    }

    @Test("Fifty clients that send one act at once get one event and fifty like answers", arguments: StoreKind.allCases)
    func parallelRepeats(kind: StoreKind) async throws {
        let store = try kind.make()
        let act = store.samples.receive("A", [store.samples.patch("A", 1)])
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for _ in 0..<50 { group.addTask { try await store.append(act) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.count { !$0.repeated } == 1)
        #expect(Set(receipts.map(\.recorded)).count == 1)
        #expect(try await store.head().size == 1)
    }

    @Test("Of two officers who sign the same entry at once, one wins and the other is told", arguments: StoreKind.allCases)
    func twoOfficers(kind: StoreKind) async throws {
        let store = try kind.make()
        try await store.fill(1)
        let s = store.samples
        for round in 1...20 {
            let version = round
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for officer in ["a", "b"] {
                    group.addTask {
                        let act = s.act("\(round) \(officer)", [s.entry("E-1", at: version, [s.signed(.illegal)])], by: OfficerID(officer))
                        do {
                            _ = try await store.append(act)
                            return true
                        } catch {
                            let conflict = LedgerError.versionMustBeCurrent(
                                stream: .entry("E-1"), expected: version, actual: version + 1)
                            #expect(error as? LedgerError == conflict)
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.sorted { !$0 && $1 } == [false, true])
        }
        #expect(try await store.entry("E-1")?.version == 21)
    }

    @Test(
        "The head of any earlier size is what it was then; a log goes on from it, or is told shorter or different",
        arguments: StoreKind.allCases)
    func earlierHeads(kind: StoreKind) async throws {
        let store = try kind.make()
        let empty = try await store.head()
        _ = try await store.fill(1)
        let early = try await store.head()
        let s = store.samples
        _ = try await store.append(s.act("later", [s.entry("E-1", at: 1, [s.signed(.legal)])]))
        let late = try await store.head()

        #expect(try await store.head(at: 0) == empty)
        #expect(try await store.head(at: early.size) == early)
        #expect(try await store.head(at: late.size) == late)
        #expect(try await store.head(at: late.size + 1) == nil)
        #expect(try await store.head(at: -1) == nil)
        for head in [empty, early, late] { #expect(try await store.check(try #require(LogHead(head.text))) == .continues) }
        let beyond = LogHead(size: late.size + 1, chain: late.chain, algorithm: "")
        #expect(try await store.check(beyond) == .shorter(size: late.size))
        let foreign = LogHead(size: early.size, chain: late.chain, algorithm: "")
        #expect(try await store.check(foreign) == .differs(chain: early.chain))
    }

    @Test("A head's text is a size and 64 hexadecimal digits, and nothing else")
    func headText() {
        let chain = String(repeating: "a0", count: 32)
        #expect(LogHead("12:" + chain.uppercased()) == LogHead(size: 12, chain: chain, algorithm: ""))
        for text in [
            "", ":", "12", "12:", "-1:" + chain, "12:" + chain.dropLast(), "12:" + chain + ":", "x:" + chain,
            "12:" + chain.dropLast() + "g",
        ] {
            #expect(LogHead(text) == nil, "\(text)")
        }
    }

    @Test("An act that breaks a rule anywhere leaves nothing behind", arguments: StoreKind.allCases)
    func allOrNothing(kind: StoreKind) async throws {
        let store = try kind.make()
        let patches = try await store.fill(2)
        let s = store.samples
        let head = try await store.head()
        let act = s.act(
            "half", [s.entry("E-3", at: 0, [s.registered(patches[0])]), s.entry("E-2", at: 7, [s.signed(.legal)])])
        await #expect(throws: LedgerError.versionMustBeCurrent(stream: .entry("E-2"), expected: 7, actual: 1)) {
            _ = try await store.append(act)
        }
        #expect(try await store.entry("E-3") == nil)
        #expect(try await store.head() == head)
    }

    @Test("An act that changes nothing is refused", arguments: StoreKind.allCases)
    func nothing(kind: StoreKind) async throws {
        let store = try kind.make()
        await #expect(throws: LedgerError.actMustChangeSomething) { _ = try await store.append(store.samples.act("n", [])) }
    }

    @Test("A verdict for an entry that is not there is refused", arguments: StoreKind.allCases)
    func missingEntry(kind: StoreKind) async throws {
        let store = try kind.make()
        let s = store.samples
        await #expect(throws: LedgerError.entryMustExist("E-9")) {
            _ = try await store.append(s.act("x", [s.entry("E-9", at: 0, [s.signed(.legal)])]))
        }
        await #expect(throws: LedgerError.patchMustExist("A/9")) {
            _ = try await store.append(s.act("y", [s.entry("E-9", at: 0, [s.registered(s.patch("A", 9))])]))
        }
    }

    @Test("An entry is not registered twice, and a batch takes no verdict", arguments: StoreKind.allCases)
    func wrongStream(kind: StoreKind) async throws {
        let store = try kind.make()
        let patches = try await store.fill(1)
        let s = store.samples
        await #expect(throws: LedgerError.eventMustFitStream(.entry("E-1"), event: "registered")) {
            _ = try await store.append(s.act("x", [s.entry("E-1", at: 1, [s.registered(patches[0])])]))
        }
        await #expect(throws: LedgerError.eventMustFitStream(.batch("A"), event: "verdictSigned")) {
            _ = try await store.append(
                s.act("y", [StreamChange(.batch("A"), expectedVersion: 2, events: [s.signed(.legal)])]))
        }
    }

    @Test("Recorded times never go back, though the server's clock does", arguments: StoreKind.allCases)
    func clockStepsBack(kind: StoreKind) async throws {
        let clock = TestClock()
        let store = try kind.make(clock)
        var recorded: [Instant] = []
        for (number, step) in [0, -172_800_000, 10, 0, 400 * 86_400_000, -86_400_000].enumerated() {
            clock.step(Int64(step))
            let id = BatchID("B\(number)")
            recorded.append(try await store.append(store.samples.receive(id, [store.samples.patch(id, 1)])).recorded)
        }
        #expect(zip(recorded, recorded.dropFirst()).allSatisfy { $0 < $1 })
        #expect(recorded[1].milliseconds == recorded[0].milliseconds + 1)
        #expect(try await store.events(after: 0, limit: 10).map(\.recorded) == recorded)
    }

    @Test("The history of an entry is its events in order, as they were given", arguments: StoreKind.allCases)
    func history(kind: StoreKind) async throws {
        let store = try kind.make()
        let patches = try await store.fill(1)
        let s = store.samples
        let events: [Event] = [
            .overlaid(Overlaid(findings: [], kernelVersion: "1")), .verdictProposed(s.proposal(.illegal, flags: ["serious"])),
        ]
        _ = try await store.append(s.act("judge", [s.entry("E-1", at: 1, events)]))
        let history = try await store.history(of: .entry("E-1"))
        #expect(history.map(\.event) == [s.registered(patches[0])] + events)
        #expect(history.map(\.version) == [1, 2, 3])
        #expect(history.map(\.sequence) == [2, 4, 5])
        #expect(history.last?.key == "judge")
        let entry = try await store.entry("E-1")
        #expect(entry == EntryState(folding: history))
        #expect(entry?.stage == .proposed && entry?.flags == ["serious"])
    }
}
