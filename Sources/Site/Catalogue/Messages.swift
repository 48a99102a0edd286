import Casework
import Enforcement
import GeoFiles
import LandGeometry

/// An error of the outermost edge that brings its own words (自带文案的错误), such as those of the command line.
public protocol WordedError: Error {
    var words: Phrase { get }
}

extension Catalogue {
    /// An error in words: what stands there, the rule, the remedy. Errors nobody foresaw get a plain apology.
    public static func message(for error: any Error, in language: Language) -> String {
        switch error {
        case let error as CaseworkError: message(for: error, in: language)
        case let error as LedgerError: message(for: error, in: language)
        case let error as FileError: message(for: error, in: language)
        case let error as SiteError: message(for: error, in: language)
        case let error as any WordedError: error.words[language]
        default: text("error.unforeseen", in: language)
        }
    }

    static func message(for error: SiteError, in language: Language) -> String {
        switch error {
        case .permissionMustBeHeld(let permission): lacking(permission, language)
        case .formMustBeWhole(let field): text("error.formMustBeWhole", field, in: language)
        case .parameterMustBeKnown(let name, let known): text("error.parameterMustBeKnown", name, all(known, language), in: language)
        case .valueMustBeAllowed(let parameter, let found, let allowed):
            text(
                "error.valueMustBeAllowed", parameter, found, all(allowed.map { words(of: $0, parameter, language) }, language),
                in: language)
        case .valueMustHaveForm(let parameter, let found):
            text("error.valueMustHaveForm", parameter, found, text("form-of." + parameter, in: language), in: language)
        case .attemptsMustPause(let seconds): text("error.attemptsMustPause", String(seconds), in: language)
        case .bodyMustBeUnder(let bytes): text("error.bodyMustBeUnder", Shown.bytes(bytes), in: language)
        case .workMustFit: text("error.workMustFit", in: language)
        case .signInRequired, .pageMustExist, .formMustBeOurs, .passwordMustMatch, .uploadMustHaveName, .uploadMustBeWhole:
            text("error.\(error)", in: language)
        }
    }

    public static func message(for error: CaseworkError, in language: Language) -> String {
        switch error {
        case .permissionMustBeHeld(let permission): lacking(permission, language)
        case .fileMustBeReadable(let inner): message(for: inner, in: language)
        case .ledger(let inner): message(for: inner, in: language)
        case .mappingMustBeNamed(let fields, _): text("error.mappingMustBeNamed", list(fields, language), in: language)
        case .mappingMustNameFields(let named, let fields):
            text("error.mappingMustNameFields", named, list(fields, language), in: language)
        case .areaUnitMustBeNamed(let field, let sample): text("error.areaUnitMustBeNamed", field, sample, in: language)
        case .layerMustBeBound(let table, let known): text("error.layerMustBeBound", table, list(known, language), in: language)
        case .classFieldMustExist(let named, let fields): text("error.classFieldMustExist", named, list(fields, language), in: language)
        case .layerVersionMustExist(let id): text("error.layerVersionMustExist", id.text, in: language)
        case .layerMustBePrepared(let id, let found): text("error.layerMustBePrepared", id.text, found, in: language)
        case .batchMustExist(let id): text("error.batchMustExist", id.text, in: language)
        case .entryMustExist(let number): text("error.entryMustExist", number.text, in: language)
        case .proposalMustExist(let number): text("error.proposalMustExist", number.text, in: language)
        case .reasonMustBeGiven: text("error.reasonMustBeGiven", in: language)
        case .datesMustBeOrdered(let from, let to): text("error.datesMustBeOrdered", from.text, to.text, in: language)
        case .planMustBeUsable(let name, let wrong):
            text("error.planMustBeUsable", name, wrong.map { $0.text(file: name, in: language) }.joined(separator: "\n"), in: language)
        case .planMustBeNew(let version): text("error.planMustBeNew", version, in: language)
        case .planMustContinue(let before, let found): text("error.planMustContinue", found, before, before, in: language)
        case .nothingToExport: text("error.nothingToExport", in: language)
        }
    }

