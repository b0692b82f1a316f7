import ArgumentParser
import Catalogue

struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: words("给出命令行补全脚本", "Print a completion script for a shell"),
        discussion: words(
            """
            例：
              nianbao completions bash > ~/.local/share/bash-completion/completions/nianbao
              nianbao completions zsh > ~/.zfunc/_nianbao
              nianbao completions fish > ~/.config/fish/completions/nianbao.fish
            """,
            """
            Examples:
              nianbao completions bash > ~/.local/share/bash-completion/completions/nianbao
              nianbao completions zsh > ~/.zfunc/_nianbao
              nianbao completions fish > ~/.config/fish/completions/nianbao.fish
            """))

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @OptionGroup var language: LanguageOption

    @Argument(help: help("bash、zsh 或 fish", "bash, zsh or fish").named("命令行", "shell"))
    var shell: Shell

    func run() throws {
        let kind: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        try Screen.write(Nianbao.completionScript(for: kind) + "\n")
    }
}
