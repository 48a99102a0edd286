/// Writing vector files in the reader process (矢量写出).
enum VectorWriter {
    /// - Returns: the exit code.
    static func main(_ order: [UInt8]) -> Int32 { 64 }
}
