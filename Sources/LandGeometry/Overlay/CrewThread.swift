#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A plain thread of the system that does one piece of work and is waited for (工作线程).
///
/// Not Dispatch, whose overseer watches its threads through /proc: the fence around a reader process shuts that, and the
/// overseer then stops the program. Where the system gives no thread, the work is done by who waits for it.
public struct CrewThread {
    private let work: Work
    private let thread: pthread_t?

    public init(_ work: @escaping @Sendable () -> Void) {
        self.work = Work(work)
        let kept = Unmanaged.passRetained(self.work)
        thread = Self.start(kept.toOpaque())
        if thread == nil { kept.release() }
    }

    /// Returns when the work is done. To be called once.
    public func join() {
        guard let thread else { return work.body() }
        pthread_join(thread, nil)
    }

    /// Calls `work` with 0 to `count` − 1, each on a thread of its own, 0 on the caller's, and returns when all are done.
    public static func perform(_ count: Int, _ work: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(work) { work in
            let others = (1..<max(1, count)).map { number in CrewThread { work(number) } }
            work(0)
            for other in others { other.join() }
        }
    }

    private static func start(_ work: UnsafeMutableRawPointer) -> pthread_t? {
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let code = pthread_create(&thread, nil, runCrewWork, work)
        if code != 0 { return nil }
        return thread
    }

    fileprivate final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

#if canImport(Darwin)
    private func runCrewWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<CrewThread.Work>.fromOpaque(work).takeRetainedValue().body()
        return nil
    }
#else
    private func runCrewWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let work else { return nil }
        Unmanaged<CrewThread.Work>.fromOpaque(work).takeRetainedValue().body()
        return nil
    }
#endif
