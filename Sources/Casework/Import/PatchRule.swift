/// The rules a row can break once its fields are understood (图斑规则). Raw values are catalogue names.
public enum PatchRule: String, CaseIterable, Sendable {
    case numberMustBeGiven = "number-must-be-given"
    case numberMustBeUnique = "number-must-be-unique"
    case numberWasDamaged = "number-was-damaged"
    case dayMustBeReadable = "day-must-be-readable"
    case daysMustBeOrdered = "days-must-be-ordered"
    case statedAreaMustBeNumber = "stated-area-must-be-number"
    case statedAreaMustAgree = "stated-area-must-agree"
    case divisionMustLieInArea = "division-must-lie-in-area"
    case areaUnitWasInferred = "area-unit-was-inferred"
    case fieldsWereMatched = "fields-were-matched"
    case rowMustTellSomething = "row-must-tell-something"
}
