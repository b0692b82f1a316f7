import Answers
import ArgumentParser
import Catalogue
import Checks
import Documents
import Foundation
import Importing
import Output
import Reports
import Storage
import Values

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: words("导入年报", "Import reports"),
        discussion: words(
            """
            可以是文件、文件夹、压缩包（zip、7z、tar、rar），- 表示标准输入。同一文件再次导入不会改变任何内容；单独导入的更正文件成为新版本，旧版本保留。
            一次导入中同一乡镇同一年度有两个文件：数字相同的作为同一份保存；不同的逐格列出，不取代，由您用 --replace 指定。

            例：
              nianbao import 上新庄镇.txt
              nianbao import 2024年年报/ --county 青禾县
              nianbao import --replace 2024年年报/柳溪镇（更正）.docx
            """,
            """
            Takes files, folders and archives (zip, 7z, tar, rar), and - for standard input. The same file again
            changes nothing; a corrected file that comes alone becomes a new revision, and the old one stays. Of two
            files for one township and year in one import, equal ones are kept as one report; of others every
            differing cell is listed, nothing is replaced, and --replace says which counts.

            Examples:
              nianbao import report.txt
              nianbao import reports-2024/ --county 青禾县
              nianbao import --replace reports-2024/corrected.docx
            """))

    @OptionGroup var common: CommonOptions

    @Argument(help: help("文件或文件夹", "files or folders").named("路径", "path"), completion: .file())
    var paths: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: help(
            "以这些文件取代同一乡镇同一年度的年报；写在最后、不带文件名，则指所有单独导入的文件",
            """
            have these files replace the report of their township and year; last and without names, every file that is \
            alone in the import
            """
        ).named("文件", "file"), completion: .file())
    var replace: [String] = []

    @Option(
        help: help("县区（以此为准）", "the county, whatever the documents say").named("县区", "county"),
        completion: Suggestions.counties)
    var county: String?

    @Option(
        help: help("乡镇（以此为准）", "the township, whatever the documents say").named("乡镇", "township"),
        completion: Suggestions.townships)
    var township: String?

    @Option(
        help: help("年度（以此为准）", "the year, whatever the documents say").named("年份", "year"),
        transform: ReportYear.parse)
    var year: Int?

    @Flag(help: help("只读取和报告，不写入档案", "read and report, store nothing"))
    var dryRun = false

    @Flag(help: help("要么全部导入，要么一份也不导入", "all or nothing"))
    var strict = false

    @Option(help: help("同时读取的文件数", "how many files are read at a time").named("个数", "number"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .shortAndLong, help: help("只显示有疑问和被拒绝的文件", "name only files in doubt or refused"))
    var quiet = false

    @Flag(help: help("每个文件一行 JSON，供程序读取", "a JSON object a line for each file, for programs"))
    var json = false

    @Flag(name: .shortAndLong, help: help("同时列出每个文件读出的文中数字", "also list the figures that each file's sentences tell"))
    var verbose = false

    @OptionGroup var authorship: AuthorOptions

    private var style: ImportLog.Style { json ? .json : quiet ? .quiet : verbose ? .verbose : .lines }

    func validate() throws {
        if jobs < 1 {
            throw ValidationError(words("--jobs 应为 1 以上的整数", "--jobs must be a number from 1 on"))
        }
        guard !(paths + replacing).isEmpty else {
            throw ValidationError(
                words("请给出要导入的文件或文件夹（路径）", "name the files or folders to import (path)"))
        }
        try Names.require(county.map { [$0] } ?? [], of: "--county")
        try Names.require(township.map { [$0] } ?? [], of: "--township")
    }

    func run() throws {
        let isNew = !dryRun && common.announceNewArchive()
        let sources = try SourceFiles(paths, replacing: replacing)
        warnOfConverters(sources)
        let early = EarlyReader()
        let (archive, codebook) = try openArchive(early)
        var log = ImportLog(
            style, total: sources.files.count, indicators: archive?.indicators ?? codebook.indicators,
            codebook: codebook)
        log.arguments = paths + replacing
        log.replacesAll = replacesAll
        log.archive = archive
        defer { log.clear() }
        var revisions: [(place: Place, year: Int, number: Int)] = []
        var options = options(sources)
        options.isStopped = Interruption.ofThisRun.askFirst()
        let importer = try Importer(archive, codebook: codebook, early: early, options: options)
        let isComplete = try importer.run(sources.files) { result in
            try log.add(result)
            switch result.fate {
            case .stored(.revision(let number, _, let place), let read):
                revisions.append((place, read.report.year, number))
            case .returned(let number, _, let reports, isTrial: false):
                if let current = reports.first(where: { $0.current?.revision == number })?.current {
                    revisions.append((current.place, current.year, number))
                }
            default: break
            }
        }
        log.clear()
        if let archive, !json { for line in try review(revisions, archive, codebook) { log.say(line) } }
        try log.finish(passedOver: sources.passedOver)
        if log.storedCount > 0, !dryRun, !json, !quiet { log.say(common.stored(isNew: isNew)) }
        guard isComplete else { throw Interrupted(count: log.count) }
        // That nobody reads on is no reason to end as if all were well.
        if let failure = log.failure, !(failure is ReaderGone) { throw failure }
        if log.isDiskAtFault { throw Ended(status: .inputOutput) }
        if log.status != .done { throw Ended(status: log.status) }
    }

    private func options(_ sources: SourceFiles) -> Importer.Options {
        var options = Importer.Options()
        options.override = IdentityOverride(county: county, township: township, year: year)
        options.isTrial = dryRun
        options.isStrict = strict
        options.jobs = jobs
        options.keepsFigures = verbose
        let named = paths + replacing
        options.subject = named.prefix(5).joined(separator: " ") + (named.count > 5 ? " … (\(named.count))" : "")
        options.author = authorship.name
        options.today = CalendarDay.today.description
        options.replacing = ImportRun.Replacing(
            all: replacesAll, paths: sources.replacing,
            chosen: replacesAll ? sources.named.union(sources.chosen) : sources.chosen)
        return options
    }

    /// Whether `--replace` stands without names.
    private var replacesAll: Bool { replace.contains("") }
    private var replacing: [String] { replace.filter { !$0.isEmpty } }

    /// Says what revisions closed of what a check had found, and which waivers and corrections they made needless.
    private func review(
        _ revisions: [(place: Place, year: Int, number: Int)], _ archive: Archive, _ codebook: Codebook
    ) throws -> [String] {
        guard !revisions.isEmpty else { return [] }
        let checker = Checker(try Rulebook(codebook), forms: codebook.forms, indicators: archive.indicators)
        var review = try RevisionReview(archive, checker: checker, today: CalendarDay.today.description)
        let contests = try archive.openContests()
        return try revisions.flatMap { place, year, number in
            let open = contests.filter { $0.place == place && $0.year == year }.map { contest in
                Phrase(
                    zh: "仍待定：\(contest.path) 是否为准，还没有人决定", en: "still in question: \(contest.path), whether it counts")
            }
            let lines = try review.lines(place, year: year, revision: number) + open
            return lines.isEmpty ? [] : ["\(place) \(year)\(words("：", ":"))"] + lines.map { "  \($0[.current])" }
        }
    }

    /// Says that programs which read some formats could write anywhere, where the system does not keep them from it.
    private func warnOfConverters(_ sources: SourceFiles) {
        guard !Confinement.isPossible, sources.files.contains(where: { Confinement.concerns($0.path) }) else { return }
        common.warn(
            Phrase(
                zh: "本机内核没有限制写文件的功能（Landlock），读取 PDF、doc、wps、图片等的转换程序未能限制只写自己的文件夹，请只导入可信的文件",
                en: "this kernel has no Landlock: the programs that read PDF, doc, wps, pictures and the like are not "
                    + "kept from writing elsewhere; import only files that you trust"))
    }

    /// A trial run neither creates an archive nor opens it for writing.
    private func openArchive(_ early: EarlyReader) throws -> (Archive?, Codebook) {
        guard dryRun else {
            common.tellWhoWrites()
            let (archive, codebook) = try Archive.openWithCatalogue(path: common.archivePath, begin: early.begin)
            try common.tellSlowClock(archive)
            return (archive, codebook)
        }
        let archive = try common.openIfThere()
        return (archive, try Codebook.load(adding: archive?.localFiles() ?? []))
    }
}

/// An import that the user ended with Ctrl-C: what was read until then is stored, and the next import goes on from
/// there.
struct Interrupted: ExplainedError {
    let count: Int

    var status: ExitStatus { .attention }

    var explanation: Phrase {
        Phrase(
            zh: "已按 Ctrl-C 停止，\(count) 个文件已处理完毕；再次导入同一文件夹即可继续",
            en: "stopped by Ctrl-C after \(count) files; import the same again to go on")
    }
}
