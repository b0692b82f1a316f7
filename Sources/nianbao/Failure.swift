import ArgumentParser
import Catalogue
import Documents
import Foundation
import Importing
import Output
import Reports
import Storage
import Values

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
        case let error as any ExplainedError:
            // It may repeat a name or an argument that holds what a terminal would obey.
            self.init(error.status, VisibleText.of(error.explanation[.current]))
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
        let lines = Nianbao.fullMessage(for: error, columns: 10_000).split(
            separator: "\n", omittingEmptySubsequences: false)
        let code = Nianbao.exitCode(for: error)
        var shown = lines.map { VisibleText.of(String($0)) }.joined(separator: "\n")
        if code != .success { shown = OptionHint.completed(shown) }
        let isForShell = CommandLine.arguments.dropFirst().first == "---completion"
        let text = isForShell ? shown : HelpText.wrapped(ParserWords.translated(shown, to: .current))
        switch code {
        case .success: self.init(.done, text, isAnswer: true)
        case .validationFailure: self.init(.usage, text)
        default: self.init(.inputOutput, text)
        }
    }

    /// Says it, and returns the exit code: that of an answer which cannot be written is another.
    func report() -> ExitStatus {
        guard !message.isEmpty else { return code }
        let isUsage = code == .usage && message.contains("\n")
        let line = isAnswer || isUsage ? message + "\n" : "nianbao\(words("：", ": "))\(message)\n"
        do {
            try Screen.write(line, to: isAnswer ? StandardOutput() : .errors)
            return code
        } catch {
            return isAnswer ? Failure(error).report() : code
        }
    }
}
