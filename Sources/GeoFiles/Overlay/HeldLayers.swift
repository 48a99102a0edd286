import LandGeometry

/// The layers of an overlay on their way past the patches (图层流过): what comes near a patch is held until there is enough
/// of it, then the patches are laid over it.
///
/// Figures are the same for any number of threads and for any amount that is held at a time.
struct HeldLayers {
    private let patches: PatchSet
    private let threads: Int
    /// Bytes of rings to hold before the patches are laid over them.
    private let most: Int
    private var held: [Part] = []
    private var heldBytes = 0
    private(set) var findings: [PatchPieces]
    /// Processor time of projecting, boxing and overlay, without reading.
    private(set) var kernelSeconds = 0.0

    /// Rings of one part of a layer, and the class of each of its features.
    struct Part: Sendable {
        var ground: HeldGround
        var layer: Int
        var values: [Int32]
        var firstFeature: Int
    }

    init(_ patches: PatchSet, threads: Int, holding most: Int) {
        self.patches = patches
        self.threads = max(1, threads)
        self.most = most
        findings = Array(repeating: PatchPieces(), count: patches.count)
    }

    /// Reads a layer to its end.
    mutating func take(_ layer: inout GroundReader, number: Int, progress: (Int) -> Void) throws(FileError) {
        let crew = PartCrew(patches, threads: threads)
        defer { crew.wait() }
        var (told, features) = (0, 0)
        while let part = try layer.next() {
            crew.take(part, layer: number, firstFeature: features)
            features += part.rows.count
            if layer.rows - told >= 20_000 {
                told = layer.rows
                progress(told)
            }
            if heldBytes + crew.bytes > most { gather(crew); lay() }
        }
        gather(crew)
    }

    private mutating func gather(_ crew: PartCrew) {
        crew.wait()
        let (parts, seconds) = crew.results()
        held += parts
        heldBytes += parts.reduce(0) { $0 + $1.ground.byteCount }
        kernelSeconds += seconds
    }

    /// Lays the patches over all that is held, and lets it go.
    mutating func lay() {
        let before = StageClock.processorSeconds
        for (patch, finding) in patches.lay(over: held.map(\.ground), threads: threads).enumerated() {
            if let finding { findings[patch].add(finding, of: held) }
        }
        held = []
        heldBytes = 0
        kernelSeconds += StageClock.processorSeconds - before
    }
}

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
