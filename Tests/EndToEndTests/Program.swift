import Foundation

/// The built `landledger`, run as a user runs it.
struct Program {
    /// Folder of the ledger, made anew for each test and removed with it.
    let home: URL

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Files nobody here wrote; absent on a user's machine.
    static let shared: URL? = {
        let named = ProcessInfo.processInfo.environment["LANDLEDGER_SHARED"].map { URL(fileURLWithPath: $0) }
        let folder = named ?? root.appendingPathComponent("../shared").standardizedFileURL
        let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("data").path)
        if !isThere { print("skipped: real files, for \(folder.path)/data is absent (set LANDLEDGER_SHARED)") }
        return isThere ? folder : nil
    }()

    static var executable: URL {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("landledger")
    }

    struct Answer {
        var code: Int32
        var output: String
        var errors: String

        func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
        func object() throws -> [String: Any] { try json() as? [String: Any] ?? [:] }
    }

    /// A new ledger under the plan of Zhoucun 2019, given another area when the test plays elsewhere.
    static func make(area: String? = nil) async throws -> Program {
        let home = FileManager.default.temporaryDirectory.appendingPathComponent("landledger-\(UUID().uuidString)")
        let program = Program(home: home)
        var plan = root.appendingPathComponent("plans/zhoucun-2019.yaml")
        if let area {
            let text = try String(contentsOf: plan, encoding: .utf8).replacing(#/(?m)^area:.*$/#, with: "area: \"\(area)\"")
            plan = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString).yaml")
            try text.write(to: plan, atomically: true, encoding: .utf8)
        }
        let answer = try await program.run("init", "--plan", plan.path)
        guard answer.code == 0 else { throw Failure(answer: answer) }
        return program
    }

    struct Failure: Error, CustomStringConvertible {
        var answer: Answer
        var description: String { "exit \(answer.code): \(answer.errors) \(answer.output)" }
    }

    func remove() {
        try? FileManager.default.removeItem(at: home)
    }

    func file(_ name: String) -> String { home.appendingPathComponent(name).path }

    /// Runs a command on this ledger.
    func run(_ arguments: String..., input: String? = nil) async throws -> Answer {
        try await Program.start(Program.executable, arguments + ["--home", home.path], input: input)
    }

    /// Runs a command and gives what `--json` prints; fails the test when the command fails.
    func ask(_ arguments: String...) async throws -> [String: Any] {
        let answer = try await Program.start(Program.executable, arguments + ["--json", "--home", home.path], input: nil)
        guard answer.code == 0 else { throw Failure(answer: answer) }
        return try answer.object()
    }

    static func start(_ executable: URL, _ arguments: [String], input: String?) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appendingPathComponent("output"), errors = folder.appendingPathComponent("errors")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let stdin = Pipe()
        process.standardInput = stdin
        let code = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
                if let input { stdin.fileHandleForWriting.write(Data(input.utf8)) }
                try? stdin.fileHandleForWriting.close()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        return Answer(
            code: code, output: try String(contentsOf: output, encoding: .utf8), errors: try String(contentsOf: errors, encoding: .utf8))
    }
}
