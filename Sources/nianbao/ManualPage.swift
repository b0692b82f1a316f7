import ArgumentParser
import Catalogue
import Foundation
import Values

/// The manual page of the program in the language of this run, written from the commands' own help, so that it says
/// what the program does. The format is man(7).
struct ManualPage {
    /// The part that is shown of what the argument parser tells of itself.
    private struct Tool: Decodable {
        var command: Command
    }

    private struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
    }

    private let root: Command

    init(_ command: any ParsableCommand.Type) throws {
        let text = command._dumpHelp()
        root = try JSONDecoder().decode(Tool.self, from: Data(text.utf8)).command
    }

    var roff: String {
        let name = root.commandName
        var page = ".TH \(name.uppercased()) 1\n.ad l\n.nh\n"
        page += section(words("名称", "NAME")) + "\(name) \\- \(Self.escaped(root.abstract ?? ""))\n"
        page +=
            section(words("用法", "SYNOPSIS")) + ".B \(name)\n.I \(words("命令", "command"))\n[\(words("选项", "options"))]\n"
        page += section(words("说明", "DESCRIPTION")) + paragraphs(root.discussion)
        page += section(words("命令", "COMMANDS"))
        for command in root.subcommands ?? [] { page += entry(command, below: name) }
        page += section(words("退出码", "EXIT STATUS")) + exitCodes
        page += section(words("环境变量", "ENVIRONMENT"))
        page += ".TP\n.B NIANBAO_ARCHIVE\n\(words("档案文件", "the archive file"))\n"
        page += ".TP\n.B LC_ALL, LC_MESSAGES, LANG\n\(words("界面语言", "the language"))\n"
        return page
    }

    private func section(_ title: String) -> String { ".SH \(title)\n" }

    /// A command and, after it, those below it.
    private func entry(_ command: Command, below path: String) -> String {
        guard command.commandName != "help" else { return "" }
        let synopsis = synopsis(command, below: path)
        var page = ".SS \(Self.escaped(synopsis))\n\(Self.escaped(command.abstract ?? ""))\n"
        page += paragraphs(command.discussion)
        for argument in (command.arguments ?? []).filter(\.shouldDisplay) { page += entry(argument) }
        for child in command.subcommands ?? [] { page += entry(child, below: "\(path) \(command.commandName)") }
        return page
    }

    private func synopsis(_ command: Command, below path: String) -> String {
        let positional = (command.arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay }
        let words = positional.map { argument in
            let name = "<\(argument.valueName ?? "")>" + (argument.isRepeating ? "..." : "")
            return argument.isOptional ? "[\(name)]" : name
        }
        return ([path, command.commandName] + words).joined(separator: " ")
    }

    private func entry(_ argument: Argument) -> String {
        var title = "<\(argument.valueName ?? "")>"
        if argument.kind != "positional" {
            let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
            title = names.joined(separator: ", ") + (argument.kind == "option" ? " \(title)" : "")
        }
        let text = ParserWords.translated(argument.abstract ?? "", to: .current)
        return ".TP\n\\fB\(Self.escaped(title))\\fR\n\(Self.escaped(text))\n"
    }

    /// Indented lines, examples, stay as they are.
    private func paragraphs(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "" }
        var page = ".PP\n"
        var isExample = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  ") != isExample {
                isExample.toggle()
                page += isExample ? ".nf\n" : ".fi\n"
            }
            page += line.isEmpty ? ".PP\n" : "\(Self.escaped(String(line)))\n"
        }
        return page + (isExample ? ".fi\n" : "")
    }

    private var exitCodes: String {
        ExitStatus.allCases.map { ".TP\n.B \($0.rawValue)\n\($0.words[.current])\n" }.joined()
    }

    /// Text that roff takes as it stands: no escape, and no request at the beginning of a line.
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
