import LandGeometry

/// Well-known binary (OGC 06-103r4, ISO 13249-3): the form geometry has in stores and between processes.
public enum WKB {
    /// Little-endian MultiPolygon.
    public static func encode(_ shape: MultiPolygon) -> [UInt8] { [] }
    public static func encode(_ point: Position) -> [UInt8] { [] }
    /// Nil for anything but a well-formed 2D Polygon or MultiPolygon of either byte order.
    public static func decodeShape(_ bytes: [UInt8]) -> MultiPolygon? { nil }
    public static func decodePoint(_ bytes: [UInt8]) -> Position? { nil }
}
