import Yams

/// Collects the diagnostics of one reading (诊断收集).
final class PlanNotes {
    private(set) var diagnostics: [PlanDiagnostic] = []

    func report(_ rule: PlanDiagnostic.Rule, at node: Node, found: String, suggestion: String? = nil) {
        report(rule, at: node.position, found: found, suggestion: suggestion)
    }

    func report(
        _ rule: PlanDiagnostic.Rule, _ severity: PlanDiagnostic.Severity = .error, at position: SourcePosition, found: String,
        suggestion: String? = nil
    ) {
        diagnostics.append(
            PlanDiagnostic(
                line: position.line, column: position.column, severity: severity, rule: rule, found: Self.shown(found),
                suggestion: suggestion))
    }

    /// What a screen can show of it: a page pasted into one value is cut.
    private static func shown(_ text: String) -> String { text.utf8.count > 2000 ? String(text.prefix(200)) + "…" : text }

    /// Reports every name given a second time.
    func reportDuplicates(_ names: [(String, SourcePosition)]) {
        var seen: Set<String> = []
        for (name, position) in names where !name.isEmpty && !seen.insert(name).inserted {
            report(.nameMustBeUnique, at: position, found: name)
        }
    }
}

extension Node {
    var position: SourcePosition {
        SourcePosition(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    /// The text of a scalar as written; nil for lists, mappings and blanks.
    var word: String? {
        guard let scalar, !(scalar.string.isEmpty && scalar.style == .any) else { return nil }
        return scalar.string == "~" && scalar.style == .plain ? nil : scalar.string
    }

    var isBlank: Bool { scalar.map { ($0.string.isEmpty || $0.string == "~") && $0.style != .doubleQuoted } ?? false }
}
