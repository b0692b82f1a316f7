import Answers
import ArgumentParser
import Catalogue
import Output
import Storage

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: words("按官方表样显示一份年报", "Show a report in its official tables"),
        discussion: words(
            """
            例：\n  nianbao show 上新庄镇 2020\n  nianbao show 上新庄镇 2020 --output 上新庄镇.xlsx\n  nianbao show 柳溪镇 2021 \
            --revision 1
            """,
            """
            Examples:\n  nianbao show 上新庄镇 2020\n  nianbao show 上新庄镇 2020 --output report.xlsx\n  nianbao show 柳溪镇 \
            2021 --revision 1
            """
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @OptionGroup var target: TargetOptions

    @Option(help: help("第几版（默认最新）", "the revision (else the current one)").named("版本", "number"))
    var revision: Int?

    @Flag(help: help("只列出没有归入任何指标的数字", "only the numbers that no indicator claims"))
    var unclaimed = false

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let report = try target.report(in: archive, revision: revision, asOf: vintage.asOf?.moment)
        if unclaimed {
            let transcript = try archive.transcript(of: report.summary)
            return try output.write([UnclaimedNumbers.ofReport(report, transcript: transcript)])
        }
        let codebook = try Codebook.load()
        let tables = OfficialTables(
            report, codebook: codebook, indicators: archive.indicators, hasPrintedUnits: output.isForPeople)
        let edition = report.summary.edition
        var sheets =
            output.hasMergedCells
            ? tables.layouts(edition: edition, language: .current)
            : tables.sheets(edition: edition, language: .current)
        sheets.append(
            OfficialTables.narrative(
                report, codebook: codebook, indicators: archive.indicators,
                transcript: try archive.transcript(of: report.summary), language: .current))
        if let corrections = CorrectionColumns.sheet(
            report, try archive.corrections(asOf: vintage.asOf?.moment)[report.summary.id] ?? [:],
            indicators: archive.indicators,
            language: .current)
        {
            sheets.append(corrections)
        }
        if output.isForPeople {
            let terms = try archive.townshipTerms(asOf: vintage.asOf?.moment)
            sheets.insert(ReportHead(report, terms: terms, language: .current).sheet, at: 0)
        }
        try output.write(sheets)
    }
}
