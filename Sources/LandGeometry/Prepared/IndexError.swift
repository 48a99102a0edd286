/// What may be wrong with a prepared layer file (套合索引错误): the one error type of this module.
///
/// All but `system` and the three about what is written mean the same to a caller: this file is not to be used, prepare
/// the layer again from its source.
public enum IndexError: Error, Hashable, Sendable {
    /// The file does not begin as a prepared layer does.
    case foreignFile
    /// Written in a layout this program does not read, or on a machine of the other byte order.
    case foreignFormat(version: UInt32)
    /// The header's own checksum is wrong, or what it says contradicts itself.
    case damagedHeader
    /// The file is shorter or longer than its header says; both in bytes.
    case truncated(expected: Int, found: Int)
    /// A row points outside the part of the file it may point to.
    case offsetOutOfRange(IndexSection, row: Int)
    /// The checksum of a part is wrong.
    case damagedSection(IndexSection)
    /// Prepared by another version of the kernel, whose figures may differ.
    case staleKernel(found: String)
    /// Prepared from another source than the one asked for.
    case otherSource(found: LayerSource)
    /// Prepared for another plane than the one asked for.
    case otherPlane(found: Plane)
    /// More features, rings or vertices than the format can count.
    case tooLarge
    /// The digest of the source or the class codes do not fit their place, or a class has no code.
    case unwritable(IndexSection?)
    /// The operating system refused: which call, on which file, and its error number.
    case system(call: String, path: String, number: Int32)
}

/// The parts of a prepared layer file (索引分段), in the order in which they stand.
public enum IndexSection: Int, Hashable, Sendable, CaseIterable {
    /// Number and class of each feature, in the order of their numbers.
    case features
    /// Rings along a Z-curve: where vertices and boxes of each begin, how many, and whose it is.
    case rings
    /// A digest of each ring's vertices, by which two versions of a layer are compared.
    case digests
    /// Boxes of the rings, then the levels of the tree above them.
    case tree
    /// Boxes over 256 edges.
    case spans
    /// Boxes over 16 edges.
    case blocks
    /// Plane coordinates, rings closed.
    case vertices
    /// The caller's class codes, in UTF-8, each followed by a zero.
    case codes
}

/// What a layer was prepared from (图层来源): the digest of the source as its keeper writes it, up to 96 bytes of UTF-8.
///
/// The kernel compares it and does not know how it was made.
public struct LayerSource: Hashable, Sendable {
    public var digest: String

    public init(digest: String) {
        self.digest = digest
    }

    /// For an index that lives and dies with the process.
    static let none = LayerSource(digest: "")
}
