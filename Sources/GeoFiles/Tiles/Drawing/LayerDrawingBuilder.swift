import Foundation
import LandGeometry

/// Prepares a layer version for drawing (制作图层绘制文件): feature after feature is added, then the file is written in one go.
///
/// Holds all vertices in memory until the file is written: about 40 bytes each at the peak. The same features give the same bytes.
public struct LayerDrawingBuilder: Sendable {
    /// Layers of more features carry no names: they would hide the ground.
    public static let labelLimit = 60

    private struct Polygon {
        var feature: Int
        var rings: Range<Int>
        var box: WorldBox
        var key: UInt64
    }

    private var rings = RingStore()
    private var polygons: [Polygon] = []
    private var numbers: [UInt64] = []
    private var codes: [UInt32] = []
    private var boxes: [WorldBox] = []
    private var places: [String: UInt32] = [:]
    private var words = DrawingWords()

    public init() {}

    /// - Parameter number: id of the feature in the tiles.
    public mutating func add(number: UInt64, code: String, name: String?, shape: MultiPolygon) {
        let feature = numbers.count
        var whole = WorldBox()
        for polygon in shape.polygons {
            let first = rings.ringCount
            guard rings.add(polygon.outer, isHole: false) else { continue }
            for hole in polygon.holes { _ = rings.add(hole, isHole: true) }
            let box = rings.box(first)
            polygons.append(Polygon(feature: feature, rings: first..<rings.ringCount, box: box, key: box.curveKey))
            whole.include(box)
        }
        numbers.append(number)
        codes.append(place(of: code))
        boxes.append(whole)
        addLabel(number, code, name, shape)
    }

    private mutating func place(of code: String) -> UInt32 {
        if let place = places[code] { return place }
        places[code] = UInt32(words.codes.count)
        words.codes.append(code)
        return UInt32(words.codes.count - 1)
    }

    private mutating func addLabel(_ number: UInt64, _ code: String, _ name: String?, _ shape: MultiPolygon) {
        guard numbers.count <= LayerDrawingBuilder.labelLimit else { return words.labels.removeAll() }
        guard let name, !name.isEmpty, let place = shape.labelPoint else { return }
        words.labels.append(
            .init(number: number, name: name, code: code, longitude: place.longitude, latitude: place.latitude))
    }

    /// Written beside and renamed, so that a file is whole or absent.
    /// - Parameter source: names what was added; a reader that expects another source refuses the file.
    public mutating func write(to path: String, source: String) throws(FileError) {
        sort()
        let levels = levels()
        let body = path + ".body-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: body) }
        let file = try DrawingWriter(path: body, source: source)
        try writeVertices(file, levels)
        try writeFeatures(file)
        try file.finish()
        guard let drawing = LayerDrawing(path: body, source: source) else { throw .writingMustSucceed(path: path, found: "unreadable") }
        let tiles = ReadyTiles(of: drawing)
        try file.resume()
        try file.write(tiles.keys, as: .tileKeys)
        try file.write(tiles.starts, as: .tileStarts)
        try file.write(tiles.bytes, as: .tiles)
        try file.finish()
        guard rename(body, path) == 0 else { throw .writingMustSucceed(path: path, found: String(cString: strerror(errno))) }
    }

    /// Features along the curve, a feature's polygons along it too.
    private mutating func sort() {
        let order = boxes.indices.sorted { (boxes[$0].curveKey, $0) < (boxes[$1].curveKey, $1) }
        var places = [Int](repeating: 0, count: order.count)
        for (place, feature) in order.enumerated() { places[feature] = place }
        numbers = order.map { numbers[$0] }
        codes = order.map { codes[$0] }
        boxes = order.map { boxes[$0] }
        for i in polygons.indices { polygons[i].feature = places[polygons[i].feature] }
        polygons.sort { ($0.feature, $0.key, $0.rings.lowerBound) < ($1.feature, $1.key, $1.rings.lowerBound) }
    }

    private func levels() -> [UInt8] {
        var levels = JunctionTable.levels(of: rings, unknown: VertexLevels.unknown)
        var work = VertexLevels()
        for ring in 0..<rings.ringCount { work.assign(rings, rings.range(ring), to: &levels) }
        return levels
    }

    private func writeVertices(_ file: DrawingWriter, _ levels: [UInt8]) throws(FileError) {
        let order = polygons.flatMap(\.rings)
        try file.write(gathered(rings.x, order), as: .x)
        try file.write(gathered(rings.y, order), as: .y)
        try file.write(gathered(levels, order), as: .levels)
        var starts: [UInt32] = [0]
        for ring in order { starts.append((starts.last ?? 0) + UInt32(rings.range(ring).count)) }
        try file.write(starts, as: .ringStarts)
        try file.write(order.map(rings.box), as: .ringBoxes)
    }

    private func gathered<Element>(_ source: [Element], _ order: [Int]) -> [Element] {
        var result: [Element] = []
        result.reserveCapacity(source.count)
        for ring in order { result.append(contentsOf: source[rings.range(ring)]) }
        return result
    }

    private func writeFeatures(_ file: DrawingWriter) throws(FileError) {
        var starts: [UInt32] = [0]
        for polygon in polygons { starts.append((starts.last ?? 0) + UInt32(polygon.rings.count)) }
        try file.write(starts, as: .polygonStarts)
        try file.write(polygons.map { UInt32($0.feature) }, as: .polygonFeatures)
        try file.write(BoxRows.rows(over: polygons.map(\.box)), as: .tree)
        try file.write(numbers, as: .numbers)
        try file.write(codes, as: .codes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try file.write((try? encoder.encode(words)).map { [UInt8]($0) } ?? [], as: .words)
    }
}
