import LandGeometry

/// Which files to lay over each other and how (文件套合单).
public struct FileOverlayOrder: Codable, Equatable, Sendable {
    /// How rings are taken from files.
    public enum Handling: String, Codable, Sendable {
        /// As every import does: checked and repaired, row by row; rows beyond repair are left out and told.
        case checked
        /// As drawn, for files known to be sound: many times faster. What crosses itself counts by winding.
        case asDrawn
    }

    public var patches: GroundFile
    public var layers: [NamedLayer]
    /// `.asGiven` reckons in the plane of the files, which must be one and the same; rings are then taken as drawn.
    public var plane: Plane
    public var handling: Handling
    /// How many threads read, project and lay over at the same time. Figures do not depend on it.
    public var threads: Int
    /// How much of the layers is held, in memory and in windows of files, before the patches are laid over it. Figures do not depend
    /// on it.
    public var heldMegabytes: Int
    public var limits: ReadLimits

    public init(
        patches: GroundFile, layers: [NamedLayer], plane: Plane = .equalArea, handling: Handling = .checked, threads: Int = 2,
        heldMegabytes: Int = 2048, limits: ReadLimits = .forOverlay
    ) {
        self.patches = patches
        self.layers = layers
        self.plane = plane
        self.handling = handling
        self.threads = threads
        self.heldMegabytes = heldMegabytes
        self.limits = limits
    }

    /// Patches first, then the layers.
    var paths: [String] { [patches.path] + layers.map(\.file.path) }

    /// A layer under the name it has in the table.
    public struct NamedLayer: Codable, Equatable, Sendable {
        public var name: String
        public var file: GroundFile
        public init(name: String, file: GroundFile) {
            self.name = name
            self.file = file
        }
    }
}

/// A file of ground with one field that matters (图形文件).
public struct GroundFile: Codable, Equatable, Sendable {
    public var path: String
    /// Number of a patch, or class of a layer's feature; nil tells patches by their row and makes a layer one class.
    public var field: String?
    /// Layer or sheet to read, as in `ReadRequest`.
    public var layer: String?
    public var coordinates: String?
    public var transformation: String?
    public var encoding: String?

    public init(
        path: String, field: String? = nil, layer: String? = nil, coordinates: String? = nil, transformation: String? = nil,
        encoding: String? = nil
    ) {
        self.path = path
        self.field = field
        self.layer = layer
        self.coordinates = coordinates
        self.transformation = transformation
        self.encoding = encoding
    }

    func request(_ limits: ReadLimits) -> ReadRequest {
        ReadRequest(
            path: path, layer: layer, coordinates: coordinates, transformation: transformation, encoding: encoding, limits: limits)
    }
}

extension ReadLimits {
    /// A province's layer in one reading: what counts is that the process stays within its memory.
    public static let forOverlay = ReadLimits(
        seconds: 3600, memoryMiB: 16 << 10, features: 100_000_000, verticesPerFeature: 10_000_000, vertices: 20_000_000_000)
}
