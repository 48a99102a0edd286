import Casework
import Enforcement
import GeoFiles
import HTTPTypes
import Hummingbird

/// The HTTP status of every error, decided here once (状态码).
enum Status {
    static func of(_ error: any Error) -> HTTPResponse.Status {
        switch error {
        case let error as SiteError: of(error)
        case let error as CaseworkError: of(error)
        case let error as LedgerError: of(error)
        case is FileError: .unprocessableContent
        case let error as any HTTPResponseError: error.status
        case is CancellationError: .serviceUnavailable
        default: .internalServerError
        }
    }

    private static func of(_ error: SiteError) -> HTTPResponse.Status {
        switch error {
        case .signInRequired: .unauthorized
        case .pageMustExist: .notFound
        case .permissionMustBeHeld, .formMustBeOurs: .forbidden
        case .formMustBeWhole, .parameterMustBeKnown, .valueMustBeAllowed, .valueMustHaveForm, .uploadMustHaveName, .uploadMustBeWhole:
            .badRequest
        case .passwordMustMatch: .unauthorized
        case .attemptsMustPause: .tooManyRequests
        case .bodyMustBeUnder: .contentTooLarge
        case .workMustFit: .serviceUnavailable
        }
    }

    private static func of(_ error: CaseworkError) -> HTTPResponse.Status {
        switch error {
        case .permissionMustBeHeld: .forbidden
        case .batchMustExist, .entryMustExist, .layerVersionMustExist: .notFound
        case .layerMustBePrepared: .internalServerError
        case .ledger(let inner): of(inner)
        default: .unprocessableContent
        }
    }

    private static func of(_ error: LedgerError) -> HTTPResponse.Status {
        switch error {
        case .versionMustBeCurrent, .keyMustNotBeReused, .layerVersionMustBeNew, .batchMustBe, .planTextMustExist: .conflict
        case .entryMustExist, .batchMustExist: .notFound
        case .actMustChangeSomething, .patchMustExist, .patchMustBeNamedByItsRow, .countsMustAddUp, .digestMustMatchMaterial:
            .unprocessableContent
        case .eventMustFitStream, .materialMustComeWithItsEvent: .internalServerError
        case .storeMustBeDurable, .storeMustBeOurs, .logMustMatchItsChain: .internalServerError
        }
    }
}
