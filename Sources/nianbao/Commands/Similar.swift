import Answers
import ArgumentParser
import Catalogue
import Output
import Storage
import Values

struct Similar: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: words("查年报文字的雷同", "Find text that reports have from each other"),
        discussion: words(
            """
            逐份列出正文有多少与本乡镇上年的报告、与本县其他乡镇、与多个乡镇共用的稿子相同；--passages 把相同的段落并排列出，
            注明行号和哪些数字改了、哪些没改。数字、标点、空格和乡镇名称不同仍算相同；表格和标题不算，条例和表样的套话按有多少乡镇
            都这样写认出，也不算。按指纹（winnowing 算法，Schleimer、Wilkerson、Aiken，2003）找出，逐字核对。
            照搬上年文字而没有改的年份，nianbao check 也会指出（规则 stale-year）。

            例：
              nianbao similar 青禾县 --years 2022
              nianbao similar 柳溪镇 --years 2022 --passages
              nianbao similar --least 50 --output 雷同.xlsx
            """,
            """
            Of each report, how much of its text is in its township's last report too, in those of other townships of
            the county, and in a template that several have; --passages puts the passages side by side, with their
            lines and with the numbers that were changed and those that were not. Numbers, punctuation, spaces and the
            townships' own names make no difference. Tables and headings are left out, and so are the standard phrases
            of law and form, which are told by how many townships have them. Passages are found by fingerprints
            (winnowing: Schleimer, Wilkerson, Aiken, 2003) and compared letter by letter. Years left over in copied
            text are findings of nianbao check (rule stale-year).

            Examples:
              nianbao similar 青禾县 --years 2022
              nianbao similar 柳溪镇 --years 2022 --passages
              nianbao similar --least 50 --output similar.xlsx
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: help("县区或乡镇（不写则全部）", "counties or townships (else all)").named("县区或乡镇", "place"),
        completion: Suggestions.places)
    var places: [String] = []

    @Flag(help: help("并排列出相同的段落", "the passages, side by side"))
    var passages = false

    @Option(
        help: help(
            "只列有一项不低于这个百分数的年报（默认 20；写了乡镇的都列）",
            "only reports with a share of at least this percentage (else 20, and all of a township that is named)"
        ).named("百分数", "percent"))
    var least: Int?

    func validate() throws {
        try Names.require(places, of: words("县区或乡镇", "place"))
        guard let least else { return }
        guard (0...100).contains(least) else {
            throw ValidationError(
                words("--least 应为 0 到 100，现在是 \(least)", "--least must be between 0 and 100, not \(least)"))
        }
    }

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let chosen = try chosen(archive)
        let survey = try CopySurvey(archive, filters: chosen, forms: Codebook.load().forms)
        // Who names townships asks about these, however little they have from others.
        let isOfTownships = chosen.contains { !$0.townships.isEmpty }
        let least = least ?? (isOfTownships ? 0 : Self.usualLeast)
        let sheets = CopySheets(survey, least: least, language: .current)
        var count = 0
        try output.write {
            count = try sheets.write(to: $0, withPassages: passages, isForPeople: output.isForPeople)
        }
        for filter in chosen { try common.requireReports(archive, filter) }
        if count == 0 {
            try common.endEmpty(
                Phrase(
                    zh: "没有一份年报的雷同达到 \(least)%（--least 可调低）",
                    en: "no report shares \(least)% of its text with another (--least may ask for less)"))
        }
    }

    private static let usualLeast = 20

    /// A filter for each place, which is a county where the archive has one of that name, else a township: `青禾县`,
    /// `柳溪镇`, `青禾县/柳溪镇`.
    private func chosen(_ archive: Archive) throws -> [Filter] {
        let whole = filters.filter(asOf: vintage)
        let names = places.flatMap(splitList)
        return try names.isEmpty
            ? [whole]
            : names.map { name in
                var filter = whole
                let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
                if parts.count == 2 {
                    (filter.counties, filter.townships) = ([parts[0]], [parts[1]])
                } else if try archive.hasCounty(named: name) {
                    filter.counties = [name]
                } else {
                    filter.townships = [name]
                }
                return filter
            }
    }
}
