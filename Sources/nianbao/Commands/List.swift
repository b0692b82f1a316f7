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
            "例：\n  nianbao list --years 2020-2022\n  nianbao list --township 柳溪镇 --revisions",
            "Examples:\n  nianbao list --years 2020-2022\n  nianbao list --township 柳溪镇 --revisions"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Flag(
        help: help(
            "列出全部版本：被取代的、已移除的，由何而来，何人何时为何",
            "list all revisions, those replaced or removed too, with who did what and why"))
    var revisions = false

    func run() throws {
        var filter = filters.filter(asOf: vintage)
        filter.includesSuperseded = revisions
        let archive = try common.openForReading()
        let columns = [
            Columns.county, Columns.township, Columns.year, Columns.edition,
            Column("revision", Phrase(zh: "版本", en: "revision"), .number),
            Column("cells_read", Phrase(zh: "读出", en: "read"), .number),
            Column("cells_expected", Phrase(zh: "应有", en: "of"), .number),
            Column("figures", Phrase(zh: "数字", en: "figures"), .number),
            Column("published_on", Phrase(zh: "发布日期", en: "published")),
            Column("file", Phrase(zh: "文件", en: "file")),
        ]
        let history =
            revisions
            ? try RevisionHistory(
                archive, filter, asOf: vintage.asOf?.moment, isForPeople: output.isForPeople, .current) : nil
        var isEmpty = true
        try output.write { writer in
            try writer.write(
                Sheet(columns: columns + (revisions ? RevisionHistory.columns(isForPeople: output.isForPeople) : []))
            ) { add in
                try archive.eachReport(filter) { report in
                    isEmpty = false
                    try add(row(report) + (history?.entries(report) ?? []))
                }
            } footnotes: {
                isEmpty ? [Phrase(zh: "没有符合条件的年报", en: "no report matches")] : []
            }
        }
        try common.requireReports(archive, filter)
    }

    private func row(_ report: ReportSummary) -> [Entry] {
        [
            .text(report.place.county), .text(report.place.township), .year(report.year), .edition(report.edition),
            .count(report.revision), .count(report.cellsRead), .count(report.cellsExpected),
            .count(report.figureCount), .text(report.publishedOn ?? ""), .text(report.path),
        ]
    }
}
