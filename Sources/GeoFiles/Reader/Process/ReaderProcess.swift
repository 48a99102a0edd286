import Foundation

/// The body of the reader process (读取进程): reads an order from standard input, sets its own limits,
/// writes framed messages to standard output. Called by `landledger reader` and by nothing else.
public enum ReaderProcess {
    /// - Returns: the exit code.
    public static func main() -> Int32 {
        var input = FrameInput(STDIN_FILENO)
        guard let (kind, payload) = input.next(), kind == .order,
            let order = try? JSONDecoder().decode(ReaderOrder.self, from: Data(payload))
        else {
            FileHandle.standardError.write(Data("landledger reader is started by landledger itself\n".utf8))
            return 64
        }
        switch order.verb {
        case .read: return read(order)
        case .overlay: return overlay(order)
        case .write: return VectorWriter.main(Array(payload))
        }
    }

    private static func read(_ order: ReaderOrder) -> Int32 {
        guard let request = order.request else { return 64 }
        return work(order, request.limits, on: [request.path]) { (output, staged) throws(FileError) in
            let source = try SourceChooser(request, staged[0], workFolder: order.workFolder).open()
            var pipeline = try ReadPipeline(source, request, remarks: staged[0].remarks)
            try pipeline.run(into: &output)
        }
    }

    private static func overlay(_ order: ReaderOrder) -> Int32 {
        guard let files = order.overlay else { return 64 }
        return work(order, files.limits, on: files.paths) { (output, staged) throws(FileError) in
            try OverlayProcess.run(files, staged, into: &output)
        }
    }

    /// Confined to the files before the first foreign byte; an error goes to the parent as a frame. Each file of several has a
    /// folder of its own for its links.
    private static func work(
        _ order: ReaderOrder, _ limits: ReadLimits, on paths: [String],
        _ body: (inout FrameOutput, [StagedInput]) throws(FileError) -> Void
    ) -> Int32 {
        var output = FrameOutput(divertStandardOutput())
        do throws(FileError) {
            Confinement.enter(limits)
            var staged: [StagedInput] = []
            for (number, path) in paths.enumerated() {
                let folder = order.workFolder + (paths.count > 1 ? "/\(number)" : "")
                try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                staged.append(try WorkFolder(path: folder).stage(path))
            }
            let isFenced = Fence.enclose(workFolder: order.workFolder, inputs: staged.flatMap(\.inputs))
            GDAL.start(workFolder: order.workFolder, isFenced: isFenced)
            try body(&output, staged)
        } catch {
            output.send(.failure, json: error)
        }
        output.flush()
        return 0
    }

    /// Libraries that print must not print between our frames: their standard output becomes standard error.
    private static func divertStandardOutput() -> Int32 {
        let output = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        return output
    }
}
