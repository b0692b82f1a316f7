import ArgumentParser
import Catalogue
import Values

/// The command line before the argument parser sees it.
enum RootArguments {
    /// Takes `--lang` away where only commands know it, so that `nianbao --lang zh` and `nianbao help import --lang zh`
    /// are understood, and refuses a command that is none by naming the nearest.
    static func prepared(_ arguments: [String]) throws -> [String] {
        guard let first = arguments.first(where: { !isLanguage($0, in: arguments) }) else { return [] }
        if first == "help" || first.hasPrefix("-") { return withoutLanguage(arguments) }
        let names = Nianbao.configuration.subcommands.map { $0._commandName }
        guard names.contains(first) else {
            throw UnknownCommand(name: first, nearest: Nearest.name(to: first, among: names))
        }
        // Whatever stands before the command belongs after it.
        let before = arguments.prefix { $0 != first }
        return completed([first] + arguments.dropFirst(before.count + 1) + before)
    }

    /// Gives `--replace` without names the empty one: the parser wants a value.
    private static func completed(_ arguments: [String]) -> [String] {
        arguments.indices.flatMap { index -> [String] in
            let next = index + 1 < arguments.count ? arguments[index + 1] : nil
            let isBare = arguments[index] == "--replace" && (next == nil || next?.hasPrefix("--") == true)
            return isBare ? [arguments[index], ""] : [arguments[index]]
        }
    }

    private static func withoutLanguage(_ arguments: [String]) -> [String] {
        var result: [String] = []
        var isValue = false
        for argument in arguments {
            if isValue || argument == "--lang" || argument.hasPrefix("--lang=") {
                isValue = argument == "--lang" && !isValue
            } else {
                result.append(argument)
            }
        }
        return result
    }

    private static func isLanguage(_ argument: String, in arguments: [String]) -> Bool {
        if argument == "--lang" || argument.hasPrefix("--lang=") { return true }
        guard let place = arguments.firstIndex(of: argument), place > 0 else { return false }
        return arguments[place - 1] == "--lang"
    }
}

/// A command that is none.
struct UnknownCommand: ExplainedError {
    let name: String
    let nearest: String?

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        let zh = nearest.map { "，是否指 \($0)？" } ?? "，可用 nianbao --help 查看全部命令"
        let en = nearest.map { "; did you mean \($0)?" } ?? "; see nianbao --help for all of them"
        return Phrase(zh: "没有命令“\(name)”\(zh)", en: "there is no command '\(name)'\(en)")
    }
}
