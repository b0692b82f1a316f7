import Values

/// Why files cannot be imported, before anything about their content is known.
package enum ImportError: Error, Equatable, Explained {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case noReports(folder: String)
    /// An all-or-nothing import in which files were refused: nothing was stored.
    case nothingStored(refused: Int)

    package var explanation: Phrase {
        switch self {
        case .missing(let path):
            Phrase(
                zh: "找不到“\(path)”，请检查路径",
                en: "'\(path)' does not exist; check the path")
        case .unreadable(let path, let reason):
            Phrase(
                zh: "无法读取“\(path)”（\(reason)），请检查文件是否还在、是否有读取权限",
                en: "cannot read '\(path)' (\(reason)); check that it is still there and may be read")
        case .noReports(let folder):
            Phrase(
                zh: "文件夹“\(folder)”中没有可以导入的文件（支持 txt、html、mht、docx、doc、wps、pdf 和压缩包）",
                en:
                    "the folder '\(folder)' has no file to import (txt, html, mht, docx, doc, wps, pdf or an archive of them)"
            )
        case .nothingStored(let refused):
            Phrase(
                zh: "有 \(refused) 个文件被拒绝，按 --strict 的要求一份也没有导入",
                en: "\(refused) files were refused; nothing was imported, as --strict asks")
        }
    }
}
