import Answers
import ArgumentParser
import Output
import Storage
import Values

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: words("两版或两年的年报有哪些不同", "What two revisions or two years say differently"),
        discussion: words(
            """
            逐格比数字，逐句比文字，以年报原文为准，不计更正。给出一个年份比两版（默认前一版与现用的一版），给出两个年份比两年。

            例：
              nianbao diff 柳溪镇 2021
              nianbao diff 柳溪镇 2021 --from 1 --to 3
              nianbao diff 柳溪镇 2020 2021 --format csv
            """,
            """
            Figure by figure and sentence by sentence, as the reports have it, corrections left out. With one year,
            two revisions (else the current one and the one before); with two years, these.

            Examples:
              nianbao diff 柳溪镇 2021
              nianbao diff 柳溪镇 2021 --from 1 --to 3
              nianbao diff 柳溪镇 2020 2021 --format csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("乡镇或街道", "the township").named("乡镇", "township"))
    var township: String

    @Argument(
        help: help("一个或两个年度", "one year or two").named("年份", "year"), completion: Suggestions.years,
        transform: ReportYear.parse)
    var years: [Int]

    @Option(help: help("县区（同名乡镇须注明）", "the county, where several townships bear the name").named("县区", "county"))
    var county: String?

    @Option(help: help("原来的一版（默认前一版）", "the older revision (else the one before)").named("版本", "number"))
    var from: Int?

    @Option(help: help("后来的一版（默认现用的一版）", "the newer revision (else the current one)").named("版本", "number"))
    var to: Int?

    func validate() throws {
        guard (1...2).contains(years.count) else {
            throw ValidationError(words("请给出一个或两个年份", "give one year or two"))
        }
    }

    func run() throws {
        let archive = try common.openForReading()
        let (old, new) = try reports(in: archive)
        let difference = try ReportDifference(from: old, to: new, archive: archive, language: .current)
        try output.write(output.isForPeople ? difference.sections : [difference.rows])
    }

    private func reports(in archive: Archive) throws -> (StoredReport, StoredReport) {
        if years.count == 2 {
            return try (
                archive.report(township: township, county: county, year: years[0], revision: from),
                archive.report(township: township, county: county, year: years[1], revision: to)
            )
        }
        let revisions = try archive.revisions(township: township, county: county, year: years[0])
        let new = try archive.report(township: township, county: county, year: years[0], revision: to)
        let before = revisions.last { $0.revision < new.summary.revision && $0.removedAt == nil }
        guard let number = from ?? before?.revision else { throw LedgerError.nothingEarlier(new.summary) }
        return (try archive.report(township: township, county: county, year: years[0], revision: number), new)
    }
}
