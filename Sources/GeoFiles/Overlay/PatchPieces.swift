import LandGeometry

/// What a patch shares with rings of all layers, over all that was held so far (图斑碎片).
struct PatchPieces {
    private var finding: PatchFinding?
    private var pieces: [Piece] = []

    private struct Piece {
        var layer: Int32
        var classNumber: Int32
        var feature: Int
        var area: Double
    }

    /// Nil for a patch that came near nothing.
    var area: Area? { finding?.area }

    mutating func add(_ found: PatchFinding, of parts: [HeldLayers.Part]) {
        for share in found.shares {
            let part = parts[Int(share.part)]
            pieces.append(
                Piece(
                    layer: Int32(part.layer), classNumber: part.values[Int(share.feature)],
                    feature: part.firstFeature + Int(share.feature), area: share.area))
        }
        finding = found
        finding?.shares = []
    }

    /// The sums by layer and class, and how many pairs of the patch and a feature share ground.
    func figures(of patch: Int) -> (figures: [FileOverlayTable.Figure], pairs: Int) {
        var figures: [FileOverlayTable.Figure] = []
        let sorted = pieces.sorted { ($0.layer, $0.classNumber, $0.feature) < ($1.layer, $1.classNumber, $1.feature) }
        for run in sorted.chunked(where: { ($0.layer, $0.classNumber) == ($1.layer, $1.classNumber) }) {
            var shares = run.map(\.area)
            guard let first = run.first, let area = finding?.sum(of: &shares) else { continue }
            let features = 1 + zip(run, run.dropFirst()).count { $0.feature != $1.feature }
            figures.append(
                FileOverlayTable.Figure(
                    patch: patch, layer: Int(first.layer), classNumber: Int(first.classNumber), area: area, pieces: features))
        }
        return (figures, figures.reduce(0) { $0 + $1.pieces })
    }
}

extension Array {
    /// Slices of neighbours that belong together.
    fileprivate func chunked(where together: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var slices: [ArraySlice<Element>] = []
        var start = 0
        for end in indices where end + 1 == count || !together(self[end], self[end + 1]) {
            slices.append(self[start...end])
            start = end + 1
        }
        return slices
    }
}
