/// Reads foreign files in a process of their own (文件读取). The parent never touches GDAL with foreign bytes.
public struct FileReader: Sendable {
    /// Path of the `landledger` executable, which is started again as `landledger reader`.
    public var executable: String

    public init(executable: String) {
        self.executable = executable
    }

    /// Starts the reader and gives its messages as they come. The stream ends with `.finished`, or throws a `FileError`;
    /// cancelling the task, or letting go of the stream, kills the process.
    ///
    /// Messages are pulled: the process waits while the caller is busy, and no more than a socket's buffer stands in memory.
    public func read(_ request: ReadRequest) -> AsyncThrowingStream<ReadMessage, any Error> {
        let session = ReaderSession(executable: executable, request: request)
        return AsyncThrowingStream { try await session.next() }
    }

    /// The same in batches, as many messages at a time as have come.
    public func readBatches(_ request: ReadRequest) -> AsyncThrowingStream<[ReadMessage], any Error> {
        let session = ReaderSession(executable: executable, request: request)
        return AsyncThrowingStream { try await session.batch() }
    }

    /// What is in the file, without its rows.
    public func inspect(_ path: String, limits: ReadLimits = ReadLimits()) async throws -> FileDescription {
        for try await message in read(ReadRequest(path: path, purpose: .inspect, limits: limits)) {
            if case .described(let description) = message { return description }
        }
        try Task.checkCancellation()
        throw FileError.fileMustBeWhole(found: "no description")
    }
}
