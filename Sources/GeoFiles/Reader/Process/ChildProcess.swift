import Foundation

/// The `landledger reader` process seen from its parent (子进程): three sockets and a process id.
///
/// Sockets instead of pipes, so that writing to a dead child is an error and not a signal.
struct ChildProcess: ~Copyable {
    let pid: pid_t
    let input: Int32
    let output: Int32
    let trouble: Int32

    init(executable: String) throws(FileError) {
        var ends: [(parent: Int32, child: Int32)] = []
        func closeAll() {
            for end in ends {
                close(end.parent)
                close(end.child)
            }
        }
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
                closeAll()
                throw .readerMustStart(path: executable, found: "socketpair: errno \(errno)")
            }
            // As much as the system allows: the child reads ahead while the parent is busy with what came.
            var room: Int32 = 1 << 20
            setsockopt(pair[1], SOL_SOCKET, SO_SNDBUF, &room, socklen_t(MemoryLayout<Int32>.size))
            ends.append((pair[0], pair[1]))
        }
        guard let pid = Self.spawn(executable, ends.map(\.child)) else {
            let found = String(cString: strerror(errno))
            closeAll()
            throw .readerMustStart(path: executable, found: found)
        }
        for end in ends { close(end.child) }
        self.pid = pid
        (input, output, trouble) = (ends[0].parent, ends[1].parent, ends[2].parent)
    }

    deinit {
        for descriptor in [input, output, trouble] { close(descriptor) }
    }

    /// Sends all bytes; false when the child is gone.
    func send(_ frame: [UInt8]) -> Bool {
        let bytes = withUnsafeBytes(of: UInt32(frame.count).littleEndian) { Array($0) } + frame
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.send(input, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    func kill() {
        Foundation.kill(pid, SIGKILL)
    }

    /// Waits for the end, at most two seconds before it is made to end.
    func wait() -> ProcessEnd {
        var status: Int32 = 0
        for _ in 0..<200 {
            if waitpid(pid, &status, WNOHANG) == pid { return ProcessEnd(status) }
            usleep(10_000)
        }
        kill()
        waitpid(pid, &status, 0)
        return ProcessEnd(status)
    }

    private static func spawn(_ executable: String, _ sockets: [Int32]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, socket) in sockets.enumerated() { posix_spawn_file_actions_adddup2(&actions, socket, Int32(number)) }
        closeOthers(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        let arguments = [strdup(executable), strdup("reader"), nil]
        let environment = passedEnvironment().map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, executable, &actions, &attributes, arguments, environment)
        errno = code
        return code == 0 ? pid : nil
    }

    /// Everything above standard error is closed, database and listening sockets with it.
    private static func closeOthers(_ actions: inout posix_spawn_file_actions_t) {
        typealias Closer = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
        _ = unsafeBitCast(symbol, to: Closer.self)(&actions, 3)
    }

    /// Only what the libraries need to find themselves and their tables; no secrets of the server.
    private static func passedEnvironment() -> [String] {
        let names = ["PATH", "LD_LIBRARY_PATH", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "TMPDIR"]
        let kept = names.compactMap { name in ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" } }
        return kept + ["LC_ALL=C.UTF-8", "TZ=UTC"]
    }
}

/// How a process ended (进程结局).
enum ProcessEnd: Equatable {
    case exit(Int32)
    case signal(Int32)

    init(_ status: Int32) {
        self = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    var words: String {
        switch self {
        case .exit(let code): "exit \(code)"
        case .signal(let number): "signal \(number) (\(String(cString: strsignal(number))))"
        }
    }
}
