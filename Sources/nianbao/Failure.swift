import ArgumentParser
import Catalogue
import Documents
import Foundation
import Importing
import Output
import Reports
import Storage

/// The exit codes that users' scripts rely upon (sysexits.h where it has one).
enum ExitStatus: Int32 {
    case done = 0
    /// Done, and something needs attention.
    case attention = 1
    case usage = 64
    case noReport = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
}

/// Thrown by a command that has said everything already and only has an exit code left.
struct Ended: Error {
    var status: ExitStatus
}

/// An error on its way to the user: one line, and an exit code.
struct Failure {
    let code: ExitStatus
    private let message: String
    private let isAnswer: Bool

    init(_ error: any Error) {
        switch error {
        case let ended as Ended: self.init(ended.status, "")
        case is ReaderGone: self.init(.done, "")
        case let error as any Error & Explained:
            // It may repeat a name or an argument that holds what a terminal would obey.
            self.init(Self.status(of: error), VisibleText.of(error.explanation[.current]))
        default: self.init(parser: error)
        }
    }

    private init(_ code: ExitStatus, _ message: String, isAnswer: Bool = false) {
        self.code = code
        self.message = message
        self.isAnswer = isAnswer
    }

    /// What the argument parser throws: help and version, which are answers, and usage errors.
    private init(parser error: any Error) {
        let lines = Nianbao.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.map { VisibleText.of(String($0)) }.joined(separator: "\n")
        let text = ParserWords.translated(shown, to: .current)
        switch Nianbao.exitCode(for: error) {
        case .success: self.init(.done, text, isAnswer: true)
        case .validationFailure: self.init(.usage, text)
        default: self.init(.inputOutput, text)
        }
    }

    func report() {
        guard !message.isEmpty else { return }
        let isUsage = code == .usage && message.contains("\n")
        let line = isAnswer || isUsage ? message + "\n" : "nianbao: \(message)\n"
        (isAnswer ? FileHandle.standardOutput : FileHandle.standardError).write(Data(line.utf8))
    }

    private static func status(of error: any Error & Explained) -> ExitStatus {
        switch error {
        case let error as ArchiveError: status(of: error)
        case let error as OutputError: error.category == .cannotCreate ? .cannotCreate : .inputOutput
        case let error as LookupError:
            switch error {
            case .noReport, .noRevision: .noInput
            default: .usage
            }
        case let error as ImportError:
            switch error {
            case .missing: .noInput
            case .unreadable: .inputOutput
            case .noReports: .noReport
            case .nothingStored: .attention
            }
        case is DocumentError, is ReportError: .noReport
        case is Interrupted: .attention
        default: .usage
        }
    }

    private static func status(of error: ArchiveError) -> ExitStatus {
        switch error {
        case .missing: .noInput
        case .cannotCreate, .exists, .readOnly, .noPermission: .cannotCreate
        case .busy: .busy
        case .diskFull, .inputOutput, .interrupted: .inputOutput
        default: .noReport
        }
    }
}

/// The argument parser's own words, which it has in English only.
enum ParserWords {
    static func translated(_ text: String, to language: Language) -> String {
        guard language == .chinese else { return text }
        return chinese.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression) }
    }

    private static let chinese = [
        ("(?m)^OVERVIEW: ", ""),
        ("(?m)^USAGE: ", "用法："),
        ("(?m)^Usage: ", "用法："),
        ("(?m)^ARGUMENTS:", "参数："),
        ("(?m)^OPTIONS:", "选项："),
        ("(?m)^SUBCOMMANDS:", "命令："),
        ("(?m)^Error: ", "错误："),
        ("(?m)^Help: ", "说明："),
        ("Show the version\\.", "显示版本。"),
        ("Show help information\\.", "显示帮助。"),
        ("Show subcommand help information\\.", "显示命令的帮助。"),
        ("See '([^']+)' for more information\\.", "更多说明见 $1"),
        ("See '([^']+)' for detailed help\\.", "各命令的说明见 $1"),
        ("\\(default: ([^)]+)\\)", "（默认：$1）"),
        ("\\(values: ([^)]+)\\)", "（可用：$1）"),
        ("Unknown option '([^']+)'\\. Did you mean '([^']+)'\\?", "没有选项 $1，是否指 $2？"),
        ("Unknown option '([^']+)'", "没有选项 $1"),
        ("Missing expected argument '([^']+)'", "缺少参数 $1"),
        ("Missing value for '([^']+)'", "选项 $1 缺少取值"),
        ("Unexpected argument '([^']+)'", "多余的参数“$1”"),
        ("(\\d+) unexpected arguments: ", "有 $1 个多余的参数："),
        ("The value '([^']*)' is invalid for '([^']+)'", "“$1”不能用作 $2 的取值"),
    ]
}
