/// Something wrong or worth knowing in a plan file (方案诊断): where, what stands there, the rule, the remedy.
public struct PlanDiagnostic: Sendable, Equatable {
    public enum Severity: String, Sendable, CaseIterable, Codable {
        /// The plan cannot be used.
        case error
        case warning
        case note
    }
    /// The rule of the plan language that is broken.
    public enum Rule: String, Sendable, CaseIterable {
        case fileMustBeSmall = "file-must-be-small"
        case textMustBeUTF8 = "text-must-be-utf8"
        case yamlMustParse = "yaml-must-parse"
        case yamlMustIndentBySpaces = "yaml-must-indent-by-spaces"
        case yamlMustIndentAlike = "yaml-must-indent-alike"
        case yamlBracketMustBeClosed = "yaml-bracket-must-be-closed"
        case yamlQuoteMustBeClosed = "yaml-quote-must-be-closed"
        case yamlKeyMustHaveColon = "yaml-key-must-have-colon"
        case yamlWordMustBeQuoted = "yaml-word-must-be-quoted"
        case yamlEscapeMustBeKnown = "yaml-escape-must-be-known"
        case yamlMustBeOneDocument = "yaml-must-be-one-document"
        case yamlMustHaveNoControls = "yaml-must-have-no-controls"
        case referenceMustNotStand = "reference-must-not-stand"
        case nestingMustBeShallow = "nesting-must-be-shallow"
        case keyMustBeKnown = "key-must-be-known"
        case keyMustBePresent = "key-must-be-present"
        case nameMustBeUnique = "name-must-be-unique"
        case nameMustBeDeclared = "name-must-be-declared"
        case nameMustNotBeReserved = "name-must-not-be-reserved"
        case valueMustBeText = "value-must-be-text"
        case valueMustBeMapping = "value-must-be-mapping"
        case valueMustBeList = "value-must-be-list"
        case valueMustBeOneOf = "value-must-be-one-of"
        case dayMustExist = "day-must-exist"
        case amountMustBeReadable = "amount-must-be-readable"
        case amountMustSuitMeasure = "amount-must-suit-measure"
        case amountMustHaveUnit = "amount-must-have-unit"
        case listMustNameMembers = "list-must-name-members"
        case factMustHaveOneSource = "fact-must-have-one-source"
        case classMustBeNamed = "class-must-be-named"
        case splitMustBeMeasured = "split-must-be-measured"
        case unlawfulPartBelongsToFlags = "unlawful-part-belongs-to-flags"
        case rowMustHaveExamples = "row-must-have-examples"
        case exampleMustComeOut = "example-must-come-out"
        case rowsMustLeaveNoGap = "rows-must-leave-no-gap"
        case rowMustBeReachable = "row-must-be-reachable"
        case rowsMustNotOverlap = "rows-must-not-overlap"
        case factMustBeUsed = "fact-must-be-used"
        case dueMustNotPrecedeIssue = "due-must-not-precede-issue"
        case scheduleMustRise = "schedule-must-rise"
        case limitIsBlank = "limit-is-blank"
        case numberIsNotOfficial = "number-is-not-official"
        case annexMustBeThere = "annex-must-be-there"
        case annexMustBeWhole = "annex-must-be-whole"
        case clauseMustBePrinted = "clause-must-be-printed"
        case clauseMustBeCited = "clause-must-be-cited"
        case contentsMustBePrinted = "contents-must-be-printed"
        case pointIsOpen = "point-is-open"
        case membersMustBeNamed = "members-must-be-named"
        case unitMustHaveJurisdiction = "unit-must-have-jurisdiction"
        case tableIsTooWide = "table-is-too-wide"
        case routeMustHaveAcceptance = "route-must-have-acceptance"
        case routeMustBeReached = "route-must-be-reached"
        case stepsMustNotCircle = "steps-must-not-circle"
        case targetMustHaveDay = "target-must-have-day"
        case stagesMustFollow = "stages-must-follow"
        case scheduleMustReachAll = "schedule-must-reach-all"
        case metricMustBeStated = "metric-must-be-stated"
        case metricChangesMidway = "metric-changes-midway"
        case numberMustBeStated = "number-must-be-stated"
        case dueMustBeGiven = "due-must-be-given"
        case dueMustNotContradict = "due-must-not-contradict"
        case dueMustBeExact = "due-must-be-exact"
        case dueIsInferred = "due-is-inferred"
        case dueMustLieInPhase = "due-must-lie-in-phase"
        case beforeIncludesDay = "before-includes-day"
        case dueMustBeWorkday = "due-must-be-workday"
        case phasesMustLeaveNoHole = "phases-must-leave-no-hole"
        case phasesMustNotOverlap = "phases-must-not-overlap"
        case rowMustBeWhole = "row-must-be-whole"
        case rowMustBeFilled = "row-must-be-filled"
        case rowNumbersMustRun = "row-numbers-must-run"
        case classCountMustBePrinted = "class-count-must-be-printed"
        case classCountMustAgree = "class-count-must-agree"
        case rungMustBeReached = "rung-must-be-reached"
        case latencyMustHaveLimit = "latency-must-have-limit"
        case seasonIsNotOfficial = "season-is-not-official"
        case tiersMustNotOverlap = "tiers-must-not-overlap"
        case tiersMustLeaveNoGap = "tiers-must-leave-no-gap"
        case scoreMustAddUp = "score-must-add-up"
        case deductionMustFitItem = "deduction-must-fit-item"
        case allotmentMustAddUp = "allotment-must-add-up"
        case thresholdsMustRise = "thresholds-must-rise"
        case figureMustBeUsed = "figure-must-be-used"
        case periodMustBeStated = "period-must-be-stated"
    }
    public var line: Int
    public var column: Int
    public var severity: Severity
    public var rule: Rule
    /// What stands there.
    public var found: String
    /// What could stand there instead; nil where nothing can be proposed.
    public var suggestion: String?

    public init(line: Int, column: Int, severity: Severity, rule: Rule, found: String, suggestion: String? = nil) {
        self.line = line
        self.column = column
        self.severity = severity
        self.rule = rule
        self.found = found
        self.suggestion = suggestion
    }

    /// `file:line:column: severity: text (rule-id)`.
    public func text(file: String, in language: Language) -> String {
        "\(file):\(line):\(column): \(severity.title(in: language)): \(message(in: language)) (\(rule.rawValue))"
    }
}

/// What a plan file gives (方案读取结果).
public struct PlanReading: Sendable, Equatable {
    /// Nil when any diagnostic is an error.
    public var plan: Plan?
    /// By line and column.
    public var diagnostics: [PlanDiagnostic]
}
