import Answers
import ArgumentParser
import Catalogue
import Output
import Reports
import Storage
import Values

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: words("导出数据", "Export figures"),
        discussion: words(
            """
            长表一行一个数字，带状态、表样和出处；宽表一行一份年报，一列一个指标。写入 .csv 文件时 Excel 和 WPS 可直接打开。

            例：
              nianbao export --output 全部.csv
              nianbao export --indicator 12345 --years 2020-2022 --layout wide --output 热线.csv
              nianbao export --measures --output 全部及派生指标.csv
              nianbao export --format ndjson | jq .
            """,
            """
            Long: a figure a row, with state, edition and source. Wide: a report a row, an indicator a column. A .csv
            file opens right in Excel and WPS.

            Examples:
              nianbao export --output all.csv
              nianbao export --indicator 12345 --years 2020-2022 --layout wide --output hotline.csv
              nianbao export --measures --output all.csv
              nianbao export --format ndjson | jq .
            """))

    enum Layout: String, ExpressibleByArgument, CaseIterable {
        case long, wide
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: [.customLong("indicator"), .customLong("indicators")], parsing: .upToNextOption,
        help: help(
            "只导出这些指标、派生指标（代码或名称中的词）", "only these indicators and measures (codes or words of labels)"
        ).named("指标", "indicator"), completion: Suggestions.subjects)
    var indicators: [String] = []

    @Option(
        help: help("long 长表（一行一个数字），wide 宽表（一行一份年报）", "long: a figure a row; wide: a report a row").named(
            "表式", "layout"))
    var layout: Layout = .long

    @Flag(
        help: help(
            "加上全部派生指标（公开率等，见 nianbao measures），末列为区间和分母是否不足 10",
            """
            all measures as well (see nianbao measures); the last columns tell intervals and whether over fewer than ten
            """
        ))
    var measures = false

    @Flag(help: help("长表末尾加上更正后的数、理由、更正人和时间", "add corrections to the long table: value, reason, author and time"))
    var corrections = false

    @OptionGroup var coding: CodeOptions

    /// Who asks for indicators by name has a column for each; in a wide table of everything, forms that no report has
    /// would be some hundred empty ones.
    private func formsOfColumns() throws -> [Form] {
        layout == .wide && indicators.isEmpty ? try Codebook.load().forms : []
    }

    func validate() throws {
        try Names.require(indicators, of: "--indicator")
        if corrections, layout == .wide {
            throw ValidationError(
                words("--corrections 只用于长表（--layout long）", "--corrections goes with --layout long"))
        }
    }

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let asked = try indicators.isEmpty ? (Array(archive.indicators.indices), []) : archive.meaning(of: indicators)
        let filter = filters.filter(asOf: vintage)
        let export = try FigureExport(
            archive, indicators: asked.0, measures: measures ? Array(try archive.measures()) : asked.1, filter: filter,
            corrections: corrections ? try archive.corrections(asOf: vintage.asOf?.moment) : nil,
            codes: try coding.divisionCodes(archive, asOf: vintage.asOf?.moment), forms: try formsOfColumns(),
            language: .current)
        var count = 0
        try output.write(orElse: .csv) { writer in
            count = try layout == .long ? export.writeLong(to: writer) : export.writeWide(to: writer)
        }
        try common.requireReports(archive, filter)
        guard count == 0 else { return }
        let reason = try EmptyAnswer.reason(
            archive, filter, indicators: asked.0, measures: asked.1, forms: Codebook.load().forms)
        try common.endEmpty(reason ?? Phrase(zh: "没有可导出的数", en: "there is nothing to export"))
    }
}
