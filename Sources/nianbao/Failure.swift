import ArgumentParser
import Catalogue
import Documents
import Foundation
import Importing
import Output
import Reports
import Storage
import Values

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
            case .noReport, .noRevision, .noCountyReports: .noInput
            default: .usage
            }
        case let error as ImportError:
            switch error {
            case .missing: .noInput
            case .unreadable: .inputOutput
            case .noReports: .noReport
            case .nothingStored: .attention
            }
        case is DocumentError, is ReportError, is TownshipListError: .noReport
        case is Interrupted: .attention
        case let error as LocalRefusal:
            switch error {
            case .missing: .noInput
            case .notText, .examplesFail: .noReport
            case .unknown: .usage
            }
        case is CatalogueError: .noReport
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
