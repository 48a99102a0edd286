/// An array of objects as a table (JSON 列表): camera alerts and other feeds. Objects in objects are flattened to `a.b`,
/// lists of plain values are joined by `;`, a GeoJSON geometry becomes well-known text.
struct JSONRecords {
    private(set) var names: [String] = []
    private(set) var records: [TableRecord] = []
    private var places: [String: Int] = [:]

    /// Nil for GeoJSON, TopoJSON and JSON without a list of objects: those are GDAL's.
    init?(_ bytes: [UInt8]) throws(FileError) {
        let value = try JSONParser.parse(bytes)
        guard !JSONRecords.isGeoJSON(value), let items = JSONRecords.list(in: value, depth: 0) else { return nil }
        guard !(items.first.map(JSONRecords.isGeoJSON) ?? false) else { return nil }
        for (index, item) in items.enumerated() { add(item, number: index + 1) }
    }

    /// By words GeoJSON, Esri JSON and TopoJSON cannot do without, for text that is no JSON to the letter.
    static func looksGeographic(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
        return ["\"FeatureCollection\"", "\"Feature\"", "\"esriGeometry", "\"Topology\""].contains(where: text.contains)
    }

    private static func isGeoJSON(_ value: JSONText) -> Bool {
        if value["type"] == .string("FeatureCollection") || value["type"] == .string("Topology") { return true }
        if value["type"] == .string("Feature") { return value["geometry"] != nil }
        return value["coordinates"] != nil && value["type"] != nil || value["geometryType"] != nil && value["features"] != nil
    }

    private static let usual = ["items", "data", "rows", "records", "list", "results", "result", "alerts", "content"]

    /// The list itself, or the first found under a usual name, then under any name, three objects deep.
    private static func list(in value: JSONText, depth: Int) -> [JSONText]? {
        switch value {
        case .array(let items):
            return !items.isEmpty && items.allSatisfy(isObject) ? items : nil
        case .object(let members) where depth < 3:
            let named = usual.compactMap { value[$0] }
            for inner in named + members.map(\.value) {
                if let list = list(in: inner, depth: depth + 1) { return list }
            }
            return nil
        default:
            return nil
        }
    }

    private static func isObject(_ value: JSONText) -> Bool {
        if case .object = value { true } else { false }
    }

    private mutating func add(_ item: JSONText, number: Int) {
        var record = TableRecord(row: number, cells: Array(repeating: nil, count: names.count))
        flatten(item, path: "", into: &record)
        records.append(record)
    }

    private mutating func flatten(_ value: JSONText, path: String, into record: inout TableRecord) {
        switch value {
        case .object(let members):
            if let text = GeometryText.of(value) {
                put(text, path, &record)
            } else {
                for member in members { flatten(member.value, path: path.isEmpty ? member.key : path + "." + member.key, into: &record) }
            }
        case .array(let items):
            if items.contains(where: JSONRecords.isObject) {
                for (i, item) in items.enumerated() { flatten(item, path: path + "." + String(i + 1), into: &record) }
            } else {
                put(items.compactMap(JSONRecords.plain).joined(separator: ";"), path, &record)
            }
        default:
            put(JSONRecords.plain(value), path, &record)
        }
    }

    private static func plain(_ value: JSONText) -> String? {
        switch value {
        case .string(let text): text
        case .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .array(let items): "[" + items.compactMap(plain).joined(separator: ",") + "]"
        case .null, .object: nil
        }
    }

    private mutating func put(_ text: String?, _ name: String, _ record: inout TableRecord) {
        let place = self.place(of: name)
        while record.cells.count <= place { record.cells.append(nil) }
        record.cells[place] = text.flatMap(CellText.clean)
    }

    private mutating func place(of name: String) -> Int {
        if let place = places[name] { return place }
        places[name] = names.count
        names.append(name)
        return names.count - 1
    }
}

/// A GeoJSON geometry within a record, as well-known text.
enum GeometryText {
    /// Nil for objects that are no geometry.
    static func of(_ value: JSONText) -> String? {
        guard case .string(let type) = value["type"], let coordinates = value["coordinates"] else { return nil }
        guard ["Point", "Polygon", "MultiPolygon"].contains(type) else { return nil }
        return type.uppercased() + (type == "Point" ? "(" + position(coordinates) + ")" : brackets(coordinates))
    }

    private static func brackets(_ value: JSONText) -> String {
        guard case .array(let items) = value else { return "" }
        return "(" + items.map { isPosition($0) ? position($0) : brackets($0) }.joined(separator: ",") + ")"
    }

    private static func isPosition(_ value: JSONText) -> Bool {
        guard case .array(let items) = value, case .number = items.first else { return false }
        return true
    }

    private static func position(_ value: JSONText) -> String {
        guard case .array(let items) = value else { return "" }
        return items.compactMap { if case .number(let text) = $0 { text } else { nil } }.joined(separator: " ")
    }
}
