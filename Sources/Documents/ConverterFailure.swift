import Values

/// What went wrong with a program that reads a format for us.
package enum ConverterFailure: ExplainedError, Equatable {
    /// None of the Debian packages that could do it is installed.
    case missing(format: Phrase, packages: [String])
    case notStarted(program: String, reason: Phrase)
    /// A converter works in a folder of its own, with a copy of the file.
    case noWorkFolder(path: String, reason: Phrase)
    case timedOut(program: String, seconds: Int)
    case failed(program: String, detail: String)
    case outputTooLarge(program: String, limit: Int)

    package var status: ExitStatus { if case .noWorkFolder = self { .inputOutput } else { .noReport } }

    package var explanation: Phrase {
        switch self {
        case .missing(let format, let packages):
            Phrase(
                zh: "读取\(format.zh)需要先安装转换程序：apt install \(packages.joined(separator: "（或 "))"
                    + String(repeating: "）", count: packages.count - 1),
                en: "reading a \(format.en) needs a converter: apt install \(packages.joined(separator: " (or "))"
                    + String(repeating: ")", count: packages.count - 1))
        case .notStarted(let program, let reason):
            Phrase(
                zh: "转换程序 \(program) 无法启动（\(reason.zh)）；请检查是否装好、有无权限",
                en: "the converter \(program) cannot be started (\(reason.en)); check its installation and permissions")
        case .noWorkFolder(let path, let reason):
            Phrase(
                zh: "无法在 \(path) 存放待转换的文件（\(reason.zh)）；请检查磁盘空间和 TMPDIR",
                en: "the file to be converted cannot be put in \(path) (\(reason.en)); check the disk and TMPDIR")
        case .timedOut(let program, let seconds):
            Phrase(
                zh: "转换程序 \(program) 超过 \(seconds) 秒未完成，已停止；请用办公软件另存为 docx 再导入",
                en: "the converter \(program) did not finish within \(seconds) s and was stopped; "
                    + "save the file as docx and import that")
        case .failed(let program, let detail):
            Phrase(
                zh: "转换程序 \(program) 出错（\(detail)）；请用办公软件另存为 docx 再导入",
                en: "the converter \(program) failed (\(detail)); save the file as docx and import that")
        case .outputTooLarge(let program, let limit):
            Phrase(
                zh: "转换程序 \(program) 的结果超过上限 \(limit) 字节；请把文件拆小，或另存为 docx 再导入",
                en: "the converter \(program) wrote more than the limit of \(limit) bytes; "
                    + "split the file or save it as docx")
        }
    }
}
