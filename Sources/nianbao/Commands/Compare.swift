import Answers
import ArgumentParser
import Catalogue
import Foundation
import Output
import Storage

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: words("跨乡镇、跨年度比较指标", "Compare indicators across townships and years"),
        discussion: words(
            """
            指标可写代码，也可写名称中的词。未提及、空白和 0 分别显示，不会混同。

            例：
              nianbao compare 12345 710 低保
              nianbao compare hotline_12345.received --years 2020-2022 --county 青禾县
              nianbao compare requests.received.total --output 申请.csv
              nianbao compare 低保金 --per subsistence_allowance.households --rank
            """,
            """
            Indicators are named by code or by words of their labels. Not mentioned, blank and 0 look different.

            Examples:
              nianbao compare 12345 710
              nianbao compare hotline_12345.received --years 2020-2022 --county 青禾县
              nianbao compare requests.received.total --output requests.csv
              nianbao compare procurement.amount --per procurement.items --total
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: help("指标代码，或名称中的词", "codes of indicators, or words of their labels").named("词", "word"),
        completion: Suggestions.indicators)
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

    @OptionGroup var coding: CodeOptions

    @Flag(help: help("口径不同、不可比的年份也一并列出", "show years side by side whose forms cannot be compared"))
    var acrossEditions = false

    func validate() throws {
        if let top, top < 1 {
            throw ValidationError(words("--top 应为 1 以上的整数", "--top must be a number from 1 on"))
        }
    }

    func run() throws {
        let archive = try common.openForReading()
        let asked = try archive.indicators.ids(meantBy: terms)
        let filter = filters.filter(asOf: vintage)
        let comparison = try IndicatorComparison(
            archive, indicators: asked, filter: filter, options: options(archive.indicators),
            successions: Succession.load(), codes: coding.divisionCodes(archive), language: .current)
        if output.isForPeople {
            try output.write(comparison.sections)
        } else {
            try output.write([comparison.rows])
            for warning in comparison.warnings { common.warn(warning) }
        }
        try common.requireReports(archive, filter)
    }

    private func options(_ indicators: IndicatorList) throws -> ComparisonOptions {
        var options = ComparisonOptions(order: sort, isRanked: rank, hasTotal: total, top: top)
        options.divisor = try per.map { try indicators.id(meantBy: $0) }
        options.acrossEditions = acrossEditions
        options.hasCharts = output.isTerminalTable
        return options
    }
}

extension ComparisonOptions.Order: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument {
        case "name": self = .name
        case "value": self = .value(year: nil)
        case "change": self = .change
        case "percent": self = .percent
        default:
            guard let year = Int(argument), (1900...2999).contains(year) else { return nil }
            self = .value(year: year)
        }
    }
}
