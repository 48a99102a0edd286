/// Where everything stands in a prepared layer (索引版式): a function of six counts, so that there is nothing to contradict.
///
/// The header takes the first 4096 bytes; sections follow in the order of `IndexSection`, each beginning at a
/// multiple of 64 bytes.
struct IndexLayout: Hashable, Sendable {
    static let headerBytes = 4096
    private static let alignment = 64
    /// Counts stay below 2⁴⁰, so that no size computed from them overflows.
    static let mostRows = 1 << 40

    let features: Int
    let rings: Int
    let spans: Int
    let blocks: Int
    let vertices: Int
    let codeBytes: Int
    /// Where each section begins, by its raw value; last the length of the whole.
    private let starts: [Int]

    /// Nil for counts no layer can have.
    init?(features: Int, rings: Int, spans: Int, blocks: Int, vertices: Int, codeBytes: Int) {
        let counts = [features, rings, spans, blocks, vertices, codeBytes]
        guard counts.allSatisfy({ $0 >= 0 && $0 < IndexLayout.mostRows }) else { return nil }
        guard [features, rings, spans, blocks].allSatisfy({ $0 <= UInt32.max }) else { return nil }
        (self.features, self.rings, self.spans, self.blocks) = (features, rings, spans, blocks)
        (self.vertices, self.codeBytes) = (vertices, codeBytes)
        let boxes = Blocks.levels(ofLeaves: rings).reduce(0, +)
        let lengths = [
            features * MemoryLayout<FeatureRow>.stride, rings * MemoryLayout<RingRow>.stride, rings * 8,
            boxes * MemoryLayout<PlaneBox>.stride, spans * MemoryLayout<PlaneBox>.stride,
            blocks * MemoryLayout<PlaneBox>.stride, vertices * MemoryLayout<EqualAreaPoint>.stride, codeBytes,
        ]
        var starts = [IndexLayout.headerBytes]
        for length in lengths {
            let end = starts[starts.count - 1] + length
            starts.append((end + IndexLayout.alignment - 1) / IndexLayout.alignment * IndexLayout.alignment)
        }
        self.starts = starts
    }

    var counts: [Int] { [features, rings, spans, blocks, vertices, codeBytes] }

    /// Length of the whole in bytes.
    var byteCount: Int { starts[IndexSection.allCases.count] }

    func start(of section: IndexSection) -> Int { starts[section.rawValue] }

    /// The bytes of a section, with the zeros that pad it.
    func bytes(of section: IndexSection) -> Range<Int> { starts[section.rawValue]..<starts[section.rawValue + 1] }
}
