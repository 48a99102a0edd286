import Synchronization

extension LayerIndex {
    /// The overlaps of many patches (批量套合), in the order of the patches: entry by entry what `overlaps(with:)` gives,
    /// bit for bit, whatever the number of threads.
    ///
    /// Works on up to `threads` threads and blocks the caller until all is done: not to be called on an event loop or
    /// on the cooperative pool.
    public func overlaps(with patches: [MultiPolygon], threads: Int) -> [[Overlap]] {
        LayerStack([self]).overlaps(with: patches, threads: threads).map { $0[0] }
    }

    /// The same, summed by class.
    public func classOverlaps(with patches: [MultiPolygon], threads: Int) -> [[ClassOverlap]] {
        LayerStack([self]).classOverlaps(with: patches, threads: threads).map { $0[0] }
    }
}

/// Layers over which the same patches are laid (图层组): each patch is made ready once for all of them.
///
/// Answers stand as `[patch][layer]`, in the order given. Patches are taken along the Z-curve, so that neighbours find
/// the layer's bytes in the cache, or at least in memory.
public struct LayerStack: Sendable {
    public let layers: [LayerIndex]

    /// - Precondition: all layers are of one plane.
    public init(_ layers: [LayerIndex]) {
        precondition(
            layers.allSatisfy { $0.plane == layers[0].plane }, "layers of one stack are of one plane")
        self.layers = layers
    }

    /// Per feature: see `LayerIndex.overlaps(with:threads:)`.
    public func overlaps(with patches: [MultiPolygon], threads: Int) -> [[[Overlap]]] {
        ask(patches, threads) { layer, patch, bench in layer.overlaps(with: patch, &bench) }
    }

    /// Per class.
    public func classOverlaps(with patches: [MultiPolygon], threads: Int) -> [[[ClassOverlap]]] {
        ask(patches, threads) { layer, patch, bench in layer.classOverlaps(with: patch, &bench) }
    }

    private func ask<Answer: Sendable>(
        _ patches: [MultiPolygon], _ threads: Int,
        _ answer: @Sendable (LayerIndex, PatchEdges, inout QueryBench) -> Answer
    ) -> [[Answer]] {
        guard let plane = layers.first?.plane else { return patches.map { _ in [] } }
        let chunk = 64
        let order = ZOrder.order(of: patches, in: plane)
        let chunks = (patches.count + chunk - 1) / chunk
        let next = Atomic(0)
        let done = Mutex([[Answer]](repeating: [], count: patches.count))
        CrewThread.perform(max(1, min(threads, chunks))) { _ in
            var bench = PatchBench()
            var query = QueryBench()
            while case let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue, taken < chunks {
                let part = order[(taken * chunk)..<min((taken + 1) * chunk, order.count)]
                let answers = part.map { number in
                    bench.prepare(patches[number], in: plane)
                    return layers.map { answer($0, bench.patch, &query) }
                }
                done.withLock { for (number, found) in zip(part, answers) { $0[number] = found } }
            }
        }
        return done.withLock { $0 }
    }
}

extension ZOrder {
    /// The numbers of the patches along the curve.
    fileprivate static func order(of patches: [MultiPolygon], in plane: Plane) -> [Int] {
        let keyed = patches.enumerated().map { number, patch -> (UInt64, Int) in
            let box = patch.box
            guard !box.isEmpty else { return (0, number) }
            let middle = plane.point(at: box.centre)
            return (key(x: middle.x, y: middle.y), number)
        }
        return keyed.sorted { $0 < $1 }.map(\.1)
    }
}