    public static func message(for error: LedgerError, in language: Language) -> String {
        switch error {
        case .versionMustBeCurrent(let stream, let expected, let actual):
            text(
                "error.versionMustBeCurrent", text("stream." + stream.kind.rawValue, in: language) + " " + stream.id, String(expected),
                String(actual), in: language)
        case .keyMustNotBeReused: text("error.keyMustNotBeReused", in: language)
        case .entryMustExist(let number): text("error.entryMustExist", number.text, in: language)
        case .batchMustExist(let id): text("error.batchMustExist", id.text, in: language)
        case .layerVersionMustBeNew(let id): text("error.layerVersionMustBeNew", id.text, in: language)
        case .batchMustBe(let wanted, let actual, _):
            text(
                "error.batchMustBe", text("batch-stage." + wanted.rawValue, in: language),
                text("batch-stage." + actual.rawValue, in: language), in: language)
        case .actMustChangeSomething: text("error.actMustChangeSomething", in: language)
        case .eventMustFitStream(let stream, let event): text("error.eventMustFitStream", event, stream.description, in: language)
        case .patchMustExist(let id): text("error.patchMustExist", id.text, in: language)
        case .patchMustBeNamedByItsRow(let id): text("error.patchMustBeNamedByItsRow", id.text, in: language)
        case .materialMustComeWithItsEvent(let stream): text("error.materialMustComeWithItsEvent", stream.description, in: language)
        case .planTextMustExist(let digest): text("error.planTextMustExist", String(digest.prefix(12)), in: language)
        case .countsMustAddUp(let stream, let told, let found):
            text("error.countsMustAddUp", stream.description, String(told), String(found), in: language)
        case .digestMustMatchMaterial(let what): text("error.digestMustMatchMaterial", what, in: language)
        case .storeMustBeDurable(let setting, let found): text("error.storeMustBeDurable", setting, found, in: language)
        case .storeMustBeOurs(let path, let found): text("error.storeMustBeOurs", path, found, in: language)
        case .logMustMatchItsChain(let sequence): text("error.logMustMatchItsChain", String(sequence), in: language)
        }
    }

    public static func message(for error: FileError, in language: Language) -> String {
        switch error {
        case .fileMustExist(let path): text("error.fileMustExist", path, in: language)
        case .formatMustBeKnown(let found): text("error.formatMustBeKnown", found, in: language)
        case .fileMustBeWhole(let found): text("error.fileMustBeWhole", plain(found), in: language)
        case .fileMustHoldRows(let found): text("error.fileMustHoldRows", found, in: language)
        case .contentMustMatchName(let ending, let found): text("error.contentMustMatchName", ending, found, in: language)
        case .filesMustComeTogether(let found): text("error.filesMustComeTogether", plain(found), in: language)
        case .coordinatesMustBeNamed(let found, let candidates):
            text("error.coordinatesMustBeNamed", found, systems(candidates, language), in: language)
        case .coordinatesMustBeKnown(let named, let candidates):
            text("error.coordinatesMustBeKnown", named, systems(candidates, language), in: language)
        case .coordinatesMustFitValues(let named, let found, let candidates):
            text(
                "error.coordinatesMustFitValues", CoordinateWords.title(of: named, in: language), found, systems(candidates, language),
                in: language)
        case .transformationMustBeNamed(let system):
            text("error.transformationMustBeNamed", CoordinateWords.title(of: system, in: language), in: language)
        case .transformationMustBeUsable(let found): text("error.transformationMustBeUsable", found, in: language)
        case .layerMustBeNamed(let candidates): text("error.layerMustBeNamed", list(candidates, language), in: language)
        case .layerMustExist(let named, let candidates): text("error.layerMustExist", named, list(candidates, language), in: language)
        case .fieldMustExist(let named, let fields): text("error.fieldMustExist", named, list(fields, language), in: language)
        case .limitMustHold(let limit, let value): text("error.limitMustHold", limit, value, in: language)
        case .archiveMustBeSafe(let found): text("error.archiveMustBeSafe", found, in: language)
        case .mustNotBeEncrypted(let found): text("error.mustNotBeEncrypted", found, in: language)
        case .readerMustSurvive(let found): text("error.readerMustSurvive", plain(found), in: language)
        case .readerMustStart(let path, let found): text("error.readerMustStart", path, found, in: language)
        case .writingMustSucceed(let path, let found): text("error.writingMustSucceed", path, found, in: language)
        }
    }

    private static func systems(_ codes: [String], _ language: Language) -> String {
        list(codes.map { CoordinateWords.title(of: $0, in: language) }, language)
    }

    private static func lacking(_ permission: Permission, _ language: Language) -> String {
        text("error.permissionMustBeHeld", text("permission." + permission.rawValue, in: language), in: language)
    }

    /// A value with its word: `proposed（待判定）`.
    private static func words(of allowed: AllowedValue, _ parameter: String, _ language: Language) -> String {
        let topic = parameter == "sort" ? "order" : parameter
        let known = allowed.title ?? phrases["\(topic).\(allowed.value)"]?[language]
        guard let title = known, title != allowed.value else { return allowed.value }
        return language == .zh ? "\(allowed.value)（\(title)）" : "\(allowed.value) (\(title))"
    }

    private static func all(_ items: [String], _ language: Language) -> String {
        items.joined(separator: language == .zh ? "、" : ", ")
    }

    private static func list(_ items: [String], _ language: Language) -> String {
        guard !items.isEmpty else { return "—" }
        return items.prefix(12).joined(separator: language == .zh ? "、" : ", ") + (items.count > 12 ? " …" : "")
    }
}

extension Catalogue {
    /// What a library said, fit to be shown: its first line, without the reader's own folders, at most 160 characters.
    static func plain(_ found: String) -> String {
        let line = found.split(whereSeparator: \.isNewline).first.map { String($0) } ?? ""
        let words = line.split(separator: " ").map { word in
            word.contains("landledger-reader-") ? word.split(separator: "/").last.map { String($0) } ?? "" : String(word)
        }
        return String(words.joined(separator: " ").prefix(160))
    }
}
