/// A ring that one version of a layer has and the other has not (变更图形).
public struct ChangedGround: Hashable, Sendable {
    /// The feature and class it belongs to, as numbered in its own version.
    public var feature: Int
    public var classNumber: Int
    /// On the ground in degrees; for a layer in another plane, in its coordinates.
    public var box: BoundingBox
}

/// What differs between two versions of a layer on the ground (图层变更), and which patches that can concern.
///
/// Rings are compared, not features: one parcel redrawn inside a multipolygon over a whole town is one ring removed and
/// one added. Rings pair off when they have the same vertices to the last bit, from the same first vertex, and the
/// same class; numbers of features and the order of the file mean nothing. Digests find the partner, the bytes decide.
///
/// A patch that is not touched has in both versions the same areas per class, bit for bit, so only those touched need
/// be judged again.
public struct LayerChange: Sendable {
    /// Rings only the old version has, along the Z-curve.
    public let removed: [ChangedGround]
    /// Rings only the new version has, along the Z-curve.
    public let added: [ChangedGround]
    private let old: LayerIndex
    private let new: LayerIndex
    private let isRemoved: [Bool]
    private let isAdded: [Bool]

    /// Reads both layers once. Classes are compared by code where both versions have codes, else by number.
    ///
    /// - Precondition: both versions are in one plane.
    public init(from old: LayerIndex, to new: LayerIndex) {
        precondition(old.plane == new.plane, "versions of a layer are compared in one plane")
        (self.old, self.new) = (old, new)
        (isRemoved, isAdded) = RingComparison(old, new).unmatched()
        removed = old.ground(of: isRemoved)
        added = new.ground(of: isAdded)
    }

    public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    /// Whether the areas of the patch can differ between the versions: it shares more than contact with changed ground.
    public func touches(_ patch: PreparedPatch) -> Bool {
        var bench = QueryBench()
        return touches(patch.edges, &bench)
    }

    /// Which of the patches are touched (受影响图斑), by their places in the array, ascending.
    public func touched(among patches: [MultiPolygon]) -> [Int] {
        guard !isEmpty else { return [] }
        var patch = PatchBench()
        var bench = QueryBench()
        return patches.indices.filter { i in
            patch.prepare(patches[i], in: old.plane)
            return touches(patch.patch, &bench)
        }
    }

    private func touches(_ patch: PatchEdges, _ bench: inout QueryBench) -> Bool {
        old.shares(patch, anyOf: isRemoved, &bench) || new.shares(patch, anyOf: isAdded, &bench)
    }
}

/// Pairs off the equal rings of two versions.
private struct RingComparison {
    private let old: LayerIndex
    private let new: LayerIndex
    /// The old version's number of each class of the new one; nil for a class the old one has not.
    private let oldClass: [Int64?]?

    init(_ old: LayerIndex, _ new: LayerIndex) {
        (self.old, self.new) = (old, new)
        guard !old.codes.isEmpty, !new.codes.isEmpty else {
            oldClass = nil
            return
        }
        oldClass = new.codes.map { code in old.codes.firstIndex(of: code).map { Int64($0) } }
    }

    func unmatched() -> (old: [Bool], new: [Bool]) {
        var inOld = [Bool](repeating: true, count: old.ringCount)
        var inNew = [Bool](repeating: true, count: new.ringCount)
        let ours = old.ringsByDigest()
        let theirs = new.ringsByDigest()
        var i = 0
        var first = 0
        while i < ours.count, first < theirs.count {
            if theirs[first].digest < ours[i].digest {
                first += 1
                continue
            }
            let alike = theirs[first...].prefix { $0.digest == ours[i].digest }
            if let partner = alike.first(where: { inNew[$0.ring] && areEqual(ours[i].ring, $0.ring) }) {
                inOld[ours[i].ring] = false
                inNew[partner.ring] = false
            }
            i += 1
        }
        return (inOld, inNew)
    }

    private func areEqual(_ ours: Int, _ theirs: Int) -> Bool {
        let (a, b) = (old.tables.rings[ours], new.tables.rings[theirs])
        let number = new.tables.features[Int(b.feature)].classNumber
        let partner = oldClass.map { $0[Int(number)] } ?? number
        guard a.edgeCount == b.edgeCount, a.sign == b.sign,
            partner == old.tables.features[Int(a.feature)].classNumber
        else { return false }
        return old.tables.bytes(of: a).elementsEqual(new.tables.bytes(of: b))
    }
}

extension LayerIndex {
    fileprivate func ringsByDigest() -> [(digest: UInt64, ring: Int)] {
        (0..<ringCount).map { (tables.digests[$0], $0) }.sorted { $0 < $1 }
    }

    fileprivate func ground(of marked: [Bool]) -> [ChangedGround] {
        marked.indices.filter { marked[$0] }.map { ring in
            let feature = tables.features[Int(tables.rings[ring].feature)]
            return ChangedGround(
                feature: Int(feature.number), classNumber: Int(feature.classNumber),
                box: plane.box(on: tables.tree[ring]))
        }
    }

    /// Whether the patch does more than touch one of the marked rings.
    fileprivate func shares(_ patch: PatchEdges, anyOf marked: [Bool], _ bench: inout QueryBench)
        -> Bool
    {
        guard !patch.isEmpty else { return false }
        bench.candidates.removeAll(keepingCapacity: true)
        tables.find(patch.box, into: &bench.candidates)
        let floor = plane.contactFloor(box: patch.width * patch.height)
        return patch.withView { view in
            bench.candidates.contains { ring in
                marked[Int(ring)]
                    && abs(view.sharedArea(withRing: Int(ring), of: tables, &bench.work)) > floor
            }
        } ?? false
    }
}

extension IndexTables {
    fileprivate func bytes(of ring: RingRow) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            UnsafeBufferPointer(start: vertices + Int(ring.firstVertex), count: Int(ring.edgeCount) + 1))
    }
}
