import Values

/// Why a file cannot be turned into a `Document`.
///
/// Messages leave the file's name to the caller, who knows it and shows it with every outcome.
package enum DocumentError: ExplainedError, Equatable {
    case empty
    /// Text that breaks off being text: the encoding it was taken for, and the first byte that cannot stand there.
    case notText(encoding: String, offset: Int, byte: UInt8)
    case encrypted(format: Phrase)
    /// Pages or pictures in which no writing was recognised.
    case nothingRecognised
    /// A page or document that opens, and shows no text of its own.
    case noText(format: Phrase)
    case unsupported(format: Phrase, remedy: Phrase)
    /// `detail` is a part of the file or a program's last words.
    case damaged(format: Phrase, detail: String)
    /// `message` is libarchive's, in English.
    case damagedArchive(format: Phrase, message: String)
    /// XML that brings its own document type, which none of these formats allows.
    case documentType(part: String)
    /// An archive without any file that reports come as.
    case nothingWithin
    /// An answer of this program: a page, a letter, a workbook, a table.
    case ownOutput
    /// A link within an archive, whose file may lie there or anywhere.
    case memberIsLink(to: String)
    /// A pipe or a device within an archive.
    case memberIsNoFile
    case converter(ConverterFailure)
    case limit(LimitExceeded)
}

extension DocumentError {
    package var status: ExitStatus { if case .converter(let failure) = self { failure.status } else { .noReport } }

    package var explanation: Phrase {
        switch self {
        case .empty:
            Phrase(zh: "文件是空的，请重新取得原文件", en: "the file is empty; fetch the original again")
        case .notText(let encoding, let offset, let byte):
            Self.notText(encoding: encoding, offset: offset, byte: byte)
        case .encrypted(let format):
            Phrase(
                zh: "\(format.zh)设有密码，请去掉密码后另存再导入",
                en: "the \(format.en) is protected by a password; save it without one and import it again")
        case .nothingRecognised:
            Phrase(
                zh: "是图片，里面没有认出年度报告的中文文字；请核对文件，或用 200 点以上的分辨率正面重新扫描",
                en: "these are pictures, and no Chinese text of a yearly report was recognised in them; "
                    + "check the file, or scan it again straight and at 200 dots an inch or more")
        case .noText(let format):
            Phrase(
                zh: "\(format.zh)里没有文字（可能是图片，或要联网才显示）；请打开后把文字另存为文本，图片请先做文字识别",
                en: "the \(format.en) holds no text (pictures, or content fetched from the network); "
                    + "open it and save the text, or run OCR on the pictures")
        case .unsupported(let format, let remedy):
            Phrase(zh: "不支持\(format.zh)，\(remedy.zh)", en: "\(format.en) is not supported; \(remedy.en)")
        case .damaged(let format, let detail):
            Phrase(
                zh: "\(format.zh)已损坏（\(detail)），请重新取得原文件，或用办公软件打开后另存",
                en: "the \(format.en) is damaged (\(detail)); "
                    + "fetch it again, or open it in an office program and save it anew")
        case .damagedArchive(let format, let message):
            Phrase(
                zh: "\(format.zh)已损坏或不完整，请重新取得原文件",
                en: "the \(format.en) is damaged or incomplete (\(message)); fetch it again")
        case .documentType(let part):
            Phrase(
                zh: "文件内的 \(part) 带有文档类型声明（DOCTYPE），可能有害，未读取；请用办公软件打开后另存",
                en: "\(part) inside the file declares a document type, which may do harm; "
                    + "open the file in an office program and save it anew")
        case .nothingWithin:
            Phrase(
                zh: "压缩包中没有可以导入的文件（支持 \(FileFormat.documentEndings.joined(separator: "、"))）",
                en: "the archive has no file to import (\(FileFormat.documentEndings.joined(separator: ", ")))")
        case .ownOutput:
            Phrase(
                zh: "是 nianbao 自己写出的结果，不是年报，未导入；请导入原文件，改数请用 nianbao correct",
                en: "nianbao itself wrote this; it is no report and was not imported: import the report's own file, "
                    + "and enter other figures with nianbao correct")
        case .memberIsLink(let target):
            Phrase(
                zh: "是压缩包中的链接（指向“\(target)”），未读取；请把所指的文件放入压缩包，或直接导入该文件",
                en: "a link within the archive, to '\(target)', which is not followed; "
                    + "pack the file itself, or import it")
        case .memberIsNoFile:
            Phrase(zh: "是压缩包中的管道或设备，不是文件", en: "a pipe or a device within the archive and no file")
        case .converter(let failure): failure.explanation
        case .limit(let limit): limit.explanation
        }
    }

    private static func notText(encoding: String, offset: Int, byte: UInt8) -> Phrase {
        let digits = String(byte, radix: 16)
        let shown = byte < 0x10 ? "0x0\(digits)" : "0x\(digits)"
        return Phrase(
            zh: "不是文字文件：第 \(offset + 1) 个字节（\(shown)）不符合 \(encoding) 编码；请检查文件是否完整，或另存为 UTF-8 文本",
            en: "not a text file: byte \(shown) at offset \(offset) is not valid \(encoding); "
                + "check that the file is whole, or save it as UTF-8 text")
    }
}
