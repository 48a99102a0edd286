/// What to read and how (读取请求). Sent to the reader process as JSON.
public struct ReadRequest: Codable, Equatable, Sendable {
    public enum Purpose: String, Codable, Sendable {
        /// Layers, fields, coordinate system, encoding and the first rows only.
        case inspect
        /// Every row.
        case read
    }
    public var path: String
    public var purpose: Purpose
    /// Layer or sheet to read; nil reads the only one, or the first that has polygons.
    public var layer: String?
    /// Coordinate system the user named, `EPSG:4527`; overrules the file and is checked by the values.
    public var coordinates: String?
    /// Transformation the user named for Xi'an 80 and Beijing 54: a PROJ pipeline or
    /// seven parameters `dx,dy,dz,rx,ry,rz,ppm` (position vector, arc seconds).
    public var transformation: String?
    /// Text encoding the user named: `UTF-8`, `GBK`, `GB18030`.
    public var encoding: String?
    /// Names of the columns that hold coordinates, for tables (CSV, XLSX, JSON).
    public var columns: CoordinateColumns?
    public var limits: ReadLimits

    public init(
        path: String, purpose: Purpose = .read, layer: String? = nil, coordinates: String? = nil, transformation: String? = nil,
        encoding: String? = nil, columns: CoordinateColumns? = nil, limits: ReadLimits = ReadLimits()
    ) {
        self.path = path
        self.purpose = purpose
        self.layer = layer
        self.coordinates = coordinates
        self.transformation = transformation
        self.encoding = encoding
        self.columns = columns
        self.limits = limits
    }
}

/// The two columns of a table that hold a position.
public struct CoordinateColumns: Codable, Equatable, Sendable {
    /// Longitude or easting.
    public var x: String
    /// Latitude or northing.
    public var y: String

    public init(x: String, y: String) {
        self.x = x
        self.y = y
    }
}

/// Limits the reader process keeps (读取上限), so that a hostile or broken file harms nothing but itself.
public struct ReadLimits: Codable, Equatable, Sendable {
    /// Wall-clock seconds; the parent kills the process after this.
    public var seconds: Double
    /// Address space of the process, in MiB.
    public var memoryMiB: Int
    public var features: Int
    public var verticesPerFeature: Int
    /// Vertices over the whole file.
    public var vertices: Int
    /// Bytes of a zip after inflating.
    public var inflatedBytes: Int

    public init(
        seconds: Double = 120, memoryMiB: Int = 4096, features: Int = 2_000_000, verticesPerFeature: Int = 1_000_000,
        vertices: Int = 100_000_000, inflatedBytes: Int = 2 << 30
    ) {
        self.seconds = seconds
        self.memoryMiB = memoryMiB
        self.features = features
        self.verticesPerFeature = verticesPerFeature
        self.vertices = vertices
        self.inflatedBytes = inflatedBytes
    }
}
