import Answers
import ArgumentParser
import Catalogue
import Checks
import Output
import Storage

struct Rollup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollup",
        abstract: words("把一个县的各乡镇汇总成官方表", "Sum a county's townships into its official tables"),
        discussion: words(
            """
            只加有数的格子，并指明哪些乡镇没有数、哪些年报有错误或存疑、哪些合计对不上：≥ 表示真实合计不小于此数。档案中有县级报告的，一并对照。

            例：
              nianbao rollup 青禾县 2021
              nianbao rollup 青禾县 2021 --output 汇总.xlsx
              nianbao rollup 青禾县 2021 --format csv
            """,
            """
            Adds up the numbers there are and names the townships that have none, the reports with findings and the sums
            that do not add up: ≥ means that the true total is at least this. Where the archive has the county's own
            report, it stands beside the sums.

            Examples:
              nianbao rollup 青禾县 2021
              nianbao rollup 青禾县 2021 --output rollup.xlsx
              nianbao rollup 青禾县 2021 --format csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("县区", "the county").named("县区", "county"), completion: Suggestions.counties)
    var county: String

    @Argument(
        help: help("年度", "the year").named("年份", "year"), completion: Suggestions.years, transform: ReportYear.parse)
    var year: Int

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let codebook = try Codebook.load()
        let moment = vintage.asOf?.moment
        let checker = Checker(try Rulebook(codebook), forms: codebook.forms, indicators: archive.indicators)
        let today = (vintage.asOf?.day ?? .today).description
        let findings =
            try output.isForPeople && archive.hasCounty(named: county)
            ? ArchiveCheck(archive, checker: checker, today: today)
                .run(Filter(counties: [county], years: [year], asOf: moment)).findings : []
        let rollup = try CountyRollup(
            archive, county: county, year: year, asOf: moment, codebook: codebook, findings: findings,
            checker: checker, language: .current)
        try output.write(output.isForPeople ? rollup.sections(asPrinted: output.hasMergedCells) : [rollup.rows])
    }
}
