import Foundation

/// Signs that a file is in China's shifted map coordinates (GCJ-02、BD-09 偏移坐标嫌疑).
///
/// No geometry tells: a shifted polygon looks like any other, 300–700 m away. So only words are looked for: a field, a layer,
/// or the first 64 KiB of a text format that names the shift or one of the map services that serve it. A file without such
/// words may still be shifted; the remark is a reason to look, not a proof.
enum ShiftSuspicion {
    private static let words = [
        "gcj02", "gcj-02", "gcj_02", "gcj", "火星坐标", "高德", "autonavi", "amap.com", "腾讯地图", "map.qq.com", "bd09", "bd-09", "百度坐标",
        "map.baidu",
    ]

    /// The word that raised the suspicion.
    static func word(in description: FileDescription, path: String, isGeographic: Bool) -> String? {
        guard isGeographic else { return nil }
        let names = ([description.layer] + description.fields + [(path as NSString).lastPathComponent]).joined(separator: "\n").lowercased()
        if let word = words.first(where: names.contains) { return word }
        guard ["GeoJSON", "LIBKML", "KML", "GPX", "CSV", "GeoRSS"].contains(description.format) else { return nil }
        guard let handle = FileHandle(forReadingAtPath: path), let head = try? handle.read(upToCount: 1 << 16) else { return nil }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        return words.first(where: text.contains)
    }
}
