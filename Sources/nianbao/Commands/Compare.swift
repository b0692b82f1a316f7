import Answers
import ArgumentParser
import Catalogue
import Foundation
import Output
import Storage
import Values

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: words("跨乡镇、跨年度比较指标", "Compare indicators across townships and years"),
        discussion: words(
            """
            指标可写代码，也可写名称中的词；公开率、纠错率、户均金额等派生指标也一样（见 nianbao measures）。未提及、空白和 0
            分别显示，不会混同。

            例：
              nianbao compare 12345 710 低保
              nianbao compare hotline_12345.received --years 2020-2022 --county 青禾县
              nianbao compare requests.received.total --output 申请.csv
              nianbao compare 低保金 --per subsistence_allowance.households --rank
              nianbao compare 公开率 --county 青禾县 --benchmark county

            --benchmark 的四分位数按 R 的第 7 型（即 Excel 的 QUARTILE.INC）计算，只计有确定的数的年报；名次相同的并列，越低越好的派生指标
            低的在前。四分位数、名次、增减都由未经四舍五入的数得出，显示时至多两位小数；概数（余、约、近）不排名次，不计入四分位数。
            异常年份：某乡镇至少有五年的数，某年与各年中位数之差 d 满足 0.6745×d÷MAD > 3.5（MAD 为各年与中位数之差的中位数，至少
            算 1；Iglewicz 与 Hoaglin 的修正 z 值），且 d 不小于 10、不小于中位数的一半。
            """,
            """
            Indicators are named by code or by words of their labels, and so are measures, such as the disclosure rate
            (see nianbao measures). Not mentioned, blank and 0 look different.

            Examples:
              nianbao compare 12345 710
              nianbao compare hotline_12345.received --years 2020-2022 --county 青禾县
              nianbao compare requests.received.total --output requests.csv
              nianbao compare procurement.amount --per procurement.items --total
              nianbao compare rates.disclosure --county 青禾县 --benchmark county

            Quartiles of --benchmark are R's type 7, Excel's QUARTILE.INC, over the reports with a single number; equal
            numbers share a place, and of measures that are better low the lowest is first. Quartiles, places and
            changes are of numbers before rounding, and are shown with two decimals at the most; what a report tells as
            approximate has neither place nor part in quartiles. A year is unusual where a
            township has numbers of five years or more, and the distance d of one from their median is such that
            0.6745 × d ÷ MAD > 3.5 (MAD: the median of the distances, 1 at the least; the modified z score of Iglewicz
            and Hoaglin), d being 10 or more and half of the median or more.
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: help("指标或派生指标的代码，或名称中的词", "codes of indicators and measures, or words of their labels").named(
            "词", "word"), completion: Suggestions.subjects)
    var terms: [String]

    @Flag(help: help("给出各乡镇的名次", "give each township its rank"))
    var rank = false

    @Flag(help: help("加合计，并注明计入几个乡镇", "add totals, and how many townships are in them"))
    var total = false

    @Option(
        help: help("除以另一指标（代码），如每户金额", "divide by another indicator, such as money by households").named(
            "指标", "indicator"), completion: Suggestions.indicators)
    var per: String?

    @Option(
        help: help(
            "排序：name 名称，value 末年数值，change 增减，percent 增减%，或某一年份",
            "the order: name, value (of the last year), change, percent, or a year"
        ).named("次序", "order"))
    var sort: ComparisonOptions.Order = .name

    @Option(help: help("只列前几个乡镇", "only the first so many townships").named("个数", "number"))
    var top: Int?

    @Option(
        help: help(
            "与谁比：county 本县各乡镇，archive 全部档案，或几个乡镇、县区的名称；给出名次、上年名次和四分位数",
            """
            whom to measure against: county, archive, or names of townships and counties; gives place, last year's place
            and quartiles
            """
        ).named("范围", "group"), completion: Suggestions.places)
    var benchmark: BenchmarkGroup?

    @OptionGroup var coding: CodeOptions

    @Flag(help: help("口径不同、不可比的年份也一并列出", "show years side by side whose forms cannot be compared"))
    var acrossEditions = false

    func validate() throws {
        try Names.require(terms, of: words("指标", "indicator"))
        if let top, top < 1 {
            throw ValidationError(words("--top 应为 1 以上的整数", "--top must be a number from 1 on"))
        }
    }

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let asked = try archive.meaning(of: terms)
        if per != nil, let ratio = asked.measures.first {
            throw ValidationError(
                words(
                    "“\(ratio.label.zh)”是派生指标，不能再用 --per 相除",
                    "'\(ratio.label.en)' is a measure and cannot be divided by --per"))
        }
        let filter = filters.filter(asOf: vintage)
        let comparison = try IndicatorComparison(
            archive, indicators: asked.indicators, measures: asked.measures, filter: filter,
            options: options(archive.indicators),
            successions: Succession.load(), codes: coding.divisionCodes(archive, asOf: vintage.asOf?.moment),
            language: .current)
        var warnings: [Phrase] = []
        try output.write { warnings = try comparison.write(to: $0, isForPeople: output.isForPeople) }
        for warning in warnings { common.warn(warning) }
        try common.requireReports(archive, filter)
    }

    private func options(_ indicators: IndicatorList) throws -> ComparisonOptions {
        var options = ComparisonOptions(order: sort, isRanked: rank, hasTotal: total, top: top)
        options.divisor = try per.map { try indicators.id(meantBy: $0) }
        options.acrossEditions = acrossEditions
        options.benchmark = benchmark
        options.hasCharts = output.isTerminalTable
        return options
    }
}

extension BenchmarkGroup: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension ComparisonOptions.Order: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument {
        case "name": self = .name
        case "value": self = .value(year: nil)
        case "change": self = .change
        case "percent": self = .percent
        default:
            guard let year = try? ReportYear.parse(argument) else { return nil }
            self = .value(year: year)
        }
    }
}
