import Documents
import Values

/// Why files cannot be imported, before anything about their content is known.
package enum ImportError: ExplainedError, Equatable {
    case missing(path: String)
    /// A folder where a file of the user's own is wanted.
    case folder(path: String)
    /// A pipe, a device or a socket.
    case notAFile(path: String)
    case unreadable(path: String, reason: Phrase)
    /// More than a file may have came from where no size could be known before.
    case endless(path: String, limit: Int)
    /// A file of the user's own that is no text.
    case notText(path: String, reason: Phrase)
    /// `passedOver` is what there is of other kinds.
    case noReports(folder: String, passedOver: [String] = [])
    /// An all-or-nothing import in which files were refused: nothing was stored.
    case nothingStored(refused: Int)

    package var status: ExitStatus {
        switch self {
        case .missing, .folder, .notAFile: .noInput
        case .unreadable: .inputOutput
        case .notText, .noReports, .endless: .noReport
        case .nothingStored: .attention
        }
    }

    package var explanation: Phrase {
        switch self {
        case .missing(let path):
            Phrase(
                zh: "找不到“\(path)”，请检查路径",
                en: "'\(path)' does not exist; check the path")
        case .folder(let path):
            Phrase(
                zh: "“\(path)”是文件夹，请给出其中的文件",
                en: "'\(path)' is a folder; name the file in it")
        case .notAFile(let path):
            Phrase(
                zh: "“\(path)”是管道或设备，不是文件；要从管道读取请写 -",
                en: "'\(path)' is a pipe or a device and no file; to read from a pipe, write -")
        case .notText(let path, let reason):
            Phrase(
                zh: "“\(path)”应为文本文件：\(reason.zh)",
                en: "'\(path)' must be a text file: \(reason.en)")
        case .unreadable(let path, let reason):
            Phrase(
                zh: "无法读取“\(path)”（\(reason.zh)），请检查文件是否还在、是否有读取权限",
                en: "cannot read '\(path)' (\(reason.en)); check that it is still there and may be read")
        case .endless(let path, let limit):
            Phrase(
                zh: "“\(path)”超过上限 \(limit) 字节，未读取；请存为文件并只留下年度报告",
                en: "'\(path)' gives more than the limit of \(limit) bytes; save it to a file, and keep the report only"
            )
        case .noReports(let folder, let passedOver):
            Phrase(
                zh: "文件夹“\(folder)”中没有可以导入的文件（支持 \(FileFormat.documentEndings.joined(separator: "、")) 和压缩包）"
                    + (passedOver.isEmpty ? "" : "；略过：\(passedOver.joined(separator: "、"))"),
                en: "the folder '\(folder)' has no file to import "
                    + "(\(FileFormat.documentEndings.joined(separator: ", ")) or an archive of them)"
                    + (passedOver.isEmpty ? "" : "; passed over: \(passedOver.joined(separator: ", "))"))
        case .nothingStored(let refused):
            Phrase(
                zh: "有 \(refused) 个文件未能导入，按 --strict 的要求一份也没有导入",
                en: "\(refused) files were refused or contested; nothing was imported, as --strict asks")
        }
    }
}
