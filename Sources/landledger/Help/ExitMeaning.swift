import Casework
import Enforcement
import Site

/// What the number a command ends with says (退出码).
enum ExitMeaning: Int32, CaseIterable {
    case done = 0
    case refused = 2
    case question = 3
    case broken = 4
    case usage = 64
    case fault = 70

    var words: Phrase {
        switch self {
        case .done: Phrase("已办理", "done")
        case .refused: Phrase("不予办理，未作任何更改", "refused, nothing changed")
        case .question: Phrase("须先回答（坐标系、字段、单位、图层）", "an answer is needed (coordinates, fields, unit, layer)")
        case .broken: Phrase("校验不符，历史或现状被改动", "verification found broken history or state")
        case .usage: Phrase("命令写法不对", "wrong usage")
        case .fault: Phrase("程序故障", "failure of the program")
        }
    }

    static func of(_ error: any Error) -> ExitMeaning {
        switch error {
        case let error as CaseworkError where error.isQuestion: .question
        case is CaseworkError, is LedgerError, is Refusal: .refused
        default: .fault
        }
    }
}
