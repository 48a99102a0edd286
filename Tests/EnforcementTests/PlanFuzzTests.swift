import Testing

@testable import Enforcement

@Suite("Plans that went wrong in any way at all")
struct PlanFuzzTests {
    /// One way to spoil a text at a line; the second number picks within it.
    private static let spoilers: [(name: String, change: @Sendable (inout [String], Int) -> Void)] = [
        ("a list for a value", { $0[$1] = value($0[$1], "[a, 甲, 3]") }),
        ("a mapping for a value", { $0[$1] = value($0[$1], "{ a: { b: c } }") }),
        ("nothing for a value", { $0[$1] = value($0[$1], "") }), ("a tilde for a value", { $0[$1] = value($0[$1], "~") }),
        ("a number for a value", { $0[$1] = value($0[$1], "-17.5e300") }), ("a line twice", { $0.insert($0[$1], at: $1) }),
        ("a line less", { $0.remove(at: $1) }), ("a line indented", { $0[$1] = "   " + $0[$1] }),
        ("a line not indented", { $0[$1] = String($0[$1].drop { $0 == " " }) }), ("a tab", { $0[$1] = "\t" + $0[$1] }),
        ("wide colons", { $0[$1] = $0[$1].replacing(":", with: "：") }), ("wide commas", { $0[$1] = $0[$1].replacing(",", with: "，") }),
        ("wide quotes", { $0[$1] = $0[$1].replacing("\"", with: "“") }), ("wide brackets", { $0[$1] = $0[$1].replacing("{", with: "｛") }),
        ("Chinese digits", { $0[$1] = String($0[$1].map { $0 == "2" ? "二" : $0 == "1" ? "一" : $0 == "0" ? "〇" : $0 }) }),
        ("an anchor", { $0[$1] = value($0[$1], "&a x") }), ("an alias", { $0[$1] = value($0[$1], "*a") }),
        ("a merge key", { $0.insert("<<: { title: 甲 }", at: $1) }), ("a merge key within", { $0.insert("      <<: { title: 甲 }", at: $1) }),
        ("a long string", { $0[$1] = value($0[$1], String(repeating: "长", count: 100_000)) }),
        ("a long key", { $0.insert(String(repeating: "k", count: 900) + ": 1", at: $1) }),
        ("a tag", { $0[$1] = value($0[$1], "!!binary x") }),
        ("a null character", { $0[$1] = $0[$1] + "\u{0}" }), ("joined emoji", { $0[$1] = value($0[$1], "👩‍🌾\u{202E}甲") }),
        ("a complex key", { $0[$1] = "? " + $0[$1] }), ("an item", { $0[$1] = "- " + $0[$1] }),
        ("a block", { $0[$1] = value($0[$1], "|") }),
        ("an end", { $0.removeLast($0.count - $1) }), ("a bracket less", { $0[$1] = $0[$1].replacing("}", with: "", maxReplacements: 1) }),
        ("another document", { $0.insert("---", at: $1) }), ("lines exchanged", { $0.swapAt($1, $0.count / 2) }),
    ]

    private static func value(_ line: String, _ value: String) -> String {
        guard let colon = line.firstIndex(of: ":") else { return value }
        return line[...colon] + " " + value
    }

    /// Numbers without end from one number (SplitMix64).
    private struct Dice {
        var state: UInt64

        mutating func roll(below count: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var it = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            it = (it ^ (it >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((it ^ (it >> 31)) % UInt64(max(1, count)))
        }
    }

    private func sound(_ text: String, _ what: String) {
        let reading = Plan.read(bytes: Array(text.utf8), name: "spoiled.yaml")
        let lines = text.utf8.lazy.filter { $0 == 10 }.count + 2
        for it in reading.diagnostics {
            #expect((1...lines).contains(it.line) && it.column >= 1, "\(what): \(it.line):\(it.column) \(it.rule)")
            for language in Language.allCases { #expect(!it.message(in: language).isEmpty) }
            #expect(it.found.utf8.count <= 2100, "\(what): \(it.rule) shows too much")
        }
        let failed = reading.diagnostics.contains { $0.severity == .error }
        #expect((reading.plan == nil) == failed, "\(what): a plan and an error, or neither")
    }

    @Test(
        "Whatever is done to a plan, the answer is a plan or errors with places, never a crash", .timeLimit(.minutes(5)),
        arguments: ShippedPlanTests.ids)
    func spoiled(_ id: String) throws {
        let whole = try Fixtures.text("plans/\(id).yaml").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // English translations bear no weight: without them a reading is quicker.
        let lines = Array(whole.prefix { !$0.hasPrefix("english:") })
        var dice = Dice(state: UInt64(id.utf8.reduce(7) { $0 &* 31 &+ Int($1) } & 0xFFFF))
        for round in 0..<2 {
            for spoiler in Self.spoilers {
                var spoiled = lines
                for _ in 0...round * 2 { spoiler.change(&spoiled, dice.roll(below: spoiled.count - 1)) }
                sound(spoiled.joined(separator: "\n"), "\(id), \(spoiler.name), round \(round)")
            }
        }
    }

    @Test("Line ends of Windows and a byte order mark change nothing", arguments: ShippedPlanTests.ids)
    func windows(_ id: String) throws {
        let text = try Fixtures.text("plans/\(id).yaml")
        let plain = Plan.read(bytes: Array(text.utf8), name: "\(id).yaml")
        let windows = Plan.read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8), name: "\(id).yaml")
        #expect(plain.plan == windows.plan && plain.diagnostics == windows.diagnostics)
    }
}
