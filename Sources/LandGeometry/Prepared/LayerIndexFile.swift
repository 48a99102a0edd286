extension LayerIndex {
    /// Opens a prepared layer (打开套合索引): mapped, shared with every process that has it open, read from disk only
    /// where it is asked about.
    ///
    /// Checks the header, the length, and every number by which one row points to others (32 bytes a ring, 16 a feature),
    /// so that no file can make the kernel read outside of it; `verify()` reads the rest. The file must not be written to
    /// while it is open: `LayerIndexWriter` never does, it puts another in its place.
    ///
    /// - Parameter source: what the file must have been prepared from; nil for any source.
    /// - Throws: an `IndexError` that names what is wrong; then prepare the layer again.
    public init(contentsOf path: String, source: LayerSource? = nil, plane: Plane = .equalArea) throws(IndexError) {
        let file = try SystemFile(reading: path)
        let found = try file.byteCount()
        guard found > 0 else { throw .foreignFile }
        let memory = try IndexMemory(of: file, byteCount: found, writable: false)
        let header = try IndexHeader(decoding: memory.bytes)
        guard header.layout.byteCount == found else { throw .truncated(expected: header.layout.byteCount, found: found) }
        guard header.kernelVersion == KernelVersion.current else { throw .staleKernel(found: header.kernelVersion) }
        guard source == nil || header.source == source else { throw .otherSource(found: header.source) }
        guard header.plane == plane else { throw .otherPlane(found: header.plane) }
        self = try LayerIndex(memory, header)
    }

    /// Reads the whole file and compares the checksum of every part: for a file that came over a network or stood on a
    /// doubtful disk.
    public func verify() throws(IndexError) {
        guard isSealed else { return }
        let header = try IndexHeader(decoding: memory.bytes)
        for section in IndexSection.allCases
        where Checksum.of(memory, header.layout.bytes(of: section)) != header.checksums[section.rawValue] {
            throw .damagedSection(section)
        }
    }
}
