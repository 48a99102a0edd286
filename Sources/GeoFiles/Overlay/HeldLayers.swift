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
        var crew = PartCrew(patches, threads: threads)
        defer { gather(crew, &layer) }
        var (told, features) = (0, 0)
        while let part = try layer.next() {
            crew.take(part, layer: number, firstFeature: features)
            features += part.rows.count
            if layer.rows - told >= 20_000 {
                told = layer.rows
                progress(told)
            }
            guard heldBytes + crew.bytes > most else { continue }
            gather(crew, &layer)
            lay()
            crew = PartCrew(patches, threads: threads)
        }
    }

    /// Ends a crew's work and takes over what it holds.
    private mutating func gather(_ crew: PartCrew, _ layer: inout GroundReader) {
        let results = crew.results()
        held += results.parts
        heldBytes += results.bytes
        kernelSeconds += results.seconds
        layer.leaveOut(results.unplaced)
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
