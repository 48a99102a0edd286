import Enforcement
import Foundation
import GeoFiles
import LandGeometry

/// The drawings of the layer versions (图层绘制文件柜): made once from the store, kept in the work folder, mapped into memory.
///
/// Many may ask for a drawing that is not there yet; it is made once and all wait for it. Deleting the folder is safe at any time
/// while the server stands still: what is missing, foreign or cut short is made again.
actor LayerDrawings {
    /// Counts up when tiles come to look different, so that browsers and work folders forget the old ones.
    static let edition = 2
    /// Features read from the store at a time.
    private static let pageSize = 5000

    private let store: any Store
    private let folder: String
    private let workshop = TileWorkshop(width: 1)
    private var opened: [String: LayerDrawing] = [:]
    private var underWay: [String: Task<LayerDrawing, any Error>] = [:]

    init(store: any Store, folder: String) {
        self.store = store
        self.folder = folder
    }

    /// - Parameter source: names the version and its content; another content is another drawing.
    func drawing(of version: LayerVersion, source: String) async throws -> LayerDrawing {
        if let drawing = opened[source] { return drawing }
        if let task = underWay[source] { return try await task.value }
        let task = Task { try await made(version, source) }
        underWay[source] = task
        defer { underWay[source] = nil }
        let drawing = try await task.value
        opened[source] = drawing
        return drawing
    }

    /// Makes what is missing, one after another, and clears away what belongs to none of these versions.
    func prepare(_ versions: [(version: LayerVersion, source: String)]) async {
        let wanted = Set(versions.map { $0.source + ".drawing" })
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !wanted.contains(name) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        for (version, source) in versions { _ = try? await drawing(of: version, source: source) }
    }

    private func made(_ version: LayerVersion, _ source: String) async throws -> LayerDrawing {
        let path = "\(folder)/\(source).drawing"
        if let drawing = await workshop.make({ LayerDrawing(path: path, source: source) }) { return drawing }
        let builder = try await gathered(version)
        return try await workshop.make {
            Result { () throws(FileError) in
                var builder = builder
                try builder.write(to: path, source: source)
                guard let drawing = LayerDrawing(path: path, source: source) else {
                    throw FileError.writingMustSucceed(path: path, found: "unreadable")
                }
                return drawing
            }
        }.get()
    }

    private func gathered(_ version: LayerVersion) async throws -> LayerDrawingBuilder {
        var builder = LayerDrawingBuilder()
        var last = 0
        while true {
            let features = try await store.features(of: version.id, after: last, limit: Self.pageSize)
            for feature in features {
                builder.add(number: UInt64(feature.number), code: feature.code, name: feature.name, shape: feature.shape)
            }
            guard let end = features.last?.number, features.count == Self.pageSize else { return builder }
            last = end
        }
    }
}
