import Answers
import ArgumentParser
import Catalogue
import Foundation
import Output
import Storage

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words("跨乡镇、跨年度比较指标", "Compare indicators across townships and years"),
        discussion: words(
            """
            指标可写代码，也可写名称中的词。未提及、空白和 0 分别显示，不会混同。

            例：
              nianbao compare 12345 710 低保
              nianbao compare hotline_12345.received --years 2020-2022 --county 青禾县
              nianbao compare requests.received.total --output 申请.csv
            """,
            """
            Indicators are named by code or by words of their labels. Not mentioned, blank and 0 look different.

            Examples:
              nianbao compare 12345 710
              nianbao compare hotline_12345.received --years 2020-2022 --county 青禾县
              nianbao compare requests.received.total --output requests.csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("指标代码，或名称中的词", "codes of indicators, or words of their labels").named("词", "word"))
    var terms: [String]

    func run() throws {
        let archive = try common.openForReading()
        let places = try IndicatorWords.places(terms, in: archive.indicators)
        let comparison = try IndicatorComparison(
            archive, indicators: places, filter: filters.filter(), language: .current)
        if output.isForPeople {
            try output.write(comparison.sections)
        } else {
            try output.write([comparison.rows])
            tellApproximate(comparison.approximateCount)
        }
    }

    /// Columns of plain numbers cannot say that some are approximate; this does.
    private func tellApproximate(_ count: Int) {
        guard count > 0 else { return }
        let text = words(
            "其中 \(count) 个数字在原文中是概数（余、约、近），概数标记见 export 的 qualifier 列",
            "\(count) of these figures are approximate in their sources; the column qualifier of export says which")
        FileHandle.standardError.write(Data("nianbao: \(text)\n".utf8))
    }
}
