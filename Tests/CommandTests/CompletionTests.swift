import Foundation
import Support
import Testing

/// The completion scripts in the shells that they are for.
@Suite struct CompletionTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
        for shell in ["bash", "zsh", "fish"] {
            try folder.write(try Program.run("completions", shell, in: folder).output, to: "nianbao.\(shell)")
        }
        try folder.write("x", to: "年报/柳溪.txt")
    }

    private static let shells: [(shell: String, start: String, load: String)] = [
        ("bash", "bash --norc --noprofile", "source ./nianbao.bash\n"),
        (
            "zsh", "zsh -f",
            "autoload -U compinit; compinit -u; source ./nianbao.zsh; compdef _nianbao nianbao\n"
        ), ("fish", "fish --no-config", "source ./nianbao.fish\n"),
    ]

    /// Colours and movements of the cursor.
    nonisolated(unsafe) private static let escapes = /\u{1B}(\[[0-9;?]*[A-Za-z]|\([A-Z]|[=>])/

    @Test(.enabled(if: Terminal.isThere, "python3 is not installed"), arguments: ["bash", "zsh", "fish"])
    func shellOffersWhatTheArchiveHas(shell: String) throws {
        let (_, start, load) = try #require(Self.shells.first { $0.shell == shell })
        try #require(ExternalProgram(shell) != nil, "\(shell) is not installed")
        for (typed, offered) in [
            ("nianbao show 望", "望湖街道"), ("nianbao show 柳溪镇 201", "2019"), ("nianbao rollup 青", "青禾县"),
            ("nianbao compare supervision_710.ha", "supervision_710.handled"),
            ("nianbao compare rates.disclosed_f", "rates.disclosed_fully"),
            ("nianbao waive period-not", "period-not-full-year"), ("nianbao list --county 湟", "湟中区"),
            ("nianbao import 年", "年报"), ("nianbao unco", "uncorrect"),
        ] {
            let text = try Terminal.run(
                start, width: 150, keys: [load, typed + "\t", "\u{3}", "exit\n"], in: folder)
            let shown = text.replacing(Self.escapes, with: "").replacing("\r", with: "")
            #expect(shown.contains(offered), "\(shell), \(typed): \(shown)")
        }
    }

    /// A name out of a report or a list of places must not be done as a command when somebody presses Tab.
    @Test(.enabled(if: Terminal.isThere, "python3 is not installed"), arguments: ["bash", "zsh", "fish"])
    func nothingInANameIsObeyed(shell: String) throws {
        let (_, start, load) = try #require(Self.shells.first { $0.shell == shell })
        try #require(ExternalProgram(shell) != nil, "\(shell) is not installed")
        let names = ["$(touch$IFS'obeyed')", "`touch${IFS}obeyed`", "';touch${IFS}obeyed;'", "x&touch${IFS}obeyed&"]
        try folder.write("county,township,code\n" + names.map { "青禾县,\($0),\n" }.joined(), to: "list.csv")
        #expect(try Program.run("townships", "import", "list.csv", in: folder).status == 0)
        for typed in ["nianbao show ", "nianbao show x", "nianbao list --township "] {
            _ = try Terminal.run(start, width: 150, keys: [load, typed + "\t\t", "\u{3}", "exit\n"], in: folder)
            #expect(!folder.exists("obeyed"), "\(shell), \(typed)")
        }
    }
}
