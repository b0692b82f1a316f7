import Answers
import ArgumentParser
import Catalogue
import Foundation
import Output
import Storage
import Values

/// Which language to speak: an option of every command. `Language.current` reads it before anything is parsed.
struct LanguageOption: ParsableArguments {
    @Option(help: help("界面语言，zh 或 en（默认随系统）", "the language, zh or en (else the locale's)").named("语言", "language"))
    var lang: Language?
}

/// Where the archive is, and which language to speak: options of most commands.
struct CommonOptions: ParsableArguments {
    @Option(
        help: help(
            "档案文件（默认取环境变量 NIANBAO_ARCHIVE，否则为当前文件夹的 nianbao.sqlite）",
            "the archive file (else NIANBAO_ARCHIVE, else nianbao.sqlite in this folder)"
        ).named("文件", "file"), completion: .file())
    var archive: String?

    @OptionGroup var language: LanguageOption

    /// As if nothing stood on the command line.
    static var bare: CommonOptions {
        var options = CommonOptions()
        options.archive = nil
        return options
    }

    var archivePath: String {
        let environment = ProcessInfo.processInfo.environment["NIANBAO_ARCHIVE"]
        return archive ?? environment.flatMap { $0.isEmpty ? nil : $0 } ?? Self.usualName
    }

    /// The archive, or nil where there is none yet.
    func openIfThere() throws -> Archive? {
        do {
            return try openForReading()
        } catch ArchiveError.missing {
            return nil
        }
    }

    /// The catalogue files that the archive keeps; none where there is no archive.
    func localFiles() throws -> [LocalFile] { try openIfThere()?.localFiles() ?? [] }

    func openForReading() throws -> Archive { try Archive.openForReading(path: archivePath) }

    /// For an answer as of then, which may lack what was two places' of then.
    func openForReading(asOf vintage: VintageOptions) throws -> Archive {
        let archive = try openForReading()
        if let moment = vintage.asOf?.moment {
            for merged in try archive.mergedSince(moment) { warn(merged.explanation) }
        }
        return archive
    }

    /// An archive that is there already, for entering something in it; its indicators stay what they are.
    func openForChanging() throws -> Archive {
        let archive = try openForReading()
        tellWhoWrites()
        try tellSlowClock(archive)
        let indicators = archive.indicators
        return try Archive.openForWriting(path: archivePath, indicators: indicators)
    }

    /// What stands behind the archive's path for those who wonder why it is that one.
    private var origin: String {
        if archive != nil { return "" }
        return archivePath == Self.usualName
            ? words("（本文件夹）", " (this folder)") : words("（环境变量 NIANBAO_ARCHIVE）", " (NIANBAO_ARCHIVE)")
    }

    private static let usualName = "nianbao.sqlite"

    /// Which archive was written to.
    func stored(isNew: Bool) -> String {
        let path = VisibleText.of(archivePath) + origin
        return isNew
            ? words(
                "已新建档案：\(path)，只有本人能读写；如何共用见 nianbao help status",
                "new archive: \(path), for you alone; nianbao help status says how to share it")
            : words("已存入档案：\(path)", "archive: \(path)")
    }

    /// Whether the archive is yet to be made; if one lies in a folder above, the user is told before there are two.
    func announceNewArchive() -> Bool {
        let files = FileManager.default
        guard !files.fileExists(atPath: archivePath) else { return false }
        guard archivePath == Self.usualName, archive == nil else { return true }
        let current = files.currentDirectoryPath
        // A folder that is gone has no path, and none above it.
        guard current.hasPrefix("/") else { return true }
        var folder = URL(filePath: current, directoryHint: .isDirectory).deletingLastPathComponent()
        while true {
            let other = folder.appending(path: Self.usualName).path
            if files.fileExists(atPath: other) {
                let name = VisibleText.of(other)
                warn(
                    Phrase(
                        zh: """
                            上级文件夹已有档案 \(name)，现在本文件夹另建一个；想一直用同一个，请先运行 \
                            export NIANBAO_ARCHIVE='\(name)'（可写入 ~/.profile）
                            """,
                        en: """
                            there is an archive \(name) in a folder above, and another is being made here; to keep to \
                            one, run export NIANBAO_ARCHIVE='\(name)' first (or write it to ~/.profile)
                            """))
                return true
            }
            if folder.path == "/" { return true }
            folder = folder.deletingLastPathComponent()
        }
    }

