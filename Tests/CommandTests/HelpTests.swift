import Foundation
import Support
import Testing

/// Every command of the program, as it tells of them itself, can be looked up.
@Suite struct HelpTests {
    private struct Tool: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?

        /// The words of every command below this one, groups as well as what is in them.
        func paths(below path: [String] = []) -> [[String]] {
            (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { command in
                [path + [command.commandName]] + command.paths(below: path + [command.commandName])
            }
        }
    }

    private static let paths = Result {
        let run = try Program.run("--experimental-dump-help", in: Folder())
        return try JSONDecoder().decode(Tool.self, from: Data(run.output.utf8)).command.paths()
    }

    private let folder: Folder

    init() throws { folder = try Folder() }

    private func help(_ path: [String], _ language: String) throws -> String {
        let run = try Program.run(path + ["--help", "--lang", language], in: folder)
        #expect(run.status == 0, "\(path)")
        return run.output
    }

    @Test(arguments: ["zh", "en"])
    func everyCommandHasHelpWithExamples(language: String) throws {
        let paths = try Self.paths.get()
        #expect(paths.count > 30)
        for path in paths {
            let (own, group) = try (help(path, language), help(path.dropLast(), language))
            #expect(group.contains(path.count > 1 ? path[path.count - 1] : "  \(path[0]) "), "\(path)")
            // A small command of a group has its example there.
            let examples = path.count > 1 ? own + group : own
            #expect(examples.contains("  nianbao \(path.joined(separator: " "))"), "\(path)")
        }
    }

    /// Version, catalogue and, of a package, commit; the catalogue is the one that an archive notes for its reports.
    @Test(arguments: ["zh", "en"])
    func versionNamesTheCatalogueThatArchivesNote(language: String) throws {
        let version = try Program.run("--version", "--lang", language, in: folder).output
        let pattern = try Regex(#"^[0-9]+\.[0-9]+\.[0-9]+ [（(](指标目录|catalogue) ([0-9a-f]{12})"#)
        let catalogue = try #require(version.firstMatch(of: pattern)?.output[2].substring)
        try Program.run("import", "\(Program.samples)/湟中区", in: folder)
        let noted = try Program.run("sql", "select sha256 from catalogue", "--format", "csv", in: folder).output
        #expect(noted.contains(catalogue))
    }

    @Test func helpInChineseHasNoEnglish() throws {
        for path in [[]] + (try Self.paths.get()) {
            let help = try help(path, "zh")
            for english in [
                "OPTIONS", "ARGUMENTS", "USAGE", "SUBCOMMANDS", "(default", "(values", "Show ", "<options>",
            ] {
                #expect(!help.contains(english), "\(path): \(english)")
            }
        }
    }

    /// Where something is required, the parser's usage line has no brackets around its options.
    @Test func usageInChineseHasNoEnglish() throws {
        for path in try Self.paths.get() {
            let run = try Program.run(path + ["--lang", "zh", "--no-such-option"], in: folder)
            #expect(run.status == 64 && !run.errors.contains("<options>"), "\(path): \(run.errors)")
        }
    }

    @Test func manualHasEveryCommand() throws {
        let manual = try Program.run("manual", in: folder).output
        for path in try Self.paths.get() {
            let title = ".SS nianbao \(path.joined(separator: " "))".replacing("-", with: "\\-")
            #expect(manual.contains(title), "\(path)")
        }
    }
}
