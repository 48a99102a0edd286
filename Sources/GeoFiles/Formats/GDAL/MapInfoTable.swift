import Foundation

/// The head of a MapInfo table (`.tab`), as far as it names other tables (MapInfo 表).
enum MapInfoTable {
    /// The tables a view opens, or that it is a seamless table, whose parts stand in its rows; nil for a table of its own.
    static func others(namedBy path: String) -> String? {
        guard (path as NSString).pathExtension.lowercased() == "tab",
            let bytes = FileManager.default.contents(atPath: path)?.prefix(1 << 16)
        else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let opened = lines.filter { $0.lowercased().hasPrefix("open table") }.compactMap { $0.split(separator: "\"").dropFirst().first }
        if !opened.isEmpty { return opened.map { String($0) }.joined(separator: ", ") }
        return lines.contains { $0.lowercased().contains("\\isseamless\" = \"true\"") } ? "seamless" : nil
    }
}
