import Foundation
import LandGeometry
import Testing

@testable import Enforcement

@Suite("A proposal's reasoning is kept once, and nothing of it is lost")
struct ReasoningTests {
    private let file: ProposalFile
    private let plan: Plan
    private let digest = LogDigest(name: "test") { bytes in
        // Four lanes of FNV-1a: no cryptography, but different texts differ.
        (0..<4).flatMap { lane -> [UInt8] in
            let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 &+ UInt64(lane)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            return withUnsafeBytes(of: sum.bigEndian) { Array($0) }
        }
    }

    init() throws {
        file = try ProposalFile.read(ProposalTests.path)
        plan = try Fixtures.plan(file.plan)
    }

    /// Every imagined entry of the file, whole and with each of its findings left out.
    private var things: [JudgedThing] {
        file.cases.flatMap { it -> [JudgedThing] in
            let whole = file.thing(it)
            return [whole]
                + whole.findings.indices.map { index in
                    var part = whole
                    part.findings.remove(at: index)
                    return part
                }
        }
    }

    private func whole(_ proposal: Proposal) throws -> [UInt8] { try LedgerJSON.bytes(of: proposal) }

    @Test("Many entries judged together get word for word what each gets alone, in whatever order they come")
    func bench() throws {
        let alone = things.map { Judge.propose(for: $0, under: plan) }
        var (forth, back) = (JudgingBench(plan), JudgingBench(plan))
        for (thing, expected) in zip(things, alone) { #expect(forth.propose(for: thing) == expected) }
        for (thing, expected) in zip(things, alone).reversed() { #expect(back.propose(for: thing) == expected) }
        for (thing, expected) in zip(things, alone) { #expect(forth.propose(for: thing) == expected, "from memory") }
    }

    @Test("Evidence on file is not remembered for the next entry")
    func evidence() throws {
        let it = try #require(
            file.cases.first {
                let missing = Judge.propose(for: file.thing($0), under: plan).missing
                return !missing.isEmpty && missing.allSatisfy { $0.fact == nil }
            })
        var filed = file.thing(it)
        filed.evidence = Judge.propose(for: filed, under: plan).missing.map(\.title)
        var bench = JudgingBench(plan)
        let (first, second) = (bench.propose(for: filed), bench.propose(for: file.thing(it)))
        #expect(first.missing.isEmpty && !second.missing.isEmpty)
    }

    @Test("What the ledger keeps of a proposal gives it back with every word and area, the trace too")
    func kept() throws {
        var keeper = ReasoningKeeper(digest: digest)
        for thing in things {
            let proposal = Judge.propose(for: thing, under: plan)
            let event = try keeper.keep(.verdictProposed(proposal))
            let text = try LedgerJSON.kept(event)
            let bodies = keeper.bodies
            let shelf = Reasonings { digest in try bodies[digest].map { try LedgerJSON.value(Proposal.self, from: $0) } }
            guard case .verdictProposed(let found) = try LedgerJSON.value(Event.self, from: text, reasonings: shelf) else {
                Issue.record("another event")
                return
            }
            #expect(found == proposal)
            #expect(try whole(found) == whole(proposal))
            #expect(found.trace == Judge.trace(of: found, under: plan), "the trace follows from the facts and the plan")
            #expect(text.count < 1200)
        }
        #expect(keeper.bodies.count < things.count, "entries share their reasonings")
    }

    @Test("An event whose reasoning is gone cannot be read")
    func lost() throws {
        var keeper = ReasoningKeeper(digest: digest)
        let text = try LedgerJSON.kept(try keeper.keep(.verdictProposed(Judge.propose(for: things[0], under: plan))))
        #expect(throws: DecodingError.self) { try LedgerJSON.value(Event.self, from: text, reasonings: Reasonings { _ in nil }) }
    }

    @Test("What is written by hand for speed is byte for byte what the encoder writes")
    func text() throws {
        var keeper = ReasoningKeeper(digest: digest)
        let hostile = "引\"号\\ 斜/杠\n\t\u{1}\u{7F}🌾"
        for (place, thing) in things.enumerated() {
            let proposal = Judge.propose(for: thing, under: plan)
            let registered = Registered(
                patch: PatchID("b/\(place)"), patchDigest: "0f", sourceNumber: place % 2 == 0 ? hostile : nil, category: "c",
                place: Place(division: "370306", unit: place % 3 == 0 ? UnitID("town-1") : nil, words: hostile, alsoTouches: [UnitID("t")]),
                area: thing.area, seen: place % 2 == 0 ? nil : thing.seen)
            let attached = Attached(
                patch: PatchID("b/1"), patchDigest: "0f", sourceNumber: hostile,
                match: GroundMatch(kind: .contained, shareOfPatch: 1.0 / 3, shareOfEntry: place % 2 == 0 ? nil : 1e-7), seen: nil)
            let overlaid = Overlaid(findings: thing.findings, kernelVersion: "1")
            let kept = try keeper.keep(.verdictProposed(proposal))
            for event in [.registered(registered), .attached(attached), .overlaid(overlaid), kept] as [Event] {
                #expect(
                    try String(decoding: LedgerJSON.kept(event), as: UTF8.self)
                        == String(decoding: LedgerJSON.encoded(event), as: UTF8.self))
            }
            var state = try #require(EntryState(beginning: recorded(.registered(registered), 1)))
            #expect(try LedgerJSON.kept(state) == LedgerJSON.encoded(state))
            for (version, event) in [(2, .overlaid(overlaid)), (3, kept)] as [(Int, Event)] { state.apply(recorded(event, version)) }
            #expect(
                try String(decoding: LedgerJSON.kept(state), as: UTF8.self) == String(decoding: LedgerJSON.encoded(state), as: UTF8.self))
        }
    }

    private func recorded(_ event: Event, _ version: Int) -> RecordedEvent {
        RecordedEvent(
            sequence: version, stream: .entry(EntryNumber("E-1")), version: version, event: event, actor: OfficerID("o"),
            happened: Instant(milliseconds: 1), recorded: Instant(milliseconds: 1_556_668_800_001), key: IdempotencyKey("k"))
    }

    @Test("Attributes are read back whatever stands in them, in our form or in any other JSON")
    func attributes() throws {
        let given = [
            [], [Attribute(name: "JCBH", value: "B1")], [Attribute(name: "备注", value: "引\"号\\"), Attribute(name: "", value: "")],
            [Attribute(name: "a", value: "\u{1}\n"), Attribute(name: "b", value: "🌾")],
        ]
        for attributes in given {
            let kept = LedgerJSON.kept(attributes)
            #expect(try kept == LedgerJSON.encoded(attributes))
            #expect(try LedgerJSON.attributes(from: kept) == attributes)
        }
        let loose = Array(#"[ {"value": "1", "name": "\u0061"} ]"#.utf8)
        #expect(try LedgerJSON.attributes(from: loose) == [Attribute(name: "a", value: "1")])
        for broken in ["", "[", "no json", #"[{"name":"a","value":"1"}"#, #"[{"name":"a","value":"1"}],"#] {
            #expect(throws: (any Error).self) { try LedgerJSON.attributes(from: Array(broken.utf8)) }
        }
    }
}
