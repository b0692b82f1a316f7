import Answers
import ArgumentParser
import Output
import Storage
import Values

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: words("列出档案中的年报", "List the reports in the archive"),
        discussion: words(
            "例：\n  nianbao list --years 2020-2022", "Example:\n  nianbao list --years 2020-2022"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: help("也列出被后来的文件取代的版本", "list revisions that later files have taken the place of, too"))
    var revisions = false

    func run() throws {
        var filter = filters.filter(asOf: vintage)
        filter.includesSuperseded = revisions
        let archive = try common.openForReading()
        let reports = try archive.reports(filter)
        var sheet = Sheet(columns: [
            Columns.county, Columns.township, Columns.year, Columns.edition,
            Column("revision", Phrase(zh: "版本", en: "revision"), .number),
            Column("cells_read", Phrase(zh: "读出", en: "read"), .number),
            Column("cells_expected", Phrase(zh: "应有", en: "of"), .number),
            Column("figures", Phrase(zh: "数字", en: "figures"), .number),
            Column("published_on", Phrase(zh: "发布日期", en: "published")),
            Column("file", Phrase(zh: "文件", en: "file")),
        ])
        sheet.rows = reports.map { report in
            [
                .text(report.place.county), .text(report.place.township), .year(report.year), .edition(report.edition),
                .count(report.revision), .count(report.cellsRead), .count(report.cellsExpected),
                .count(report.figureCount), .text(report.publishedOn ?? ""), .text(report.path),
            ]
        }
        if reports.isEmpty {
            sheet.footnotes = [Phrase(zh: "没有符合条件的年报", en: "no report matches")]
        }
        try output.write([sheet])
        try common.requireReports(archive, filter)
    }
}
