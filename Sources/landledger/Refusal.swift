import Enforcement
import Foundation
import GeoFiles
import Site

/// Why the command line does not carry out a command (命令行的拒绝).
enum Refusal: WordedError, Equatable {
    case homeMustExist(String)
    case homeMustBeNew(String)
    case fileMustBeWritable(String)
    case ledgerMustNotBeOverwritten(String)
    case planMustBeThere(String)
    case planMustBeNew(String)
    case questionsMustBeAnswered
    case planVersionMustExist(Int, count: Int)
    case planMustBeReadable(path: String, diagnostics: [PlanDiagnostic])
    case officerMustExist(OfficerID)
    case passwordMustBeLong(least: Int)
    case fieldMustBePaired(String)
    case exportMustNameFormat(String)
    case exportMustEndLikeItsFormat(path: String, format: ExportFormat)
    case exportMustNotReplace(String)
    case folderMustExist(String)
    case folderMustBeWritable(String)
    case pathMustBeFile(String)

    var words: Phrase {
        switch self {
        case .homeMustExist(let path):
            Phrase(
                "\(path) 里没有台账。先用 landledger init 新建，或用 --home 指明目录。",
                "There is no ledger in \(path). Make one with landledger init, or name its folder with --home.")
        case .homeMustBeNew(let path):
            Phrase("\(path) 里已有台账，不会覆盖。请换一个目录。", "There is a ledger in \(path) already; it is never written over. Choose another folder.")
        case .officerMustExist(let id):
            Phrase(
                "台账里没有账号 \(id)。用 --as 指明账号，或用 landledger account add 新建。",
                "The ledger has no account \(id). Name one with --as, or add it with landledger account add.")
        case .passwordMustBeLong(let least):
            Phrase(
                "标准输入里的口令不足 \(least) 位。请换一个更长的口令。",
                "The password on standard input has fewer than \(least) characters. Choose a longer one.")
        case .fieldMustBePaired(let pair):
            Phrase(
                "--field \(pair) 写法不对。应写 含义=字段，含义可为 \(Self.meanings)。",
                "--field \(pair) cannot be read. Write MEANING=FIELD, with one of \(Self.meanings).")
        case .planMustBeThere(let path):
            Phrase("找不到方案文件 \(path)，或无权读取。请检查路径。", "There is no plan file \(path), or it may not be read. Check the path.")
        case .planMustBeNew(let path):
            Phrase("\(path) 已存在，不会覆盖。请换一个文件名。", "\(path) exists already and is never written over. Choose another name.")
        case .questionsMustBeAnswered:
            Phrase("没有答完，没有写文件。请重新运行，逐项答到最后。", "Not all questions were answered; no file was written. Run it again and answer to the end.")
        case .planVersionMustExist(let number, let count):
            Phrase(
                "没有第 \(number) 次启用的方案，共有 \(count) 次。用 plan history 查看。", "There is no activation \(number) of \(count). See plan history.")
        case .planMustBeReadable(let path, let diagnostics):
            Phrase(
                (["工作方案 \(path) 读不出来。"] + diagnostics.map { $0.text(file: path, in: .zh) }).joined(separator: "\n"),
                (["The plan \(path) cannot be read."] + diagnostics.map { $0.text(file: path, in: .en) }).joined(separator: "\n"))
        default: outputWords
        }
    }

    private static var meanings: String { PatchField.allCases.map(\.rawValue).joined(separator: ", ") }

    /// Words about the file a command should write.
    private var outputWords: Phrase {
        switch self {
        case .fileMustBeWritable(let path):
            Phrase("\(path) 无法写入。请检查目录权限和磁盘空间。", "\(path) cannot be written. Look at the folder's permissions and the free space.")
        case .ledgerMustNotBeOverwritten(let path):
            Phrase(
                "\(path) 是台账本身的文件，导出不会覆盖它。请换一个文件名。",
                "\(path) is a file of the ledger itself; an export never writes over it. Choose another name.")
        case .exportMustNameFormat(let path):
            Phrase(
                "从文件名 \(path) 看不出导出格式。请用 --format 指明，或让文件名以 .xlsx、.gpkg、.zip（Shapefile）、.geojson、.csv 结尾。",
                "The name \(path) does not tell the format. Give --format, or end the name in .xlsx, .gpkg, .zip (Shapefile), .geojson or .csv."
            )
        case .exportMustEndLikeItsFormat(let path, let format):
            Phrase(
                "导出格式为 \(format.rawValue)，文件名 \(path) 应以 \(format.endings.joined(separator: " 或 ")) 结尾。请改文件名，或改 --format。",
                "The format is \(format.rawValue), so \(path) should end in \(format.endings.joined(separator: " or ")). Change the name or --format."
            )
        case .exportMustNotReplace(let path):
            Phrase(
                "\(path) 已经存在，未覆盖。请换一个文件名；确要覆盖请加 --overwrite。",
                "\(path) is there already and was left as it is. Choose another name, or add --overwrite to replace it.")
        case .folderMustExist(let path):
            Phrase("目录 \(path) 不存在。请先建立目录，或改 --output。", "There is no folder \(path). Make it first, or change --output.")
        case .folderMustBeWritable(let path):
            Phrase("没有写入目录 \(path) 的权限。请换一个目录。", "You may not write into the folder \(path). Choose another one.")
        case .pathMustBeFile(let path):
            Phrase("\(path) 是一个目录。--output 要写文件名。", "\(path) is a folder. --output takes the name of a file.")
        default: Phrase("", "")
        }
    }
}
