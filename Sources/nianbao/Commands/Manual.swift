import ArgumentParser
import Catalogue

struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: words("给出手册页（man）", "Print the manual page"),
        discussion: words(
            "例：\n  nianbao manual > nianbao.1 && man ./nianbao.1\n  nianbao manual > ~/.local/share/man/man1/nianbao.1",
            """
            Examples:\n  nianbao manual > nianbao.1 && man ./nianbao.1\n  nianbao manual > \
            ~/.local/share/man/man1/nianbao.1
            """
        ))

    @OptionGroup var language: LanguageOption

    func run() throws {
        try Screen.write(ManualPage(Nianbao.self).roff)
    }
}
