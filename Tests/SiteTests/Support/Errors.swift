import Casework
import Enforcement
import GeoFiles

@testable import Site

/// One of every error, so that their words can be looked at; that none is forgotten, the switches in `Catalogue` and `Status` see to.
enum Errors {
    static let all: [any Error] = site + casework + ledger + file

    private static let site: [SiteError] = [
        .signInRequired, .pageMustExist, .permissionMustBeHeld(.signVerdict), .formMustBeOurs, .formMustBeWhole(field: "f"),
        .parameterMustBeKnown(name: "p", known: ["stage"]),
        .valueMustBeAllowed(parameter: "stage", found: "v", allowed: [AllowedValue(value: "proposed")]),
        .valueMustHaveForm(parameter: "page", found: "x"),
        .passwordMustMatch, .attemptsMustPause(seconds: 60), .bodyMustBeUnder(bytes: 1000), .uploadMustHaveName, .uploadMustBeWhole,
        .workMustFit("jobs"),
    ]
    private static let casework: [CaseworkError] = [
        .permissionMustBeHeld(.importBatch), .fileMustBeReadable(.fileMustExist(path: "p")),
        .mappingMustBeNamed(fields: ["a", "b"], guess: FieldMapping()), .mappingMustNameFields(named: "x", fields: ["a"]),
        .areaUnitMustBeNamed(field: "JCMJ", sample: "12"), .layerMustBeBound(table: "T", known: ["farmland"]),
        .classFieldMustExist(named: "x", fields: ["DLBM"]), .batchMustExist(BatchID("b")), .entryMustExist(EntryNumber("e")),
        .layerVersionMustExist(LayerVersionID("l@1")), .layerMustBePrepared(LayerVersionID("l@1"), found: "disk full"),
        .proposalMustExist(EntryNumber("e")), .reasonMustBeGiven, .datesMustBeOrdered(from: Day(number: 2), to: Day(number: 1)),
        .nothingToExport, .planMustBeUsable(name: "p.yaml", []), .planMustBeNew("1"), .planMustContinue("a", found: "b"),
        .ledger(.actMustChangeSomething),
    ]
    private static let stream = Enforcement.Stream.entry(EntryNumber("e"))
    private static let ledger: [LedgerError] = [
        .versionMustBeCurrent(stream: stream, expected: 1, actual: 2), .keyMustNotBeReused(IdempotencyKey("k")),
        .entryMustExist(EntryNumber("e")), .batchMustExist(BatchID("b")), .layerVersionMustBeNew(LayerVersionID("l@1")),
        .batchMustBe(.received, actual: .registered, BatchID("b")), .actMustChangeSomething,
        .eventMustFitStream(stream, event: "attached"), .patchMustExist(PatchID("p/1")), .patchMustBeNamedByItsRow(PatchID("p/1")),
        .materialMustComeWithItsEvent(stream), .countsMustAddUp(stream, told: 1, found: 2), .digestMustMatchMaterial("patch p/1"),
        .storeMustBeDurable(setting: "synchronous", found: "1"), .storeMustBeOurs(path: "p", found: "f"),
        .logMustMatchItsChain(sequence: 7), .planTextMustExist("d"),
    ]
    private static let file: [FileError] = [
        .fileMustExist(path: "p"), .formatMustBeKnown(found: "f"), .fileMustBeWhole(found: "f"),
        .fileMustHoldRows(found: "f"), .filesMustComeTogether(found: "f"), .contentMustMatchName(ending: "shp", found: "f"),
        .coordinatesMustBeNamed(found: "f", candidates: ["EPSG:4527"]), .coordinatesMustBeKnown(named: "n", candidates: ["EPSG:4527"]),
        .coordinatesMustFitValues(named: "n", found: "f", candidates: []), .transformationMustBeNamed(system: "Xi'an 80"),
        .transformationMustBeUsable(found: "f"), .layerMustBeNamed(candidates: ["a"]), .layerMustExist(named: "n", candidates: ["a"]),
        .limitMustHold(limit: "seconds", value: "120"), .archiveMustBeSafe(found: "f"), .mustNotBeEncrypted(found: "f"),
        .readerMustSurvive(found: "9"), .readerMustStart(path: "p", found: "f"), .writingMustSucceed(path: "p", found: "f"),
    ]
}
