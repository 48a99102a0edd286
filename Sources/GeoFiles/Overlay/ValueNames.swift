import Foundation

/// Values that occur again and again, each kept once (取值表).
struct ValueNames {
    private(set) var all: [String] = []
    private var places: [String: Int32] = [:]
    private var placesOfBytes: [[UInt8]: Int32] = [:]
    private var lastBytes: [UInt8] = []
    private var lastPlace: Int32?

    /// Blank is a value too: the class of features that have none. Spaces around a value are not part of it.
    mutating func place(of value: String?) -> Int32 {
        let name = Self.trimmed(value ?? "")
        if let last = all.last, last == name { return Int32(all.count - 1) }
        if let place = places[name] { return place }
        places[name] = Int32(all.count)
        all.append(name)
        return Int32(all.count - 1)
    }

    /// The same for a value in its bytes, which are decoded when they are seen for the first time.
    mutating func place(ofBytes bytes: UnsafeRawBufferPointer?, decode: (UnsafeRawBufferPointer) -> String?) -> Int32 {
        guard let bytes else { return place(of: nil) }
        if let lastPlace, lastBytes.elementsEqual(bytes) { return lastPlace }
        lastBytes = Array(bytes)
        let place = placesOfBytes[lastBytes] ?? place(of: decode(bytes))
        placesOfBytes[lastBytes] = place
        lastPlace = place
        return place
    }

    private static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false else { return text }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
