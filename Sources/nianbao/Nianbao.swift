import ArgumentParser
import Catalogue

@main struct Nianbao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nianbao",
        abstract: words("乡镇政府信息公开年报档案", "An archive of townships' yearly reports on information disclosure"),
        discussion: words(
            """
            把收到的年报导入一个档案文件，逐格读出表格和文中的数字，跨乡镇、跨年度比较，导出表格，每个数字都能查到原文。

            例：
              nianbao import 2024年年报/
              nianbao compare 12345 710 低保 --years 2020-2024
              nianbao export --output 全部数据.csv
            """,
            """
            Imports the reports as they arrive into one archive file, reads every figure from tables and sentences,
            compares them across townships and years, exports them, and traces each number to where it stands.

            Examples:
              nianbao import reports-2024/
              nianbao compare 12345 710 --years 2020-2024
              nianbao export --output figures.csv
            """),
        version: "1.1.0",
        subcommands: [
            Import.self, List.self, Coverage.self, Show.self, Compare.self, Rollup.self, Trace.self, Search.self,
            Numbers.self, Similar.self,
            Check.self, Waive.self, Unwaive.self, Correct.self, Uncorrect.self, Corrections.self, Remove.self,
            Revert.self,
            Move.self, Diff.self, Log.self, Export.self, Query.self, SchemaCommand.self,
            ReportPages.self, Brief.self, Publish.self, Indicators.self, Measures.self, Reread.self,
            Townships.self, Status.self, Verify.self, Backup.self, Restore.self, Demo.self, Completions.self,
            Manual.self,
        ])

    static func main() {
        Interruption.ofThisRun.listen()
        var command: any ParsableCommand
        do {
            let arguments = try RootArguments.prepared(Array(CommandLine.arguments.dropFirst()))
            if arguments == ["--version"] { return try Screen.write(ProgramVersion.line() + "\n") }
            command = try parseAsRoot(arguments)
        } catch {
            ending(error)
        }
        do {
            try command.run()
        } catch {
            ending(error)
        }
    }

    /// Ends the program with what an error asks for: help on standard output, anything else as one line on standard
    /// error.
    static func ending(_ error: any Error) -> Never {
        exit(withError: ExitCode(Failure(error).report().rawValue))
    }
}
