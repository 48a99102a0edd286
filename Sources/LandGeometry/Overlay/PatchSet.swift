import Synchronization

/// Many patches, to be laid over layers that stream past (图斑组).
///
/// The other way round than ``LayerIndex``, for layers that are looked at once. A feature that meets no patch's box is let
/// go as soon as it was read; of the others those rings that do are held until a good many have come together, and then
/// every patch is made ready once and laid over all that is held. So a layer may be larger than memory, and what no patch
/// touches costs nothing but the reading. Class by class the figures are those of ``LayerIndex``, bit for bit.
public struct PatchSet: Sendable {
    public let plane: Plane
    private let batches: [GroundBatch]
    /// Batch and place in it.
    private let places: [(batch: Int32, feature: Int32)]
    private let boxes: [PlaneBox]
    private let tree: PatchTree

    public init(_ batches: [GroundBatch], in plane: Plane = .equalArea) {
        self.plane = plane
        self.batches = batches
        places = batches.indices.flatMap { batch in
            (0..<batches[batch].featureCount).map { (Int32(batch), Int32($0)) }
        }
        boxes = places.map { batches[Int($0.batch)].box(of: Int($0.feature), in: plane) }
        tree = PatchTree(boxes)
    }

    public var count: Int { places.count }

    /// Whether ground within a box in degrees may meet a patch; for patches in degrees.
    public func mayMeet(_ box: BoundingBox) -> Bool {
        let low = plane.point(at: Position(longitude: box.west, latitude: box.south))
        let high = plane.point(at: Position(longitude: box.east, latitude: box.north))
        return tree.holds(PlaneBox(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y))
    }

    /// Those rings of a batch that come near a patch. May be called from any number of threads.
    public func hold(_ batch: GroundBatch) -> HeldGround {
        var held = HeldGround()
        var near: [Int32] = []
        var scratch = PointScratch()
        for feature in 0..<batch.featureCount {
            near.removeAll(keepingCapacity: true)
            tree.find(batch.box(of: feature, in: plane), into: &near)
            if near.isEmpty { continue }
            let candidates = near.map { HeldGround.Candidate(patch: $0, box: boxes[Int($0)]) }
            held.take(feature, of: batch, in: plane, near: candidates, &scratch)
        }
        return held
    }

    /// The whole area of a patch.
    public func area(of patch: Int) -> Area {
        var bench = LayingBench()
        prepare(patch, &bench)
        return bench.area
    }

    private func prepare(_ patch: Int, _ bench: inout LayingBench) {
        let place = places[patch]
        if boxes[patch].isEmpty { return bench.clear() }
        bench.prepare(Int(place.feature), of: batches[Int(place.batch)], in: plane)
    }

    /// Makes each patch ready that comes near something held, and lays it over those rings; patch by patch in the order of
    /// the set, for each in the order of the parts and their rings. Nil for patches that come near nothing; rings that
    /// only touch are left out.
    ///
    /// Works on up to `threads` threads and blocks the caller until all is done.
    public func lay(over parts: [HeldGround], threads: Int) -> [PatchFinding?] {
        let agenda = OverlayAgenda(parts, patches: count)
        let chunk = 64
        let order = tree.inOrder
        let chunks = (order.count + chunk - 1) / chunk
        let next = Atomic(0)
        let done = Mutex([PatchFinding?](repeating: nil, count: count))
        CrewThread.perform(max(1, min(threads, chunks))) { _ in
            var bench = LayingBench()
            while case let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue, taken < chunks {
                let patches = order[(taken * chunk)..<min((taken + 1) * chunk, order.count)]
                let found = patches.map { lay(Int($0), over: parts, agenda.items(of: Int($0)), &bench) }
                done.withLock { for (patch, finding) in zip(patches, found) { $0[Int(patch)] = finding } }
            }
        }
        return done.withLock { $0 }
    }

    private func lay(
        _ number: Int, over parts: [HeldGround], _ items: ArraySlice<OverlayAgenda.Item>, _ bench: inout LayingBench
    ) -> PatchFinding? {
        if items.isEmpty { return nil }
        prepare(number, &bench)
        let patch = bench.patch
        let floor = plane.contactFloor(box: patch.width * patch.height)
        var finding = PatchFinding(area: bench.area, shares: [], floor: floor)
        var work = OverlapWork()
        patch.withView { view in
            for item in items {
                let area = parts[Int(item.part)].withRing(item.row, in: plane, &bench.scratch) { view.sharedArea(with: $0, &work) }
                guard abs(area) > floor else { continue }
                finding.shares.append(
                    PatchShare(part: item.part, feature: parts[Int(item.part)].rows[Int(item.row)].feature, area: area))
            }
        }
        return finding
    }
}

/// A patch's own area and what the rings held share with it (图斑套合所得).
public struct PatchFinding: Sendable {
    public var area: Area
    public var shares: [PatchShare]
    /// Up to this many square metres it only touches.
    var floor = 0.0

    /// The area shared with a class, from the shares of its rings; nil when the patch only touches it. The same bits in
    /// whatever order the rings came.
    public func sum(of shares: inout [Double]) -> Area? {
        shares.sort()
        let sum = shares.reduce(0, +)
        return sum > floor ? Area(squareMetres: sum) : nil
    }
}

/// The area that a ring of a feature shares with a patch, less than nothing for a hole (环套合面积).
public struct PatchShare: Sendable {
    /// Place of the part among those held, and of the feature in its batch.
    public var part: Int32
    public var feature: Int32
    /// Square metres.
    public var area: Double
}

/// Storage that one thread uses for patch after patch.
private struct LayingBench {
    private var rings = PatchRings()
    private(set) var patch = PatchEdges()
    /// For the rings it is laid over.
    var scratch = PointScratch()

    var area: Area { Area(squareMetres: patch.isEmpty ? 0 : patch.area) }

    mutating func clear() { patch = PatchEdges() }

    mutating func prepare(_ feature: Int, of batch: GroundBatch, in plane: Plane) {
        rings.project(feature, of: batch, in: plane)
        patch.prepare(rings, plane: plane)
    }
}

/// Which rings each patch is to be laid over.
private struct OverlayAgenda: Sendable {
    struct Item: Sendable {
        var part: Int32
        var row: Int32
    }

    private var starts: [Int]
    private var items: [Item]

    init(_ parts: [HeldGround], patches: Int) {
        starts = [Int](repeating: 0, count: patches + 1)
        for part in parts { for pair in part.pairs { starts[Int(pair.patch) + 1] += 1 } }
        for patch in 0..<patches { starts[patch + 1] += starts[patch] }
        items = [Item](repeating: Item(part: 0, row: 0), count: starts[patches])
        var next = starts
        for (number, part) in parts.enumerated() {
            for pair in part.pairs {
                items[next[Int(pair.patch)]] = Item(part: Int32(number), row: pair.row)
                next[Int(pair.patch)] += 1
            }
        }
    }

    func items(of patch: Int) -> ArraySlice<Item> { items[starts[patch]..<starts[patch + 1]] }
}
