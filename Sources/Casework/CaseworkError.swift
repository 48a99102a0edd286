import Enforcement
import GeoFiles

/// Why a verb was not carried out (办理错误). Named after the rule broken; worded at the edge.
public enum CaseworkError: Error, Equatable, Sendable {
    case permissionMustBeHeld(Permission)
    case fileMustBeReadable(FileError)
    /// The layout is unknown: tell which field is which. `guess` is what the aliases matched.
    case mappingMustBeNamed(fields: [String], guess: FieldMapping)
    /// The mapping names a field the file has not.
    case mappingMustNameFields(named: String, fields: [String])
    /// JCMJ stands in no known unit: the user names it.
    case areaUnitMustBeNamed(field: String, sample: String)
    case layerMustBeBound(table: String, known: [String])
    case layerVersionMustExist(LayerVersionID)
    /// The prepared form of a layer cannot be written: the disk is full, or the folder is not ours.
    case layerMustBePrepared(LayerVersionID, found: String)
    case classFieldMustExist(named: String, fields: [String])
    case batchMustExist(BatchID)
    case entryMustExist(EntryNumber)
    case proposalMustExist(EntryNumber)
    /// Overruling a proposal, or withdrawing a batch, needs a reason.
    case reasonMustBeGiven
    case datesMustBeOrdered(from: Day, to: Day)
    case nothingToExport
    /// The file has errors, or this version of the program does not understand it any more.
    case planMustBeUsable(name: String, [PlanDiagnostic])
    /// The very text is in force already.
    case planMustBeNew(String)
    /// The plan is another campaign's and does not say that it continues this one.
    case planMustContinue(String, found: String)
    case ledger(LedgerError)
}

/// How far a long command has come (进度).
public struct Progress: Equatable, Sendable, Codable {
    public enum Step: String, Sendable, Codable, CaseIterable {
        case reading, storing, matching, overlaying, judging, writing, done
    }
    public var step: Step
    public var done: Int
    /// Nil while unknown.
    public var total: Int?

    public init(_ step: Step, done: Int, total: Int? = nil) {
        self.step = step
        self.done = done
        self.total = total
    }
}

public typealias ProgressReport = @Sendable (Progress) -> Void
