import ArgumentParser
import Foundation
import Values

/// What an option that is none was meant to be: one of the command that stands after it, or one that begins so
/// (`--out` for `--output`), before any that is written much alike, which is all that the argument parser looks for.
enum OptionHint {
    /// The parser's words with what the user meant.
    static func completed(_ text: String) -> String {
        guard let match = text.firstMatch(of: /Unknown option '(--[a-z-]+)'(\. Did you mean '[^']*'\?)?/) else {
            return text
        }
        let written = String(match.1)
        let (command, options) = command
        if options.contains(written) {
            let path = command.joined(separator: " ")
            let hint = Phrase(
                zh: "选项 \(written) 要写在命令之后，如 \(path) \(written) …",
                en: "Option \(written) belongs behind the command: \(path) \(written) …")
            return text.replacingCharacters(in: match.range, with: hint[.current])
        }
        guard let option = options.filter({ $0.hasPrefix(written) }).min(by: { ($0.count, $0) < ($1.count, $1) })
        else { return text }
        return text.replacingCharacters(
            in: match.range, with: "Unknown option '\(written)'. Did you mean '\(option)'?")
    }

    /// The command that stands on the command line, word by word, and the options that its help lists.
    private static var command: (path: [String], options: [String]) {
        var command: any ParsableCommand.Type = Nianbao.self
        var path = [Nianbao._commandName]
        for word in CommandLine.arguments.dropFirst() {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else {
                continue
            }
            command = next
            path.append(word)
        }
        let help = Nianbao.helpMessage(for: command, columns: 10_000)
        // An option's line begins with its names; its description stands two spaces or a line further.
        let names = help.matches(of: /(?m)^  (-.+?)(  |$)/).map(\.1)
        return (path, names.flatMap { $0.matches(of: /--[a-z][a-z-]*/).map { String($0.0) } })
    }
}
