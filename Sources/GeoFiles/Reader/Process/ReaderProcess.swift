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
        case .write: return VectorWriter.main(Array(payload))
        }
    }

    private static func read(_ order: ReaderOrder) -> Int32 {
        guard let request = order.request else { return 64 }
        var output = FrameOutput(divertStandardOutput())
        do throws(FileError) {
            Confinement.enter(request.limits)
            let staged = try WorkFolder(path: order.workFolder).stage(request.path)
            let isFenced = Fence.enclose(workFolder: order.workFolder, inputs: staged.inputs)
            GDAL.start(workFolder: order.workFolder, isFenced: isFenced)
            let source = try SourceChooser(request, staged, workFolder: order.workFolder).open()
            var pipeline = try ReadPipeline(source, request, remarks: staged.remarks)
            try pipeline.run(into: &output)
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
