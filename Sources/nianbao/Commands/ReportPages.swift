import Answers
import ArgumentParser
import Catalogue
import Output
import Storage

struct ReportPages: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: words("为每个县生成一个网页", "Write a page for each county"),
        discussion: words(
            """
            网页不需要别的文件，也不联网，可直接打开、打印、发送：报送情况、本年与上年、历年走势、名次、存疑之处，每个数字都连到原文。

            例：
              nianbao report 网页/
              nianbao report 网页/ --county 青禾县 --indicator 12345 低保金
            """,
            """
            A page needs no other file and no network; open it, print it, send it: coverage, this year against last,
            lines over the years, a ranking, findings, and every figure leads to its sentence.

            Examples:
              nianbao report pages/
              nianbao report pages/ --county 青禾县 --indicator hotline_12345
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions

    @Argument(
        help: help("文件夹（没有则建立）", "the folder, made if it is not there").named("文件夹", "folder"), completion: .directory)
    var folder: String

    @Option(
        name: [.customLong("indicator"), .customLong("indicators")], parsing: .upToNextOption,
        help: help(
            "显示这些指标、派生指标（代码或名称中的词）", "show these indicators and measures (codes or words of labels)"
        ).named("指标", "indicator"), completion: Suggestions.subjects)
    var indicators: [String] = []

    @Flag(help: help("覆盖已有的文件", "replace existing files"))
    var force = false

    @Flag(name: .shortAndLong, help: help("不列出写了哪些文件", "do not list the files"))
    var quiet = false

    func run() throws {
        let archive = try common.openForReading()
        let filter = filters.filter(asOf: vintage)
        let usual = archive.indicators.indices.filter {
            CountyPage.usualIndicators.contains(archive.indicators[$0].code)
        }
        let asked =
            try indicators.isEmpty
            ? (usual, []) : archive.measures().meaning(of: indicators, among: archive.indicators)
        let codebook = try Codebook.load()
        let check = try ArchiveCheck.usual(archive, codebook, on: vintage.asOf?.day)
        let pages = try CountyPages(folder: folder, replacing: force, language: .current)
        let paths = try pages.write(
            archive, indicators: asked.0, measures: asked.1, filter: filter, successions: codebook.successions
        ) {
            county in
            var ofCounty = filter
            ofCounty.counties = [county]
            return try check.run(ofCounty).findings
        }
        try common.requireReports(archive, filter)
        if !quiet { for path in paths { print(VisibleText.of(path)) } }
    }
}
