import Yams

/// What is wrong with the syntax of a YAML file (YAML 语法问题): libyaml's sentence turned into a rule, with its place and line.
struct YamlTrouble {
    var rule: PlanDiagnostic.Rule
    var place: SourcePosition
    var found: String

    init(_ error: any Error, in yaml: String) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            self.init(problem, mark, context, in: yaml)
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(rule: .nameMustBeUnique, place: Self.place(context.mark), found: duplicates.sorted().joined(separator: ", "))
        case .reader(_, let offset, let value, _):
            let place = YamlPlace.position(after: String(yaml.prefix(offset ?? 0)))
            self.init(rule: .yamlMustHaveNoControls, place: place, found: "U+" + String(max(0, value), radix: 16, uppercase: true))
        default:
            self.init(rule: .yamlMustParse, place: SourcePosition(line: 1, column: 1), found: "\(error)")
        }
    }

    private init(rule: PlanDiagnostic.Rule, place: SourcePosition, found: String) {
        self.rule = rule
        self.place = place
        self.found = found
    }

    /// Where something was left open, the place is where it was opened: the end of the file tells nobody anything.
    private init(_ problem: String, _ mark: Mark, _ context: YamlError.Context?, in yaml: String) {
        let rule = Self.rule(problem, context: context?.text ?? "", line: Self.rawLine(mark.line, of: yaml))
        let isLeftOpen = [.yamlBracketMustBeClosed, .yamlQuoteMustBeClosed, .yamlKeyMustHaveColon].contains(rule)
        let opened = isLeftOpen ? context?.mark : nil
        let place = Self.place(opened ?? mark)
        self.init(rule: rule, place: place, found: YamlPlace.line(place.line, of: yaml))
    }

    private static func place(_ mark: Mark) -> SourcePosition { SourcePosition(line: max(1, mark.line), column: max(1, mark.column)) }

    private static func rawLine(_ number: Int, of yaml: String) -> Substring {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    private static func rule(_ problem: String, context: String, line: Substring) -> PlanDiagnostic.Rule {
        func says(_ words: String...) -> Bool { words.contains { problem.contains($0) } }
        if says("nesting level") { return .nestingMustBeShallow }
        if says("another document", "document indicator") { return .yamlMustBeOneDocument }
        if says("undefined alias") { return .yamlWordMustBeQuoted }
        if context.contains("quoted scalar"), says("end of stream") { return .yamlQuoteMustBeClosed }
        if says("unknown escape", "escape code", "hexdecimal") { return .yamlEscapeMustBeKnown }
        if context.contains("flow") { return .yamlBracketMustBeClosed }
        if says("tab character") || line.prefix(while: \.isWhitespace).contains("\t") { return .yamlMustIndentBySpaces }
        if says("expected ':'") { return .yamlKeyMustHaveColon }
        if says("cannot start any token", "alphabetic or numeric", "expected whitespace", "tag") { return .yamlWordMustBeQuoted }
        if says("not allowed in this context", "expected key", "'-' indicator", "<document start>", "expected node content") {
            return .yamlMustIndentAlike
        }
        return .yamlMustParse
    }
}
