import Dispatch
import Synchronization

extension LayerIndex {
    /// The overlaps of many patches (批量套合), in the order of the patches: entry by entry what `overlaps(with:)` gives,
    /// bit for bit, whatever the number of threads.
    ///
    /// Works on up to `threads` threads and blocks the caller until all is done: not to be called on an event loop or
    /// on the cooperative pool.
    public func overlaps(with patches: [MultiPolygon], threads: Int) -> [[Overlap]] {
        let chunk = 32
        let chunks = (patches.count + chunk - 1) / chunk
        let next = Atomic(0)
        let done = Mutex([[[Overlap]]](repeating: [], count: chunks))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, chunks))) { _ in
            var bench = PatchBench()
            while case let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue, taken < chunks {
                let part = patches[(taken * chunk)..<min((taken + 1) * chunk, patches.count)]
                let found = part.map { patch in
                    bench.prepare(patch, in: plane)
                    return overlaps(with: bench.patch, candidates: &bench.candidates)
                }
                done.withLock { $0[taken] = found }
            }
        }
        return done.withLock { $0.flatMap(\.self) }
    }
}
