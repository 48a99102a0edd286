/// Why a file as a whole could not be read or written (文件错误). Wording is made at the edge.
public enum FileError: Error, Equatable, Sendable, Codable {
    case fileMustExist(path: String)
    case formatMustBeKnown(found: String)
    /// The file is damaged: what the driver said.
    case fileMustBeWhole(found: String)
    /// No feature, no row below the head, or no byte at all: what stands there instead.
    case fileMustHoldRows(found: String)
    /// The bytes are of another kind than the name's ending promises.
    case contentMustMatchName(ending: String, found: String)
    /// The file names others that were not sent with it: their names, or the driver's words.
    case filesMustComeTogether(found: String)
    /// Needs a choice by the user: candidates that fit the values.
    case coordinatesMustBeNamed(found: String, candidates: [String])
    /// The system the user named is none that PROJ knows.
    case coordinatesMustBeKnown(named: String, candidates: [String])
    /// The system in the file or named by the user does not fit the values.
    case coordinatesMustFitValues(named: String, found: String, candidates: [String])
    /// Xi'an 80, Beijing 54: needs a transformation.
    case transformationMustBeNamed(system: String)
    case transformationMustBeUsable(found: String)
    case layerMustBeNamed(candidates: [String])
    case layerMustExist(named: String, candidates: [String])
    /// The field named is none of the file's.
    case fieldMustExist(named: String, fields: [String])
    /// A limit was reached: which, and its value.
    case limitMustHold(limit: String, value: String)
    case archiveMustBeSafe(found: String)
    case mustNotBeEncrypted(found: String)
    /// The reader process died: signal or exit code.
    case readerMustSurvive(found: String)
    case readerMustStart(path: String, found: String)
    case writingMustSucceed(path: String, found: String)
}