    /// Says whom a busy archive waits for.
    func tellWhoWrites() {
        guard let holder = LockHolder(of: archivePath) else { return }
        warn(
            Phrase(
                zh: "\(holder.words.zh)正在写入 \(archivePath)，等它写完再继续（最多 10 秒）",
                en: "\(holder.words.en) is writing to \(archivePath); waiting for it (10 s at the most)"))
    }

    /// Says that the clock is behind, before something is written by it.
    func tellSlowClock(_ archive: Archive) throws {
        guard let last = try archive.lastEntryAheadOfTheClock() else { return }
        warn(
            Phrase(
                zh: "电脑时钟早于档案中最近一次记录（\(last)），请先校准：这次按电脑时钟记录，会改变 --as-of 的回答",
                en: "this computer's clock is behind the archive's last entry (\(last)); set it right: what is written "
                    + "now goes by it, and changes what --as-of answers"))
    }

    /// Ends the command with the reason why its answer is empty, where no report matches.
    func requireReports(_ archive: Archive, _ filter: Filter) throws {
        guard let reason = try EmptyAnswer.reason(archive, filter) else { return }
        try endEmpty(reason)
    }

    /// Ends the command after an empty answer.
    func endEmpty(_ reason: Phrase) throws {
        warn(reason)
        throw Ended(status: .attention)
    }

    /// Says beside the answer, on standard error, what the answer itself cannot.
    func warn(_ phrase: Phrase) {
        Screen.tell("nianbao\(words("：", ": "))\(phrase[.current])")
    }
}

/// How answers are written: options of every command that answers.
struct OutputOptions: ParsableArguments {
    @Option(
        help: help("格式（默认：终端为 table，文件按扩展名）", "the format (a terminal gets a table, a file what its name says)").named(
            "格式", "format"))
    var format: Format?

    @Option(
        name: [.short, .long],
        help: help("写入文件而不是屏幕，- 表示标准输出", "write to a file instead of the screen; - is standard output").named(
            "文件", "file"), completion: .file())
    var output: String?

    @Flag(
        help: help(
            "文件不加 BOM、用 LF 换行（默认写成 Excel、WPS 能直接打开的样子）", "plain UTF-8 with LF, instead of what Excel and WPS open right"
        ))
    var plain = false

    @Flag(help: help("覆盖已有的文件", "replace an existing file"))
    var force = false

    @Option(
        help: help(
            "列名和状态用中文（zh）或英文（en）写入 CSV、TSV、XLSX；默认 CSV、TSV 用供程序读取的英文名",
            """
            the language of headers and states in CSV, TSV and XLSX, zh or en; else CSV and TSV have the names for
            programs
            """
        ).named("语言", "language"))
    var headers: Language?

    @Flag(help: help("超过一屏也不分页", "no pager, however long the answer is"))
    var noPager = false

    /// Writes an answer to where the user wants it, in the format the user wants.
    /// `usual` is the format of an answer on the screen or in a pipe that asks for none.
    func write(orElse usual: Format = .table, _ body: (SheetWriter) throws -> Void) throws {
        guard let file = outputFile else { return try show(format ?? usual, body) }
        let output = try OutputFile(file, replacing: force)
        let writer = SheetWriter(
            chosenFormat, language: .current, audience: plain ? .program : .spreadsheet, headers: headers,
            to: output.write)
        try body(writer)
        try writer.finish()
        try output.commit()
    }

    /// Writes an answer to the screen, through a pager where it is longer, or into a pipe.
    private func show(_ format: Format, _ body: (SheetWriter) throws -> Void) throws {
        let screen = StandardOutput()
        if format.isBinary, screen.audience == .terminal {
            throw ValidationError(
                words(
                    "xlsx 不能显示在屏幕上，请用 --output 文件.xlsx 写入文件",
                    "a workbook cannot be shown on a screen; write it to a file with --output FILE.xlsx"))
        }
        let pages = PagedOutput(screen, isWanted: !noPager && (format == .table || format == .markdown))
        let writer = SheetWriter(
            format, language: .current, audience: screen.audience, window: pages.window, headers: headers,
            to: pages.write)
        try body(writer)
        try writer.finish()
        try pages.finish()
    }

    /// Shows sheets on the screen or in a pipe as aligned tables.
    static func show(_ body: (SheetWriter) throws -> Void) throws {
        let screen = StandardOutput()
        let writer = SheetWriter(
            .table, language: .current, audience: screen.audience, window: .ofStandardOutput, to: screen.write)
        try body(writer)
        try writer.finish()
    }

