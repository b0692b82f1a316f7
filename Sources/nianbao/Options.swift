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
        ).named("文件", "file"))
    var archive: String?

    @OptionGroup var language: LanguageOption

    var archivePath: String {
        let environment = ProcessInfo.processInfo.environment["NIANBAO_ARCHIVE"]
        return archive ?? environment.flatMap { $0.isEmpty ? nil : $0 } ?? "nianbao.sqlite"
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

    /// An archive that is there already, for entering something in it; its indicators stay what they are.
    func openForChanging() throws -> Archive {
        let indicators = try openForReading().indicators
        return try Archive.openForWriting(path: archivePath, indicators: indicators)
    }

    /// Says beside the answer, on standard error, what the answer itself cannot.
    func warn(_ phrase: Phrase) {
        Screen.tell("nianbao: \(phrase[.current])")
    }
}

/// How answers are written: options of every command that answers.
struct OutputOptions: ParsableArguments {
    @Option(
        help: help("格式（默认：终端为 table，文件按扩展名）", "the format (a terminal gets a table, a file what its name says)").named(
            "格式", "format"))
    var format: Format?

    @Option(
        name: [.short, .long], help: help("写入文件而不是屏幕", "write to a file instead of the screen").named("文件", "file"))
    var output: String?

    @Flag(
        help: help(
            "文件不加 BOM、用 LF 换行（默认写成 Excel、WPS 能直接打开的样子）", "plain UTF-8 with LF, instead of what Excel and WPS open right"
        ))
    var plain = false

    @Flag(help: help("覆盖已有的文件", "replace an existing file"))
    var force = false

    /// Writes an answer to where the user wants it, in the format the user wants.
    /// `usual` is the format of an answer on the screen or in a pipe that asks for none.
    func write(orElse usual: Format = .table, _ body: (SheetWriter) throws -> Void) throws {
        if let output {
            let file = try OutputFile(output, replacing: force)
            let writer = SheetWriter(
                format ?? Format(path: output) ?? .csv, language: .current, audience: plain ? .program : .spreadsheet,
                to: file.write)
            try body(writer)
            try writer.finish()
            try file.commit()
        } else {
            let screen = StandardOutput()
            if chosenFormat.isBinary, screen.audience == .terminal {
                throw ValidationError(
                    words(
                        "xlsx 不能显示在屏幕上，请用 --output 文件.xlsx 写入文件",
                        "a workbook cannot be shown on a screen; write it to a file with --output FILE.xlsx"))
            }
            let writer = SheetWriter(
                format ?? usual, language: .current, audience: screen.audience, to: screen.write)
            try body(writer)
            try writer.finish()
        }
    }

    /// Shows sheets on the screen or in a pipe as aligned tables.
    static func show(_ sheets: [Sheet]) throws {
        let screen = StandardOutput()
        let writer = SheetWriter(.table, language: .current, audience: screen.audience, to: screen.write)
        for sheet in sheets { try writer.write(sheet) }
        try writer.finish()
    }

    func write(_ sheets: [Sheet]) throws {
        try write { writer in for sheet in sheets { try writer.write(sheet) } }
    }

    /// Whether the answer is a table on a screen.
    var isTerminalTable: Bool {
        output == nil && (format ?? .table) == .table && StandardOutput().audience == .terminal
    }

    /// Whether the answer can be laid out as forms are printed.
    var hasMergedCells: Bool {
        switch chosenFormat {
        case .xlsx, .html: true
        default: false
        }
    }

    /// The format of an answer that is a table where nothing else is asked for.
    var chosenFormat: Format { format ?? output.flatMap { Format(path: $0) ?? .csv } ?? .table }

    /// Whether people read the answer, rather than a program.
    var isForPeople: Bool {
        switch chosenFormat {
        case .table, .markdown, .html, .xlsx: true
        default: false
        }
    }
}

extension Format: ExpressibleByArgument {}

/// Which reports a question is about.
struct FilterOptions: ParsableArguments {
    @Option(
        name: [.customLong("county")], parsing: .upToNextOption,
        help: help("只看这些县区", "only these counties").named("县区", "county"))
    var counties: [String] = []

    @Option(
        name: [.customLong("township"), .customLong("townships")], parsing: .upToNextOption,
        help: help("只看这些乡镇，可用逗号分隔", "only these townships, separated by commas").named("乡镇", "township"))
    var townships: [String] = []

    @Option(help: help("只看这些年份，如 2019-2021,2023", "only these years, such as 2019-2021,2023").named("年份", "years"))
    var years: YearList?

    func filter(asOf vintage: VintageOptions? = nil) -> Filter {
        Filter(
            counties: counties.flatMap(splitList), townships: townships.flatMap(splitList), years: years?.years ?? [],
            asOf: vintage?.asOf?.moment)
    }
}

/// Years and ranges of years: `2019-2021,2023`.
struct YearList: ExpressibleByArgument {
    let years: Set<Int>

    init?(argument: String) {
        var years = Set<Int>()
        for part in splitList(argument) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2,
                (1900...2200).contains(first), (first...2200).contains(last)
            else { return nil }
            years.formUnion(first...last)
        }
        guard !years.isEmpty else { return nil }
        self.years = years
    }
}
