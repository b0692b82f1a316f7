import Answers
import ArgumentParser
import Catalogue
import Output
import Storage

struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: words("用 SQL 查询档案（只读）", "Ask the archive in SQL (read only)"),
        discussion: words(
            """
            只能查询，不能修改，也不能打开别的文件。可用的表和视图见 nianbao schema。

            例：
              nianbao sql "select township, value from current_figure where code = 'hotline_12345.received' and year = \
            2022"
              nianbao sql "select year, sum(value) from current_figure where code = 'procurement.amount' group by \
            year" --format csv
            """,
            """
            Only answers questions: nothing is changed, and no other file is opened. nianbao schema tells the tables \
            and views.

            Examples:
              nianbao sql "select township, value from current_figure where code = 'hotline_12345.received' and year = \
            2022"
              nianbao sql "select year, sum(value) from current_figure where code = 'procurement.amount' group by \
            year" --format csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("一条查询语句", "one statement").named("语句", "query"))
    var statement: String

    @Option(help: help("最多几秒", "the time limit in seconds").named("秒", "seconds"))
    var timeLimit: Int = 60

    func validate() throws {
        if !(1...86_400).contains(timeLimit) {
            throw ValidationError(words("--time-limit 应为 1 至 86400 秒", "--time-limit must be from 1 to 86400 seconds"))
        }
    }

    func run() throws {
        let watch = Watch(seconds: timeLimit)
        defer { watch.end() }
        let query = try QueryAnswer(common.openForReading(), statement, timeLimit: .seconds(timeLimit))
        try output.write { try query.write(to: $0) }
    }
}
