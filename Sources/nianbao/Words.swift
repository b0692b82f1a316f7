import ArgumentParser
import Foundation
import Values

extension Language {
    /// The language of this run: `--lang` where it stands among the arguments, else the locale's.
    ///
    /// It is wanted before the arguments are parsed, since the help itself is in one of the two languages.
    static let current: Language = {
        let arguments = CommandLine.arguments
        for (number, argument) in arguments.enumerated() {
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
                return language
            }
            if argument == "--lang", number + 1 < arguments.count,
                let language = Language(rawValue: arguments[number + 1])
            {
                return language
            }
        }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }()
}

extension Language: ExpressibleByArgument {}

/// What to say in the language of this run.
func words(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)[.current] }

/// Parts of a line, each told by the one after it.
func parts(_ parts: String...) -> String { parts.joined(separator: words("：", ": ")) }

func help(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: words(zh, en)) }

extension ArgumentHelp {
    func named(_ zh: String, _ en: String) -> ArgumentHelp {
        var copy = self
        copy.valueName = words(zh, en)
        return copy
    }
}
