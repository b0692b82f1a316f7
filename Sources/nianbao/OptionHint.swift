import ArgumentParser
import Foundation

/// What an option that is none was meant to be: one that begins so (`--out` for `--output`), before any that is written
/// much alike, which is all that the argument parser looks for.
enum OptionHint {
    /// The parser's words with the option that begins as what was written.
    static func completed(_ text: String) -> String {
        guard let match = text.firstMatch(of: /Unknown option '(--[a-z-]+)'(\. Did you mean '[^']*'\?)?/),
            let option = options.filter({ $0.hasPrefix(match.1) }).min(by: { ($0.count, $0) < ($1.count, $1) })
        else { return text }
        return text.replacingCharacters(
            in: match.range, with: "Unknown option '\(match.1)'. Did you mean '\(option)'?")
    }

    /// The options of the command that stands on the command line, as its help has them.
    private static var options: [String] {
        var command: any ParsableCommand.Type = Nianbao.self
        for word in CommandLine.arguments.dropFirst() {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else {
                continue
            }
            command = next
        }
        let help = Nianbao.helpMessage(for: command, columns: 10_000)
        return help.matches(of: /--[a-z][a-z-]*/).map { String($0.0) }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
