import Answers
import ArgumentParser
import Catalogue
import Importing
import Output
import Storage
import Values

struct Brief: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: words("写一份全县年报分析", "Write a county's brief of a year"),
        discussion: words(
            """
            从档案的数据写成一份分析：报送情况，主要数据及变化，各乡镇比较，变化较大的事项（附报告原文），需要核实的问题，文字雷同情况。
            每个数字都有脚注，写明乡镇、年度、指标、报告文件和行号；档案里没有的数，相应的句子不写，并在文末说明。文件名以 .docx
            结尾的可用 Word、WPS、LibreOffice 打开，也可写成 .md、.html。句式可另写一个文件（--template），样板见 --print-template。

            例：
              nianbao brief 青禾县 2022 --output 全县年报分析.docx
              nianbao brief 青禾县 2022 > 分析.md
              nianbao brief 青禾县 2022 --template 句式.yaml --output 分析.html
            """,
            """
            From the archive's data: who reported, totals with their change, townships compared, large changes with
            the sentence that tells them, what does not add up, whose text is copied. Every number has a footnote with
            township, year, code, file and line; a sentence whose number the archive does not have is left out, and
            the last chapter says so. A name that ends in .docx opens in Word, WPS and LibreOffice; .md and .html are
            written too. The sentences can come from a file of yours (--template); --print-template prints ours.

            Examples:
              nianbao brief 青禾县 2022 --output brief.docx
              nianbao brief 青禾县 2022 > brief.md
              nianbao brief 青禾县 2022 --template sentences.yaml --output brief.html
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var vintage: VintageOptions

    @Argument(help: help("县区", "the county").named("县区", "county"), completion: Suggestions.counties)
    var county: String?

    @Argument(
        help: help("年度", "the year").named("年份", "year"), completion: Suggestions.years, transform: ReportYear.parse)
    var year: Int?

    @Option(
        name: [.short, .long],
        help: help(
            "写入的文件：.docx、.md 或 .html（不写则以 .md 的形式显示）", "the file, .docx, .md or .html (else Markdown on the screen)"
        )
        .named("文件", "file"), completion: .file())
    var output: String?

    @Option(
        help: help("自己的句式（YAML 文件）", "sentences of your own (a YAML file)").named("文件", "file"), completion: .file())
    var template: String?

    @Flag(help: help("打印句式的样板", "print the program's sentences"))
    var printTemplate = false

    @Flag(help: help("覆盖已有的文件", "replace an existing file"))
    var force = false

    private var form: TextDocument.Form? {
        guard let output, output != "-" else { return .md }
        return output.split(separator: ".").last.flatMap { TextDocument.Form(rawValue: $0.lowercased()) }
    }

    func validate() throws {
        guard printTemplate || (county != nil && year != nil) else {
            throw ValidationError(
                words("请写明县区和年份，如 nianbao brief 青禾县 2022", "name a county and a year, as in nianbao brief 青禾县 2022"))
        }
        guard form != nil else {
            throw ValidationError(
                words("文件名应以 .docx、.md 或 .html 结尾", "the file's name must end in .docx, .md or .html"))
        }
    }

    func run() throws {
        if printTemplate { return try Screen.write(BriefTemplate.text) }
        guard let county, let year, let form else { return }
        let archive = try common.openForReading(asOf: vintage)
        let codebook = try Codebook.load(adding: archive.localFiles())
        let codes = Set(codebook.indicators.map(\.code)).union(archive.indicators.map(\.code))
            .union(try archive.measures().map(\.code))
        let own = try template.map { LocalFile(name: $0, text: try UserFile($0).text) }
        let moment = vintage.asOf?.moment
        let findings = try ArchiveCheck.usual(archive, codebook, on: vintage.asOf?.day)
            .run(Filter(counties: [county], years: [year], asOf: moment)).findings
        let brief = try CountyBrief(
            archive, county: county, year: year, asOf: moment, codebook: codebook,
            template: BriefTemplate.load(own, codes: codes), findings: findings,
            day: (vintage.asOf?.day ?? .today).description, language: .current)
        let bytes = try brief.document.bytes(as: form)
        guard let output, output != "-" else { return try Screen.write(String(decoding: bytes, as: UTF8.self)) }
        try OutputFile.write(bytes, to: output, replacing: force)
    }
}
