import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// `map` on both processors (并行映射): the same results in the same order, whatever the threads do.
    ///
    /// Blocks the caller: not for the cooperative pool. For short work in great number; a few elements are mapped here.
    public func inParallel<Result: Sendable>(_ transform: @Sendable (Element) throws -> Result) throws -> [Result] {
        try mapInParallel { element in Swift.Result<Result, any Error> { try transform(element) } }.map { try $0.get() }
    }

    /// The same for work that cannot fail.
    public func mapInParallel<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        let chunk = 64
        let chunks = (count + chunk - 1) / chunk
        guard chunks > 1 else { return map(transform) }
        let done = Mutex([[Result]](repeating: [], count: chunks))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: Swift.min(4, chunks)) { _ in
            while case let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue, taken < chunks {
                let mapped = self[(taken * chunk)..<Swift.min((taken + 1) * chunk, count)].map(transform)
                done.withLock { $0[taken] = mapped }
            }
        }
        return done.withLock { $0.flatMap(\.self) }
    }
}
