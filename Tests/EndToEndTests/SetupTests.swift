import Foundation
import Testing

/// The setup scripts under an ordinary user, with stand-ins for `id`, `sudo` and `dpkg-query` on the PATH.
@Suite("The setup works for an ordinary user", .serialized)
struct SetupTests {
    /// A PATH whose first folder holds these scripts.
    private struct StandIns {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("setup-\(UUID().uuidString)")

        init(_ scripts: [String: String]) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, body) in scripts {
                let path = folder.appendingPathComponent(name).path
                try ("#!/bin/bash\n" + body + "\n").write(toFile: path, atomically: true, encoding: .utf8)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            }
        }

        func run(_ script: String) async throws -> Program.Answer {
            try await Program.start(URL(fileURLWithPath: "/bin/bash"), ["-c", "PATH='\(folder.path)':$PATH; \(script)"], input: nil)
        }

        var log: String { (try? String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)) ?? "" }
        func remove() { try? FileManager.default.removeItem(at: folder) }
    }

    private static let user = "case \"$1\" in -u) echo 1000;; -un) echo lin;; esac"
    private static let withoutGit = #"[[ "$*" == *"git" && ! -e "$(dirname "$0")/log" ]] && exit 1; exec /usr/bin/dpkg-query "$@""#

    @Test(
        "Missing packages are installed through sudo, and nothing else is",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/dpkg-query")))
    func packagesThroughSudo() async throws {
        let scripts = ["id": Self.user, "sudo": #"echo "$*" >> "$(dirname "$0")/log""#, "dpkg-query": Self.withoutGit]
        let it = try StandIns(scripts)
        defer { it.remove() }
        let answer = try await it.run("tools/setup/packages.sh run")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(
            it.log.split(separator: "\n") == [
                "apt-get update -qq", "env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends git",
            ])
    }

    @Test(
        "A refusing sudo ends the setup with what was to be done",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/dpkg-query")))
    func sudoRefuses() async throws {
        let it = try StandIns(["id": Self.user, "sudo": "echo 'lin is not in the sudoers file' >&2; exit 1", "dpkg-query": Self.withoutGit])
        defer { it.remove() }
        let answer = try await it.run("tools/setup/packages.sh run")
        #expect(answer.code == 1)
        #expect(answer.errors.contains("not in the sudoers file") && answer.errors.contains("apt-get update -qq"))
        #expect(answer.errors.contains("have an administrator run that line"))
    }

    @Test("What an earlier run as root left behind is told, with the command that gives it back")
    func leftByRoot() async throws {
        let it = try StandIns(["id": "case \"$1\" in -u) echo 64999;; -un) echo lin;; esac"])
        defer { it.remove() }
        try FileManager.default.createDirectory(at: it.folder.appendingPathComponent("var"), withIntermediateDirectories: true)
        let answer = try await it.run("source tools/setup/say.sh; root='\(it.folder.path)'; must_be_ours .venv vendor var .build; echo on")
        #expect(answer.code == 1)
        #expect(answer.errors.contains("sudo chown -R lin var") && !answer.output.contains("on"))
    }
}
