import Answers
import ArgumentParser
import Catalogue
import Documents
import Output
import Storage

struct Trace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: words("查一个数字的原文出处", "Show where a number stands in its source"),
        discussion: words(
            """
            从扫描件识别的数字：第几页、在哪里；加 --picture 剪下那一格的图，可对照核对。

            例：
              nianbao trace 上新庄镇 2020 hotline_12345.received
              nianbao trace 上新庄镇 2020 低保金
              nianbao trace 柳溪镇 2022 licensing.decisions --picture 柳溪镇.png
            """,
            """
            Of a figure that was recognised in a scan it tells the page and the place; --picture cuts out its cell.

            Examples:
              nianbao trace 上新庄镇 2020 hotline_12345.received
              nianbao trace 柳溪镇 2022 licensing.decisions --picture 柳溪镇.png
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @OptionGroup var target: TargetOptions

    @Argument(
        help: help("指标、派生指标的代码，或名称中的词", "codes of indicators or measures, or words of their labels").named(
            "指标", "indicator"),
        completion: Suggestions.indicators)
    var terms: [String]

    @Option(
        help: help(
            "把识别这个数字的那一格从原件的图片上剪下，写成 PNG 文件",
            "write the cell that the figure was recognised in, cut out of the original's picture, as a PNG file"
        ).named("文件", "file"), completion: .file())
    var picture: String?

    func validate() throws { try Names.require(terms, of: words("指标", "indicator")) }

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let report = try target.report(in: archive, asOf: vintage.asOf?.moment)
        let codebook = try Codebook.load(adding: archive.localFiles())
        let subjects = try TracedSubjects(
            meantBy: terms, in: report, archive, codebook, isForPeople: output.isForPeople)
        subjects.notes.forEach(common.warn)
        let asked = subjects.indicators
        if let picture {
            try OutputFile.write(
                FigurePicture.png(of: asked, in: report, archive), to: picture, replacing: output.force)
        }
        let transcript = try archive.transcript(of: report.summary)
        let roles = try DecidingRoles(
            report, indicators: archive.indicators, transcript: transcript, codebook: codebook)
        let tracing = Tracing(
            report, transcript: transcript,
            corrections: try archive.corrections(asOf: vintage.asOf?.moment)[report.summary.id] ?? [:],
            indicators: archive.indicators,
            roles: roles, unread: try archive.unreadIndicators(),
            language: .current, workbook: try workbook(of: report, in: archive, transcript))
        if output.isForPeople {
            try output.write(asked.map(tracing.card))
        } else {
            try output.write([tracing.rows(asked)])
        }
    }

    /// The workbook that a report was read from, looked into again: it knows the cells by their names.
    private func workbook(of report: StoredReport, in archive: Archive, _ transcript: [UInt8]) throws -> Document? {
        guard
            let file = try? OpenedFile(try archive.original(of: report.summary), name: report.summary.path),
            file.format.isWorkbook, let document = try? file.document(), document.text == transcript
        else { return nil }
        return document
    }
}
