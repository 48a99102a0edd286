import Foundation

/// Shuts this process in with its input (围栏), by Linux's Landlock: below its work folder it may do everything, the files it was
/// given and the tables of its libraries it may read, and nothing else on the machine: no other file, no program, no TCP.
///
/// Drivers are not trusted. What a foreign file names (another MapInfo table, a schema beside GML, a virtual table over any path)
/// they would open; and what they read they do not leave alone (GDAL rewrites a Shapefile's index, writes databases beside VFK),
/// whatever the permissions when the server runs as root. The rule binds root too, cannot be taken back, and follows links to
/// the file they lead to. Threads behind it are plain ones (`CrewThread`): Dispatch looks after its own
/// through /proc, and stops a program in which it cannot. Numbers and structures: `linux/landlock.h`.
struct Fence {
    private typealias SystemCall = @convention(c) (Int, Int, Int, Int, Int) -> Int
    private typealias ProcessControl = @convention(c) (Int32, Int, Int, Int, Int) -> Int32

    private let call: SystemCall
    private let control: ProcessControl
    /// Version of Landlock in the kernel; 0 for none.
    private let version: Int

    /// What the libraries need beside their code: projections, formats' dictionaries, converters of text, time zones.
    private static let libraryFolders = [
        "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share/proj", "/usr/share/gdal",
    ]
    private static let settings = ["PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH"]

    private enum Access {
        static let execute: UInt64 = 1 << 0
        static let writeFile: UInt64 = 1 << 1
        static let readFile: UInt64 = 1 << 2
        static let readFolder: UInt64 = 1 << 3
        /// Write file, and from removing a folder to making a link.
        static let changes: UInt64 = writeFile | 0x1FF0
        static let refer: UInt64 = 1 << 13
        static let truncate: UInt64 = 1 << 14
        static let network: UInt64 = 0b11
    }

    /// - Returns: false where the kernel has no Landlock (Linux before 5.13, or switched off): nothing is shut in then, and the
    ///   caller must leave out every driver that could follow a name.
    static func enclose(workFolder: String, inputs: [String]) -> Bool {
        guard let fence = Fence() else { return false }
        return fence.enclose(workFolder, inputs)
    }

    static var isAvailable: Bool { Fence() != nil }

    private init?() {
        guard let call = dlsym(nil, "syscall"), let control = dlsym(nil, "prctl") else { return nil }
        self.call = unsafeBitCast(call, to: SystemCall.self)
        self.control = unsafeBitCast(control, to: ProcessControl.self)
        let askForVersion = 1
        version = self.call(Number.createRuleset, 0, 0, askForVersion, 0)
        if version < 1 { return nil }
    }

    private enum Number {
        static let createRuleset = 444
        static let addRule = 445
        static let restrictSelf = 446
        static let noNewPrivileges: Int32 = 38
    }

    /// Everything this kernel can deny.
    private var handled: UInt64 {
        var access = Access.execute | Access.readFile | Access.readFolder | Access.changes
        if version >= 2 { access |= Access.refer }
        if version >= 3 { access |= Access.truncate }
        return access
    }

    private func enclose(_ workFolder: String, _ inputs: [String]) -> Bool {
        // struct landlock_ruleset_attr: files, then (from version 4) network
        var attributes = (handled, version >= 4 ? Access.network : 0)
        let size = version >= 4 ? 16 : 8
        let ruleset = withUnsafeMutablePointer(to: &attributes) { call(Number.createRuleset, Int(bitPattern: $0), size, 0, 0) }
        guard ruleset >= 0 else { return false }
        defer { close(Int32(ruleset)) }
        allow(handled & ~Access.execute, below: workFolder, in: ruleset)
        allow(Access.readFile | Access.writeFile, below: "/dev/null", in: ruleset)
        allow(Access.readFile, below: "/dev/urandom", in: ruleset)
        for path in inputs + libraries { allow(Access.readFile | Access.readFolder, below: path, in: ruleset) }
        return control(Number.noNewPrivileges, 1, 0, 0, 0) == 0 && call(Number.restrictSelf, ruleset, 0, 0, 0) == 0
    }

    private var libraries: [String] {
        let named = Self.settings.compactMap { ProcessInfo.processInfo.environment[$0] }
        return Self.libraryFolders + named.flatMap { $0.split(separator: ":").map { String($0) } }
    }

    private func allow(_ access: UInt64, below path: String, in ruleset: Int) {
        let nameOnly: Int32 = 0x20_0000
        let descriptor = open(path, nameOnly | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let forFiles = Access.execute | Access.writeFile | Access.readFile | (version >= 3 ? Access.truncate : 0)
        // struct landlock_path_beneath_attr: allowed accesses, then the descriptor, packed
        var rule: (UInt64, Int32) = (isFolder ? access : access & forFiles, descriptor)
        let pathBeneath = 1
        _ = withUnsafeMutablePointer(to: &rule) { call(Number.addRule, ruleset, pathBeneath, Int(bitPattern: $0), 0) }
    }
}
