import Foundation
import LandGeometry

/// The process's half of a file overlay (文件套合, 子进程). Called by `ReaderProcess` for the verb `overlay`.
enum OverlayProcess {
    static func run(_ order: FileOverlayOrder, _ staged: [StagedInput], into output: inout FrameOutput) throws(FileError) {
        KeptMemory.use()
        var stages = StageClock()
        var files = try OpenedFiles(order, staged)
        let patches = try PatchReading(&files.patches, order)
        stages.mark("patches", kernel: 0)
        var layers = HeldLayers(patches.set, threads: order.threads, holding: order.heldMegabytes << 20)
        var read = 0
        for index in files.layers.indices {
            let before = layers.kernelSeconds
            try layers.take(&files.layers[index], number: index) { count in
                output.send(OverlayFrames.progress(read + count))
                output.flush()
            }
            read += files.layers[index].rows
            stages.mark(order.layers[index].name, kernel: layers.kernelSeconds - before)
        }
        let before = layers.kernelSeconds
        layers.lay()
        send(patches.rows(layers.findings), to: &output, OverlayFrames.frame)
        var pairs = 0
        for (patch, pieces) in layers.findings.enumerated() {
            let found = pieces.figures(of: patch)
            pairs += found.pairs
            if !found.figures.isEmpty { output.send(OverlayFrames.frame(found.figures[...])) }
        }
        stages.mark("overlay", kernel: layers.kernelSeconds - before)
        let summary = FileOverlaySummary(
            files: [files.patches.summary(withClasses: false)] + files.layers.map { $0.summary(withClasses: true) },
            stages: stages.all, pairs: pairs, peakBytes: StageClock.peakBytes, kernel: KernelVersion.current)
        output.send(.summary, json: summary)
    }

    private static func send<Entry>(_ entries: [Entry], to output: inout FrameOutput, _ frame: (ArraySlice<Entry>) -> [UInt8]) {
        for start in stride(from: 0, to: entries.count, by: OverlayFrames.frameEntries) {
            output.send(frame(entries[start..<min(start + OverlayFrames.frameEntries, entries.count)]))
        }
    }
}

/// The files of an order, opened and agreed on a plane before anything is reckoned (打开的文件).
struct OpenedFiles {
    var patches: GroundReader
    var layers: [GroundReader] = []

    init(_ order: FileOverlayOrder, _ staged: [StagedInput]) throws(FileError) {
        patches = try GroundReader(order.patches, order, staged[0])
        for (layer, input) in zip(order.layers, staged.dropFirst()) {
            layers.append(try GroundReader(layer.file, order, input))
        }
        guard order.plane == .asGiven else { return }
        for layer in layers where layer.systemName != patches.systemName {
            throw .coordinatesMustFitValues(
                named: layer.systemName ?? "", found: patches.systemName ?? "", candidates: [patches.systemName ?? ""])
        }
    }
}

/// Wall and processor seconds, stage by stage (计时).
struct StageClock {
    private(set) var all: [FileOverlaySummary.Stage] = []
    private var began = ContinuousClock.now
    private var used = processorSeconds

    /// - Parameter kernel: what of the processor time went into the overlay itself.
    mutating func mark(_ name: String, kernel: Double) {
        let (now, used) = (ContinuousClock.now, Self.processorSeconds)
        all.append(.init(name: name, seconds: (now - began) / .seconds(1), processorSeconds: used - self.used, kernelSeconds: kernel))
        (began, self.used) = (now, used)
    }

    /// Of all threads of this process.
    static var processorSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    /// Of the thread that asks.
    static var threadSeconds: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Most memory this process held so far.
    static var peakBytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}
