import Glibc
import Values

/// Why an answer could not be written. `code` is the system's error number; no path means standard output.
package enum OutputError: ExplainedError, Equatable {
    case exists(path: String)
    case isDirectory(path: String)
    /// An archive, or what SQLite keeps beside one (see `ArchiveFile`).
    case isArchive(path: String)
    case cannotCreate(path: String, code: Int32)
    case cannotWrite(path: String?, code: Int32)
    /// An Excel workbook has no room for so much.
    case tooLarge(WorkbookLimit, actual: Int)

    /// What Excel allows in one worksheet, at most; the raw value is the number of them.
    package enum WorkbookLimit: Int, Sendable {
        case rows = 1_048_576
        case columns = 16_384
        case characters = 32_767
    }

    /// A file that could not be brought into being, nothing being changed, or writing that failed on the way, as on a
    /// full disk.
    package var status: ExitStatus {
        switch self {
        case .exists, .isDirectory, .isArchive, .cannotCreate, .tooLarge: .cannotCreate
        case .cannotWrite: .inputOutput
        }
    }

    package var explanation: Phrase {
        switch self {
        case .exists(let path):
            Phrase(
                zh: "\(VisibleText.of(path)) 已存在，未作改动；要覆盖请加 --force，或另取文件名",
                en: "\(VisibleText.of(path)) exists and was kept; add --force to replace it, or choose another name")
        case .isDirectory(let path):
            Phrase(
                zh: "\(VisibleText.of(path)) 是文件夹，不能写成文件；请在后面加上文件名",
                en: "\(VisibleText.of(path)) is a folder, not a file; add a file name to it")
        case .isArchive(let path):
            Phrase(
                zh: "\(VisibleText.of(path)) 是年报档案或档案的日志，不能写成别的文件；请另取文件名",
                en: "\(VisibleText.of(path)) is an archive or its journal and was kept; choose another name")
        case .cannotCreate(let path, let code):
            Self.failure(
                Phrase(zh: "无法创建 \(VisibleText.of(path))", en: "cannot create \(VisibleText.of(path))"), code)
        case .cannotWrite(let path?, let code):
            Self.failure(
                Phrase(
                    zh: "写入 \(VisibleText.of(path)) 失败，没有留下不完整的文件",
                    en: "cannot write \(VisibleText.of(path)), no partial file was left"), code)
        case .cannotWrite(nil, let code):
            Self.failure(Phrase(zh: "写到标准输出失败", en: "cannot write to standard output"), code)
        case .tooLarge(let limit, let actual):
            Self.excess(actual, over: limit)
        }
    }

    private static func excess(_ actual: Int, over limit: WorkbookLimit) -> Phrase {
        let (zh, en) =
            switch limit {
            case .rows: ("行", "rows")
            case .columns: ("列", "columns")
            case .characters: ("个字的单元格", "characters in a cell")
            }
        return Phrase(
            zh: "Excel 工作表最多 \(limit.rawValue) \(zh)，结果有 \(actual) \(zh)；请缩小范围，或改用 CSV",
            en: "a worksheet holds at most \(limit.rawValue) \(en), this has \(actual); narrow it down, or use CSV")
    }

    /// What failed, the system's reason, and what to do about it.
    private static func failure(_ what: Phrase, _ code: Int32) -> Phrase {
        let reason = Phrase(systemError: code)
        let (zh, en) =
            switch code {
            case ENOENT: ("文件夹不存在，请先建立", "the folder does not exist; create it first")
            case ENOTDIR: ("路径中有一段不是文件夹，请检查路径", "a part of the path is no folder; check the path")
            case EACCES, EPERM: ("没有权限，请换一个可以写入的文件夹", "permission denied; choose a folder that you may write to")
            case EROFS: ("磁盘为只读，请换一个位置", "the disk is read-only; choose another place")
            case ENOSPC, EDQUOT: ("磁盘已满，请腾出空间后重试", "the disk is full; free some space and try again")
            case ENAMETOOLONG: ("文件名过长，请缩短", "the name is too long; shorten it")
            default: ("\(reason.zh)，请检查磁盘和路径", "\(reason.en); check the disk and the path")
            }
        return Phrase(zh: "\(what.zh)：\(zh)", en: "\(what.en): \(en)")
    }
}
