import Enforcement
import Foundation
import LandGeometry
import Testing

/// Runs `Tests/Fixtures/ledger/*.txt`: one act a line, `→`, the answer it must have.
@Suite("Ledger scripts")
struct ScriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/ledger")

    static let scripts: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test("There are scripts to run")
    func present() { #expect(ScriptTests.scripts.count >= 4) }

    @Test("Every line of a script has the answer it says", arguments: scripts, StoreKind.allCases)
    func run(script: String, kind: StoreKind) async throws {
        let clock = TestClock()
        var runner = ScriptRunner(store: try kind.make(clock), clock: clock)
        let text = try String(contentsOf: ScriptTests.folder.appendingPathComponent(script), encoding: .utf8)
        for (number, line) in zip(1..., text.components(separatedBy: "\n")) where !line.isEmpty && !line.hasPrefix("#") {
            let parts = line.components(separatedBy: " → ")
            try #require(parts.count == 2, "\(script):\(number)")
            let answer = await runner.answer(to: parts[0].components(separatedBy: " "), line: number)
            #expect(answer == parts[1], "\(script):\(number) \(line)")
        }
    }
}

private struct ScriptRunner {
    let store: any Store
    let clock: TestClock
    private static let verdicts: [String: Verdict] = [
        "合法": .legal, "违法": .illegal, "其他": .other, "伪变化": .falseChange, "存疑": .doubtful,
    ]

    init(store: any Store, clock: TestClock) {
        self.store = store
        self.clock = clock
    }

    mutating func answer(to words: [String], line: Int) async -> String {
        do {
            if let answer = try await question(words) { return answer }
            let (key, rest) =
                words.count > 2 && words[words.count - 2] == "键"
                ? (words[words.count - 1], words.dropLast(2)) : ("line \(line)", words[...])
            guard let act = try await act(Array(rest), key: key) else { return "不懂" }
            let receipt = try await store.append(act)
            let version = act.changes.first.map { $0.expectedVersion + $0.events.count } ?? 0
            return receipt.repeated ? "重复" : "\(version)"
        } catch let error as LedgerError {
            return ScriptRunner.rule(error)
        } catch {
            return "\(error)"
        }
    }

    private func question(_ words: [String]) async throws -> String? {
        switch words[0] {
        case "阶段":
            return try await store.entry(EntryNumber(words[1]))?.stage.rawValue ?? "无"
        case "台账":
            let query = EntryQuery(verdicts: ScriptRunner.verdicts[words[1]].map { [$0] } ?? [])
            let page = try await store.entries(query, offset: 0, limit: 0)
            let mu = (page.totalArea.mu * 10).rounded() / 10
            return "\(page.total)条 \(mu == mu.rounded() ? "\(Int(mu))" : "\(mu)")亩"
        case "要素":
            return "\(try await store.features(of: LayerVersionID(words[1])).count)"
        case "核验":
            let (broken, differing) = (try await store.verify { _ in }.broken, try await store.compareStateWithLog())
            return broken.isEmpty && differing.isEmpty ? "完好" : "\(broken) \(differing)"
        case "时钟":
            clock.step((Int64(words[1].dropLast()) ?? 0) * 1000)
            return "好"
        case "时间":
            let times = try await store.events(after: 0, limit: 1000).map(\.recorded)
            return zip(times, times.dropFirst()).allSatisfy { $0 < $1 } ? "递增" : "不递增"
        default:
            return nil
        }
    }

    private func act(_ words: [String], key: String) async throws -> Act? {
        let s = store.samples
        let version = words.last.flatMap { $0.hasPrefix("版本") ? Int($0.dropFirst(2)) : nil } ?? 0
        switch words[0] {
        case "收到":
            let id = BatchID(words[1])
            return s.receive(id, (1...(Int(words[2]) ?? 1)).map { s.patch(id, $0) }, key: key)
        case "图层":
            return s.adopt(words[1], words[2], s.features(Int(words[3]) ?? 1), key: key)
        case "撤回":
            return s.act(key, [StreamChange(.batch(BatchID(words[1])), expectedVersion: version, events: [.batchWithdrawn(reason: "误传")])])
        case "恢复":
            return s.act(key, [StreamChange(.batch(BatchID(words[1])), expectedVersion: version, events: [.batchRestored(reason: "无误")])])
        case "登记批次":
            let event = Event.batchRegistered(BatchRegistered(created: 1, attached: 0))
            return s.act(key, [StreamChange(.batch(BatchID(words[1])), expectedVersion: version, events: [event])])
        case "登记":
            return s.act(key, [s.entry(words[1], at: 0, [try await registration(words)])])
        case "并入":
            return s.act(key, [s.entry(words[1], at: version, [s.attached(patch(words[3]))])])
        case "初判":
            return s.act(
                key, [s.entry(words[1], at: version, [.verdictProposed(s.proposal(ScriptRunner.verdicts[words[2]] ?? .doubtful))])])
        case "判定":
            return s.act(key, [s.entry(words[1], at: version, [s.signed(ScriptRunner.verdicts[words[2]] ?? .doubtful)])])
        default:
            return nil
        }
    }

    private func patch(_ id: String) -> Patch {
        let parts = id.components(separatedBy: "/")
        return store.samples.patch(BatchID(parts[0]), Int(parts[1]) ?? 0)
    }

    private func registration(_ words: [String]) async throws -> Event {
        guard case .registered(var registered) = store.samples.registered(patch(words[3]), category: words[4]) else {
            return store.samples.registered(patch(words[3]))
        }
        registered.area = Area(mu: Double(words[5].dropLast()) ?? 0)
        return .registered(registered)
    }

    /// `versionMustBeCurrent(…)` → `version-must-be-current`.
    private static func rule(_ error: LedgerError) -> String {
        "\(error)".prefix { $0 != "(" }.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
    }
}