    func write(_ sheets: [Sheet]) throws {
        try write { writer in for sheet in sheets { try writer.write(sheet) } }
    }

    /// The file to write to; `-` is standard output.
    private var outputFile: String? { output == "-" ? nil : output }

    mutating func validate() throws {
        guard format == nil, let output = outputFile, let ending = Self.ending(of: output),
            Self.unwritten.contains(ending), Format(path: output) == nil, !ArchiveFile.isTaken(output)
        else { return }
        if ending == ".xls" {
            throw ValidationError(
                words(
                    "不能写成 .xls，请把文件名改为 \(output)x（Excel、WPS 都能打开）",
                    "the old .xls is not written; call the file \(output)x, which Excel and WPS open too"))
        }
        throw ValidationError(
            words(
                "不能写成 \(ending)；文件名可以 .xlsx（Excel、WPS）、.html（Word、WPS 也能打开）、.csv、.md、.json 等结尾，或用 --format 注明格式",
                """
                \(ending) is not written; the file's name may end in .xlsx, .html (which Word opens too), .csv, .md, \
                .json and so on, or name a format with --format
                """))
    }

    /// Endings of documents that are not written here. Any other is part of a name: `汇总2024.12`.
    private static let unwritten: Set<String> = [
        ".doc", ".docx", ".wps", ".odt", ".rtf", ".pdf", ".xls", ".xlsm", ".et", ".ods", ".ppt", ".pptx", ".dps",
    ]

    /// `.docx`; nil of a name without one.
    private static func ending(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? name[$0...].lowercased() : nil }
    }

    /// Whether the answer is a table on a screen.
    var isTerminalTable: Bool {
        outputFile == nil && (format ?? .table) == .table && StandardOutput().audience == .terminal
    }

    /// Whether the answer can be laid out as forms are printed.
    var hasMergedCells: Bool {
        switch chosenFormat {
        case .xlsx, .html: true
        default: false
        }
    }

    /// The format of an answer that is a table where nothing else is asked for.
    var chosenFormat: Format { format ?? outputFile.flatMap { Format(path: $0) ?? .csv } ?? .table }

    /// Whether people read the answer, rather than a program.
    var isForPeople: Bool {
        switch chosenFormat {
        case .table, .markdown, .html, .xlsx: true
        default: false
        }
    }
}

extension Format: ExpressibleByArgument {}

/// Whether division codes are wanted: an option of the commands whose rows are joined with other data.
struct CodeOptions: ParsableArguments {
    @Flag(help: help("表格数据末尾加上县区和乡镇的区划代码", "add the division codes of county and township to the rows of data"))
    var codes = false

    func divisionCodes(_ archive: Archive, asOf moment: Moment?) throws -> DivisionCodes? {
        codes ? try DivisionCodes(archive, asOf: moment) : nil
    }
}

/// Names on the command line. An empty one, as a variable of the shell leaves it that is not set, would admit
/// everything.
enum Names {
    static func require(_ names: [String], of option: String) throws {
        guard names.contains(where: { splitList($0).allSatisfy { $0.allSatisfy(\.isWhitespace) } }) else { return }
        throw ValidationError(words("\(option) 后面要写名称", "\(option) wants a name"))
    }
}

/// Which reports a question is about.
struct FilterOptions: ParsableArguments {
    @Option(
        name: [.customLong("county")], parsing: .upToNextOption,
        help: help("只看这些县区", "only these counties").named("县区", "county"), completion: Suggestions.counties)
    var counties: [String] = []

    @Option(
        name: [.customLong("township"), .customLong("townships")], parsing: .upToNextOption,
        help: help("只看这些乡镇，可用逗号分隔", "only these townships, separated by commas").named("乡镇", "township"),
        completion: Suggestions.townships)
    var townships: [String] = []

    @Option(
        help: help("只看这些年份，如 2019-2021,2023", "only these years, such as 2019-2021,2023").named("年份", "years"),
        completion: Suggestions.years)
    var years: YearList?

    func validate() throws {
        try Names.require(counties, of: "--county")
        try Names.require(townships, of: "--township")
    }

    func filter(asOf vintage: VintageOptions? = nil) -> Filter {
        Filter(
            counties: counties.flatMap(splitList), townships: townships.flatMap(splitList), years: years?.years ?? [],
            asOf: vintage?.asOf?.moment)
    }
}
