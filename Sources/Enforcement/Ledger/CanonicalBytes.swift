import LandGeometry

#if _endian(big)
    #error("Canonical bytes are little-endian as WKB is; a big-endian machine needs a writer of its own.")
#endif

/// Writes values so that equal values, and only they, give equal bytes (规范字节). What is hashed is written with it.
///
/// Optional values are led by one byte, texts and lists by their length in 8 bytes; numbers are little-endian,
/// `Double` is IEEE 754. No value can therefore run into the next.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    init(_ form: String) {
        append(form)
    }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Minus zero is written as zero: databases do not keep its sign.
    mutating func append(_ number: Double) {
        withUnsafeBytes(of: (number + 0).bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ block: [UInt8]) {
        append(block.count)
        bytes.append(contentsOf: block)
    }

    /// One byte for absence or presence, then the value.
    mutating func append<Value>(optional value: Value?, _ write: (inout CanonicalBytes, Value) -> Void) {
        bytes.append(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func append(_ text: String?) { append(optional: text) { $0.append($1) } }
    mutating func append(_ number: Int?) { append(optional: number) { $0.append($1) } }
    mutating func append(_ area: Area?) { append(optional: area) { $0.append($1.squareMetres) } }
    mutating func append(_ day: Day?) { append(optional: day) { $0.append($1.number) } }

    mutating func append(_ attributes: [Attribute]) {
        append(attributes.count)
        for attribute in attributes {
            append(attribute.name)
            append(attribute.value)
        }
    }

    mutating func append(_ shape: MultiPolygon) {
        append(shape.polygons.count)
        for polygon in shape.polygons {
            append(polygon.holes.count + 1)
            for ring in polygon.rings { append(ring) }
        }
    }

    /// The positions of a ring, without a repeated first one at the end: stores close rings, the program does not.
    private mutating func append(_ ring: Ring) {
        var end = ring.positions.endIndex
        while end > 1, ring.positions[end - 1] == ring.positions[0] { end -= 1 }
        append(end)
        ring.positions[..<end].withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
}
