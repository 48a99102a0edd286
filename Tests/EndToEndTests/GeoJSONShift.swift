import Foundation

/// Moves every position of a GeoJSON file by a constant, to lay real shapes over another country's layer.
enum GeoJSONShift {
    /// - Returns: number of features written.
    static func move(_ source: String, to target: String, longitude: Double, latitude: Double) throws -> Int {
        let data = try Data(contentsOf: URL(fileURLWithPath: source))
        guard var collection = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let features = collection["features"] as? [[String: Any]]
        else { return 0 }
        let moved = features.map { feature -> [String: Any] in
            var feature = feature
            if var geometry = feature["geometry"] as? [String: Any], let coordinates = geometry["coordinates"] {
                geometry["coordinates"] = shift(coordinates, longitude, latitude)
                feature["geometry"] = geometry
            }
            return feature
        }
        collection["features"] = moved
        try JSONSerialization.data(withJSONObject: collection).write(to: URL(fileURLWithPath: target))
        return moved.count
    }

    private static func shift(_ value: Any, _ longitude: Double, _ latitude: Double) -> Any {
        if let pair = value as? [Double], pair.count >= 2 { return [pair[0] + longitude, pair[1] + latitude] }
        guard let list = value as? [Any] else { return value }
        return list.map { shift($0, longitude, latitude) }
    }
}
