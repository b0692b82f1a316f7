import ArgumentParser
import Catalogue
import Values

/// The command line before the argument parser sees it.
enum RootArguments {
    /// Takes `--lang` away where only commands know it, so that `nianbao --lang zh` and `nianbao help import --lang zh`
    /// are understood, and refuses a command that is none by naming the nearest.
    static func prepared(_ arguments: [String]) throws -> [String] {
        guard let first = arguments.first(where: { !isLanguage($0, in: arguments) }) else { return [] }
        if first == "help" {
            let rest = withoutLanguage(arguments)
            try requireCommands(rest.dropFirst().prefix { !$0.hasPrefix("-") })
            return rest
        }
        if first.hasPrefix("-") { return withoutLanguage(arguments) }
        try requireCommands([first])
        // Whatever stands before the command belongs after it.
        let before = arguments.prefix { $0 != first }
        return completed(withNegativeValueLast([first] + arguments.dropFirst(before.count + 1) + before))
    }

    /// Refuses the first of these words that is no command below those before it.
    private static func requireCommands(_ path: ArraySlice<String>) throws {
        var known: [any ParsableCommand.Type] = Nianbao.configuration.subcommands
        for name in path {
            guard let command = known.first(where: { $0._commandName == name }) else {
                let names = known.map { $0._commandName }
                throw UnknownCommand(name: name, nearest: Nearest.name(to: name, among: names))
            }
            known = command.configuration.subcommands
        }
    }

    /// A value such as -5 would be taken for an option; the last of the arguments of `correct` is its value.
    private static func withNegativeValueLast(_ arguments: [String]) -> [String] {
        guard arguments.first == "correct", !arguments.contains("--"),
            let place = arguments.firstIndex(where: { $0.wholeMatch(of: /-[0-9０-９][0-9０-９.,．，]*.*/) != nil })
        else { return arguments }
        return arguments[..<place] + arguments[(place + 1)...] + ["--", arguments[place]]
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
