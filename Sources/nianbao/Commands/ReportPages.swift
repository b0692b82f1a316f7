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
            网页不需要别的文件，也不联网，可直接打开、打印、发送：要点、存疑之处、各乡镇一览、历年走势和名次、报送情况，每个数字都连到
            原文。index.html 列出各县。

            例：
              nianbao report 网页/
              nianbao report 网页/ --county 青禾县 --indicator 12345 低保金
            """,
            """
            A page needs no other file and no network; open it, print it, send it: what matters first, findings, all
            townships at a glance, each indicator over the years, coverage, and every figure leads to its sentence.
            index.html lists the counties.

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

    func validate() throws { try Names.require(indicators, of: "--indicator") }

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let filter = filters.filter(asOf: vintage)
        let codebook = try Codebook.load()
        let subjects = try subjects(archive)
        if !indicators.isEmpty {
            let reason = try EmptyAnswer.reason(
                archive, filter, indicators: subjects.indicators, measures: subjects.measures, forms: codebook.forms)
            if let reason { try common.endEmpty(reason) }
        }
        let check = try ArchiveCheck.usual(archive, codebook, on: vintage.asOf?.day)
        let stamp = PageStamp(
            archive: common.archivePath, madeOn: CalendarDay.today.description, asOf: vintage.asOf?.moment)
        let pages = CountyPages(
            folder: folder.withoutTrailingSlashes, replacing: force, stamp: stamp, language: .current)
        let paths = try pages.write(
            archive, subjects: subjects, filter: filter, successions: codebook.successions
        ) { county in
            var ofCounty = filter
            ofCounty.counties = [county]
            return try check.run(ofCounty).findings
        }
        try common.requireReports(archive, filter)
        if !quiet { for path in paths { print(path) } }
    }

    private func subjects(_ archive: Archive) throws -> PageSubjects {
        guard !indicators.isEmpty else { return try .usual(archive) }
        let asked = try archive.meaning(of: indicators)
        return PageSubjects(indicators: asked.indicators, measures: asked.measures)
    }
}
