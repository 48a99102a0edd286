/// Prepares a layer into a file, feature by feature (套合索引写入): for layers of any size, read as a stream.
///
///     var writer = try LayerIndexWriter(at: path, source: source)
///     for try await feature in features { try writer.append(feature) }
///     let index = try writer.finish(codes: codes)
///
/// Vertices go to a spill file beside the target, and from there once to their place along the Z-curve; memory holds a
/// buffer of a megabyte, 16 bytes a feature and 24 a ring. The file gets its name in the last moment, in place of any
/// that bore it: nobody ever sees half a layer, and who has the old one mapped keeps it. An abandoned writer leaves
/// nothing behind. The same features give the same bytes, in whatever order they come and on any number of processors.
///
/// Writes to files and, at the end, keeps all processors busy: not for an event loop.
public struct LayerIndexWriter: ~Copyable, Sendable {
    private let path: String
    private let source: LayerSource
    private var draft: IndexDraft
    private var spill: SpillFile

    /// - Throws: `IndexError.system` when no file can be made beside `path`.
    public init(at path: String, source: LayerSource, plane: Plane = .equalArea) throws(IndexError) {
        self.path = path
        self.source = source
        draft = IndexDraft(plane: plane)
        spill = try SpillFile(beside: path)
    }

    /// Takes the next feature. Numbers may come in any order; ground without area and coordinates that are not numbers
    /// are taken and share nothing.
    public mutating func append(_ feature: LayerShape) throws(IndexError) {
        try draft.append(feature, in: &spill)
    }

    /// Puts everything in its place, forces it to the disk, and opens it.
    ///
    /// - Parameter codes: the class codes, by class number; empty when the caller keeps them.
    /// - Throws: `IndexError.unwritable` when a class has no code or a text does not fit, `.system` when the disk is full.
    public consuming func finish(codes: [String] = []) throws(IndexError) -> LayerIndex {
        guard codes.isEmpty || draft.features.allSatisfy({ codes.indices.contains(Int($0.classNumber)) }) else {
            throw .unwritable(.codes)
        }
        let bytes = try LayerCodes.encode(codes)
        let layout = try draft.layout(codeBytes: bytes.count)
        draft.sort()
        let spilled = try spill.read()
        let file = try TemporaryFile(beside: path)
        try file.file.reserve(layout.byteCount)
        let memory = try IndexMemory(of: file.file, byteCount: layout.byteCount, writable: true)
        let assembly = IndexAssembly(memory, layout, plane: draft.plane)
        assembly.assemble(draft, codes: bytes, from: spilled)
        try assembly.seal(source: source)
        try file.file.sync()
        try file.keep(as: path)
        return try LayerIndex(contentsOf: path, source: source, plane: draft.plane)
    }
}

extension LayerIndex {
    /// Writes an index made in memory to a file, as `LayerIndexWriter` would have.
    public func write(to path: String, source: LayerSource) throws(IndexError) {
        let file = try TemporaryFile(beside: path)
        let copy = try IndexMemory(byteCount: memory.byteCount)
        copy.base.copyMemory(from: memory.base, byteCount: memory.byteCount)
        try IndexAssembly(copy, tables.layout, plane: plane).seal(source: source)
        try file.file.write(copy.bytes)
        try file.file.sync()
        try file.keep(as: path)
    }
}
