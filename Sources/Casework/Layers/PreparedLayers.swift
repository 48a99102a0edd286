import Enforcement
import LandGeometry
import Synchronization

/// Layer versions made ready for overlay (套合索引柜): prepared once from the store, mapped into memory by every process
/// that asks.
///
/// Many may ask for a version that is not there yet; it is prepared once and all wait for it. A file that is missing, stale,
/// foreign or cut short is prepared anew, so deleting the folder is safe at any time. Without a folder everything stays in memory.
public actor PreparedLayers {
    /// Features read from the store at a time.
    private static let pageSize = 5000

    private let store: any Store
    private let folder: String?
    private var opened: [LayerVersionID: LayerIndex] = [:]
    private var underWay: [LayerVersionID: Task<LayerIndex, any Error>] = [:]

    /// - Parameter folder: exists, and nobody else writes to it.
    public init(store: any Store, folder: String?) {
        self.store = store
        self.folder = folder
    }

    /// - Throws: what the store throws, and `CaseworkError.layerMustBePrepared` when the disk does not take the index.
    public func index(of version: LayerVersion) async throws -> LayerIndex {
        if let index = opened[version.id] { return index }
        if let task = underWay[version.id] { return try await task.value }
        let task = Task { try await made(version) }
        underWay[version.id] = task
        defer { underWay[version.id] = nil }
        let index = try await task.value
        opened[version.id] = index
        return index
    }

    private func made(_ version: LayerVersion) async throws -> LayerIndex {
        guard let folder else { return try await madeInMemory(version) }
        let source = LayerSource(digest: version.contentDigest)
        let path = "\(folder)/\(version.contentDigest.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }).overlay"
        if let index = await offThePool({ try? LayerIndex(contentsOf: path, source: source) }) { return index }
        return try await prepare(version, at: path, source: source)
    }

    private func prepare(_ version: LayerVersion, at path: String, source: LayerSource) async throws -> LayerIndex {
        do {
            let writing = IndexWriting(try LayerIndexWriter(at: path, source: source))
            try await eachPage(of: version) { features in try await offThePool { writing.append(features) }.get() }
            return try await offThePool { writing.finish() }.get()
        } catch let error as IndexError {
            throw CaseworkError.layerMustBePrepared(version.id, found: "\(error)")
        }
    }

    private func madeInMemory(_ version: LayerVersion) async throws -> LayerIndex {
        var codes = ClassNumbers()
        var shapes: [LayerShape] = []
        try await eachPage(of: version) { features in shapes += features.map { codes.shape(of: $0) } }
        let (all, names) = (shapes, codes.codes)
        return await offThePool { LayerIndex(all, codes: names) }
    }

    private func eachPage(of version: LayerVersion, _ take: ([LayerFeature]) async throws -> Void) async throws {
        var last = 0
        while true {
            let features = try await store.features(of: version.id, after: last, limit: Self.pageSize)
            try await take(features)
            guard let end = features.last?.number, features.count == Self.pageSize else { return }
            last = end
        }
    }
}

/// Class codes in the order they are met (分类编号).
struct ClassNumbers: Sendable {
    private(set) var codes: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func shape(of feature: LayerFeature) -> LayerShape {
        LayerShape(feature: feature.number, classNumber: number(of: feature.code), shape: feature.shape)
    }

    private mutating func number(of code: String) -> Int {
        if let number = numbers[code] { return number }
        numbers[code] = codes.count
        codes.append(code)
        return codes.count - 1
    }
}

/// A writer of an index, used by one thread after another.
private final class IndexWriting: Sendable {
    private let writer: Mutex<LayerIndexWriter?>
    private let classes = Mutex(ClassNumbers())

    init(_ writer: consuming LayerIndexWriter) {
        self.writer = Mutex(writer)
    }

    func append(_ features: [LayerFeature]) -> Result<Void, IndexError> {
        let shapes = classes.withLock { classes in features.map { classes.shape(of: $0) } }
        return writer.withLock { writer in
            Result { () throws(IndexError) in
                for shape in shapes { try writer?.append(shape) }
            }
        }
    }

    func finish() -> Result<LayerIndex, IndexError> {
        let codes = classes.withLock { $0.codes }
        return writer.withLock { writer in
            Result { () throws(IndexError) in
                guard let writer = writer.take() else { preconditionFailure("An index is finished once") }
                return try writer.finish(codes: codes)
            }
        }
    }
}
