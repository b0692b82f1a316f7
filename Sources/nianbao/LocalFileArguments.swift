import ArgumentParser
import Catalogue
import Foundation
import Importing
import Storage
import Values

/// A file of one's own indicators or measures that a command reads.
struct LocalFileArgument: ParsableArguments {
    @Argument(help: help("YAML 文件", "a YAML file").named("文件", "file"), completion: .file())
    var file: String

    func read() throws -> LocalFile { try LocalFile(reading: file) }
}

/// The name of such a file, which an archive keeps.
struct KeptFileArgument: ParsableArguments {
    @Argument(help: help("文件名", "the file's name").named("文件", "file"))
    var name: String
}

extension CommonOptions {
    /// The archive without the files that it keeps: one that no longer fits the catalogue must not keep itself from
    /// being removed.
    func openWithoutLocalFiles() throws -> Archive {
        try Archive.openForWriting(path: archivePath, indicators: try Codebook.load().indicators)
    }
}

extension LocalFile {
    init(reading path: String) throws {
        self.init(name: URL(filePath: path).lastPathComponent, text: try UserFile(path).text)
    }
}

/// Why a user's own catalogue file is not taken.
enum LocalRefusal: ExplainedError {
    case examplesFail(file: String, failed: Int, command: String)
    case unknown(file: String, known: [String])

    var status: ExitStatus {
        switch self {
        case .examplesFail: .noReport
        case .unknown: .usage
        }
    }

    var explanation: Phrase {
        switch self {
        case .examplesFail(let file, let failed, let command):
            Phrase(
                zh: "“\(file)”有 \(failed) 个\(command == "measures" ? "算例" : "例句")不成立，未存入，"
                    + "可用 nianbao \(command) check 查看",
                en: "\(failed) examples of '\(file)' do not hold; it was not kept: see nianbao \(command) check")
        case .unknown(let file, let known):
            Phrase(
                zh: "档案中没有“\(file)”（\(known.isEmpty ? "没有自定义文件" : "有：" + known.joined(separator: "、"))）",
                en: "the archive has no '\(file)' (it has: \(known.isEmpty ? "none" : known.joined(separator: ", ")))")
        }
    }
}
