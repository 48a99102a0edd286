/// What a patch shares with one ring; less than nothing for a hole.
struct RingShare {
    var feature: UInt32
    var area: Double
}

/// Storage that one thread uses for question after question.
struct QueryBench {
    var candidates: [UInt32] = []
    /// In the order of features; rings of one feature along the Z-curve.
    var shares: [RingShare] = []
    var work = OverlapWork()
}

extension LayerIndex {
    /// The areas that `patch` shares with each feature, in feature order; features it does not touch are left out, as
    /// are those it shares no more than a square millimetre with: these only touch.
    public func overlaps(with patch: MultiPolygon) -> [Overlap] {
        overlaps(with: PreparedPatch(patch, in: plane))
    }

    /// The same for a patch made ready before: cheaper where one patch is laid over several layers.
    public func overlaps(with patch: PreparedPatch) -> [Overlap] {
        var bench = QueryBench()
        return overlaps(with: patch.edges, &bench)
    }

    /// The areas that `patch` shares with each class, in the order of class numbers; classes it only touches are left out.
    public func classOverlaps(with patch: PreparedPatch) -> [ClassOverlap] {
        var bench = QueryBench()
        return classOverlaps(with: patch.edges, &bench)
    }

    /// The overlaps together with what it took to find them.
    public func explain(_ patch: PreparedPatch) -> (overlaps: [Overlap], work: OverlapWork) {
        var bench = QueryBench()
        let found = overlaps(with: patch.edges, &bench)
        return (found, bench.work)
    }

    func overlaps(with patch: PatchEdges, _ bench: inout QueryBench) -> [Overlap] {
        let floor = findShares(patch, &bench)
        var found: [Overlap] = []
        var i = 0
        while i < bench.shares.count {
            let feature = bench.shares[i].feature
            var area = 0.0
            while i < bench.shares.count, bench.shares[i].feature == feature {
                area += bench.shares[i].area
                i += 1
            }
            guard area > floor else { continue }
            let row = tables.features[Int(feature)]
            found.append(
                Overlap(
                    feature: Int(row.number), classNumber: Int(row.classNumber),
                    area: Area(squareMetres: area)))
        }
        return found
    }

    func classOverlaps(with patch: PatchEdges, _ bench: inout QueryBench) -> [ClassOverlap] {
        let floor = findShares(patch, &bench)
        var found: [ClassOverlap] = []
        let shares = bench.shares.map { (tables.features[Int($0.feature)].classNumber, $0.area) }.sorted { $0 < $1 }
        for (number, area) in shares {
            if found.last?.classNumber != Int(number) {
                found.append(ClassOverlap(classNumber: Int(number), area: .zero))
            }
            found[found.count - 1].area.squareMetres += area
        }
        return found.filter { $0.area.squareMetres > floor }
    }

    /// Fills `bench.shares` with every ring that does more than touch; returns the area up to which it touches.
    private func findShares(_ patch: PatchEdges, _ bench: inout QueryBench) -> Double {
        precondition(patch.plane == plane, "a patch is laid over a layer of its own plane")
        bench.shares.removeAll(keepingCapacity: true)
        bench.candidates.removeAll(keepingCapacity: true)
        guard !patch.isEmpty else { return 0 }
        tables.find(patch.box, into: &bench.candidates)
        let floor = plane.contactFloor(box: patch.width * patch.height)
        patch.withView { view in
            for ring in bench.candidates {
                let area = view.sharedArea(withRing: Int(ring), of: tables, &bench.work)
                guard abs(area) > floor else { continue }
                bench.shares.append(RingShare(feature: tables.rings[Int(ring)].feature, area: area))
            }
        }
        bench.work.rings += bench.candidates.count
        bench.sortShares()
        return floor
    }
}

extension QueryBench {
    /// By insertion: there are few, and neighbours along the Z-curve are often neighbours in the layer.
    fileprivate mutating func sortShares() {
        for i in shares.indices.dropFirst() {
            let share = shares[i]
            var place = i
            while place > 0, shares[place - 1].feature > share.feature {
                shares[place] = shares[place - 1]
                place -= 1
            }
            shares[place] = share
        }
    }
}
