import Foundation

/// The sources of this package as text.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let allowedImports: [String: Set<String>] = [
        "LandGeometry": [],
        "GeoFiles": ["LandGeometry"],
        "Enforcement": ["LandGeometry"],
        "Casework": ["Enforcement", "GeoFiles", "LandGeometry"],
        "LedgerSQLite": ["Enforcement", "GeoFiles", "LandGeometry"],
        "Site": ["Casework", "Enforcement", "GeoFiles", "LandGeometry"],
        "landledger": ["Casework", "Enforcement", "GeoFiles", "LandGeometry", "LedgerSQLite", "Site"],
    ]
    static let modules = allowedImports.keys.sorted()

    static func paths(in folder: String, ending suffix: String) throws -> [URL] {
        let start = root.appendingPathComponent(folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: start.path)
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { start.appendingPathComponent($0) }
    }

    static func files(in folder: String) throws -> [SourceFile] {
        try paths(in: folder, ending: ".swift").map { url in
            let text = try String(contentsOf: url, encoding: .utf8)
            return SourceFile(
                path: String(url.path.dropFirst(root.path.count + 1)),
                lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }
}

/// One Swift file, read line by line; `swift format` keeps the layout this relies on.
struct SourceFile {
    var path: String
    var lines: [String]

    var imports: Set<String> {
        Set(
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at < 3, words.count > at + 1 else { return nil }
                return words[at + 1].split(separator: ".").first.map(String.init)
            })
    }

    /// Lengths of functions, from the line of `func` or `init` to the closing brace at the same indentation.
    var functionLengths: [(line: Int, length: Int)] {
        lines.indices.compactMap { start in
            let line = lines[start]
            let isHead = line.contains(#/^\s*(?:[a-z@()]+ )*(?:func |init[?(<])/#)
            guard isHead else { return nil }
            let indentation = line.prefix { $0 == " " }
            let closing = indentation + "}"
            guard line.hasSuffix("{") || !line.hasSuffix("}") else { return nil }
            guard let end = lines[start...].firstIndex(where: { $0 == closing }) else { return nil }
            return (start + 1, end - start + 1)
        }
    }

    /// Names of public structs, enums, classes, actors and protocols declared at the top level of the file.
    var publicTypes: [String] {
        lines.compactMap { line in
            line.firstMatch(of: #/^public (?:final |indirect )?(?:struct|enum|class|actor|protocol) ([A-Za-z]+)/#).map { String($0.1) }
        }
    }
}
