import Dispatch
import LandGeometry
import Synchronization

/// One layer streamed over the patches (图层流过): a thread reads parts, others lay them over, and the figures come out
/// the same whatever their number.
struct LayerPass {
    private let patches: PatchSet
    private let threads: Int
    private var found: [Piece] = []
    /// Processor time of the overlay, without reading.
    private(set) var kernelSeconds = 0.0

    /// What one feature shares with one patch.
    private struct Piece: Sendable {
        var patch: UInt32
        var classNumber: Int32
        var area: Double
    }

    init(_ patches: PatchSet, threads: Int) {
        self.patches = patches
        self.threads = max(1, threads)
    }

    var pairs: Int { found.count }

    mutating func run(_ layer: inout GroundReader, progress: (Int) -> Void) throws(FileError) {
        let crew = PartCrew(threads: threads) { [patches] part in Self.pieces(of: part, over: patches) }
        defer { crew.wait() }
        var told = 0
        while let part = try layer.next() {
            crew.take(part)
            guard layer.rows - told >= 20_000 else { continue }
            told = layer.rows
            progress(told)
        }
        crew.wait()
        (found, kernelSeconds) = (crew.results, crew.seconds)
    }

    private static func pieces(of part: GroundPart, over patches: PatchSet) -> [Piece] {
        patches.overlaps(with: part.ground).map {
            Piece(patch: UInt32($0.patch), classNumber: part.values[$0.feature], area: $0.area.squareMetres)
        }
    }

    /// Sums per patch and class, each in the order of the layer's features.
    func figures(layer: Int) -> [FileOverlayTable.Figure] {
        var figures: [FileOverlayTable.Figure] = []
        for run in byPatch() {
            let first = figures.count
            for place in run {
                let piece = found[Int(place)]
                if let at = figures[first...].firstIndex(where: { $0.classNumber == Int(piece.classNumber) }) {
                    figures[at].area += Area(squareMetres: piece.area)
                    figures[at].pieces += 1
                } else {
                    figures.append(
                        FileOverlayTable.Figure(
                            patch: Int(piece.patch), layer: layer, classNumber: Int(piece.classNumber),
                            area: Area(squareMetres: piece.area), pieces: 1))
                }
            }
            figures[first...].sort { $0.classNumber < $1.classNumber }
        }
        return figures
    }

    /// The places of the pieces, gathered by patch and otherwise in order.
    private func byPatch() -> [ArraySlice<Int32>] {
        var starts = [Int](repeating: 0, count: patches.count + 1)
        for piece in found { starts[Int(piece.patch) + 1] += 1 }
        for patch in 0..<patches.count { starts[patch + 1] += starts[patch] }
        var places = [Int32](repeating: 0, count: found.count)
        var next = starts
        for (place, piece) in found.enumerated() {
            places[next[Int(piece.patch)]] = Int32(place)
            next[Int(piece.patch)] += 1
        }
        return (0..<patches.count).map { places[starts[$0]..<starts[$0 + 1]] }
    }
}

/// Threads that take parts as they are read (分块并行). Results stand in the order of the parts; no more than a few parts
/// wait in memory. One thread works in the reader's own.
private final class PartCrew<Result: Sendable>: Sendable {
    private let threads: Int
    private let work: @Sendable (GroundPart) -> [Result]
    private let queue = DispatchQueue(label: "landledger.overlay", attributes: .concurrent)
    private let places: DispatchSemaphore
    private let group = DispatchGroup()
    private let done = Mutex<[[Result]]>([])
    private let spent = Mutex(0.0)

    init(threads: Int, work: @escaping @Sendable (GroundPart) -> [Result]) {
        self.threads = threads
        self.work = work
        places = DispatchSemaphore(value: threads)
    }

    func take(_ part: GroundPart) {
        let place = done.withLock { done in
            done.append([])
            return done.count - 1
        }
        guard threads > 1 else { return finish(part, place) }
        places.wait()
        queue.async(group: group) { [self] in
            finish(part, place)
            places.signal()
        }
    }

    private func finish(_ part: GroundPart, _ place: Int) {
        let began = StageClock.threadSeconds
        let results = work(part)
        done.withLock { $0[place] = results }
        spent.withLock { $0 += StageClock.threadSeconds - began }
    }

    func wait() { group.wait() }

    var seconds: Double { spent.withLock { $0 } }

    var results: [Result] { done.withLock { $0.flatMap(\.self) } }
}
