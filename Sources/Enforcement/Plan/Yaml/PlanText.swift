import Yams

extension Plan {
    /// Limits of a plan file (方案文件上限). The plan of a county needs 30 KiB and nests six levels deep.
    public enum Limits {
        public static let bytes = 1 << 20
        public static let depth = 24
    }

    /// Reads a plan from the bytes of its file (读取方案文件): what is too large, or no UTF-8, is told before YAML sees it.
    ///
    /// - Parameter bytes: the whole file, or its first `Limits.bytes` + 1 bytes when it is larger.
    public static func read(bytes: [UInt8], name: String, digest: String? = nil) -> PlanReading {
        guard bytes.count <= Limits.bytes else {
            return PlanReading(failing: .fileMustBeSmall, at: SourcePosition(line: 1, column: 1), found: name)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let valid = validPrefix(bytes)
            let place = YamlPlace.position(after: valid)
            return PlanReading(failing: .textMustBeUTF8, at: place, found: YamlPlace.line(place.line, of: valid))
        }
        return read(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text, name: name, digest: digest)
    }

    /// The characters before the first byte that is no UTF-8.
    private static func validPrefix(_ bytes: [UInt8]) -> String {
        var decoder = UTF8()
        var input = bytes.makeIterator()
        var text = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&input) { text.append(scalar) }
        return String(text)
    }
}

extension PlanReading {
    /// A reading that came to nothing for one reason.
    init(failing rule: PlanDiagnostic.Rule, at place: SourcePosition, found: String) {
        let it = PlanDiagnostic(line: place.line, column: place.column, severity: .error, rule: rule, found: found)
        self.init(plan: nil, diagnostics: [it])
    }
}

/// Places in the text of a YAML file, counted from 1 as editors do (文本位置).
enum YamlPlace {
    static func position(after text: String) -> SourcePosition {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return SourcePosition(line: line, column: column)
    }

    /// A line without its indentation, cut to what a terminal shows.
    static func line(_ number: Int, of text: String) -> String {
        let lines = text.split(separator: "\n", maxSplits: max(number, 1), omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return "" }
        let words = lines[number - 1].drop(while: \.isWhitespace).filter { $0 != "\r" && $0 != "\t" }
        return words.count > 40 ? words.prefix(40) + "…" : String(words)
    }
}
