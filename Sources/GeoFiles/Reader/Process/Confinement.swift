import Foundation

/// The limits a reader process sets upon itself before it looks at foreign bytes (自我约束).
///
/// Address space, processor time, size of files written, open files, no core files, files readable by their owner only,
/// and, where the system allows it, no network at all. The `Fence` follows when the input is known.
enum Confinement {
    static func enter(_ limits: ReadLimits) {
        set(__rlimit_resource_t(RLIMIT_AS.rawValue), limits.memoryMiB << 20)
        set(__rlimit_resource_t(RLIMIT_CPU.rawValue), Int(limits.seconds.rounded(.up)) + 1)
        set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), limits.inflatedBytes)
        set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        set(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), 1024)
        umask(0o077)
        leaveNetwork()
    }

    private static func set(_ resource: __rlimit_resource_t, _ value: Int) {
        var old = rlimit()
        getrlimit(resource, &old)
        let wanted = min(rlim_t(value), old.rlim_max)
        var limit = rlimit(rlim_cur: wanted, rlim_max: wanted)
        setrlimit(resource, &limit)
    }

    /// A network namespace of its own, with nothing in it. Who lacks the privilege takes a user namespace with it; some systems
    /// forbid that too, so this is a second wall behind fence, drivers and settings.
    private static func leaveNetwork() {
        typealias Unshare = @convention(c) (Int32) -> Int32
        guard let symbol = dlsym(nil, "unshare") else { return }
        let unshare = unsafeBitCast(symbol, to: Unshare.self)
        let (newNetwork, newUser): (Int32, Int32) = (0x4000_0000, 0x1000_0000)
        if unshare(newNetwork) != 0 { _ = unshare(newNetwork | newUser) }
    }
}
