import Dispatch
import Synchronization

/// Many patches made ready, to be laid under layers that stream past (图斑组).
///
/// The other way round than ``LayerIndex``, for layers that are looked at once: the patches stand in memory, every
/// feature of a layer is looked at when it is read and let go again. The memory needed is the patches' alone, however
/// large the layer; a feature that meets no patch's box costs nothing but the reading. Pair by pair the figures are
/// those of ``LayerIndex``, bit for bit.
public struct PatchSet: Sendable {
    public let plane: Plane
    private let patches: [PatchEdges]
    private let tree: BoxTree

    /// Makes the patches ready on up to `threads` threads; blocks the caller until all are.
    public init(_ batches: [GroundBatch], in plane: Plane = .equalArea, threads: Int = 1) {
        let parts = Mutex([[PatchEdges]](repeating: [], count: batches.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, batches.count))) { _ in
            while case let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue, taken < batches.count {
                let made = PatchSet.prepare(batches[taken], in: plane)
                parts.withLock { $0[taken] = made }
            }
        }
        self.plane = plane
        patches = parts.withLock { $0.flatMap(\.self) }
        tree = BoxTree(patches.map { $0.isEmpty ? .empty : $0.box })
    }

    private static func prepare(_ batch: GroundBatch, in plane: Plane) -> [PatchEdges] {
        var source = RingBlocks()
        return (0..<batch.featureCount).map { feature in
            var patch = PatchEdges()
            guard !batch.box(of: feature, in: plane).isEmpty else { return patch }
            source.removeAll()
            let (_, box) = source.append(feature, of: batch, in: plane)
            patch.prepare(source, box: box)
            return patch
        }
    }

    public var count: Int { patches.count }

    /// The whole area of a patch.
    public func area(of patch: Int) -> Area {
        Area(squareMetres: patches[patch].isEmpty ? 0 : patches[patch].area)
    }

    /// The areas that the features of a batch share with the patches, feature by feature and for each in patch order;
    /// pairs that only touch are left out. May be called from any number of threads.
    public func overlaps(with batch: GroundBatch) -> [PatchOverlap] {
        var rings = RingBlocks()
        var candidates: [Int32] = []
        var found: [PatchOverlap] = []
        for feature in 0..<batch.featureCount {
            candidates.removeAll(keepingCapacity: true)
            tree.find(batch.box(of: feature, in: plane), into: &candidates)
            guard !candidates.isEmpty else { continue }
            rings.removeAll()
            let (range, box) = rings.append(feature, of: batch, in: plane)
            for candidate in candidates where patches[Int(candidate)].box.overlaps(box) {
                let patch = patches[Int(candidate)]
                let area = patch.sharedArea(with: range, of: rings)
                guard area > plane.contactFloor(box: patch.width * patch.height) else { continue }
                found.append(PatchOverlap(patch: Int(candidate), feature: feature, area: Area(squareMetres: area)))
            }
        }
        return found
    }
}

/// The area that a feature of a batch shares with a patch of a set (套合对).
public struct PatchOverlap: Hashable, Sendable {
    /// Place of the patch in its set.
    public var patch: Int
    /// Place of the feature in its batch.
    public var feature: Int
    public var area: Area
}

extension GroundBatch {
    /// The box of a feature in a plane; empty when it has no positions or one that is not a finite number. Both planes
    /// grow with the coordinates, so the corners tell.
    fileprivate func box(of feature: Int, in plane: Plane) -> PlaneBox {
        let range = positions(ofFeature: feature)
        let (minX, maxX) = x[range].extent
        let (minY, maxY) = y[range].extent
        guard minX <= maxX, minY <= maxY else { return .empty }
        let low = plane.point(at: Position(longitude: minX, latitude: minY))
        let high = plane.point(at: Position(longitude: maxX, latitude: maxY))
        return PlaneBox(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    }
}

extension ArraySlice<Double> {
    /// The least and the largest number, eight at a time; an empty extent when a number is none to reckon with.
    fileprivate var extent: (Double, Double) {
        withUnsafeBufferPointer { numbers in
            var low = SIMD8<Double>(repeating: .infinity)
            var high = -low
            var unsound = SIMD8<Double>.zero
            let whole = numbers.count & ~7
            for start in stride(from: 0, to: whole, by: 8) {
                let eight = UnsafeRawPointer(numbers.baseAddress.unsafelyUnwrapped + start).loadUnaligned(as: SIMD8<Double>.self)
                low.replace(with: eight, where: eight .< low)
                high.replace(with: eight, where: eight .> high)
                unsound += eight * 0
            }
            var (least, largest, doubt) = (low.min(), high.max(), unsound.sum())
            for number in numbers[whole...] {
                least = Swift.min(least, number)
                largest = Swift.max(largest, number)
                doubt += number * 0
            }
            return doubt == 0 && least > -1e100 && largest < 1e100 ? (least, largest) : (.infinity, -.infinity)
        }
    }
}
