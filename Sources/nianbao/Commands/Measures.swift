import Answers
import ArgumentParser
import Catalogue
import Foundation
import Output
import Storage
import Values

struct Measures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: words("列出派生指标（公开率、纠错率等），管理自定义的", "List the measures (rates, averages), and keep your own"),
        discussion: words(
            """
            例：
              nianbao measures 公开率 纠错率
              nianbao compare 公开率 --benchmark county
              nianbao measures check 我的派生指标.yaml
              nianbao measures add 我的派生指标.yaml
            """,
            """
            Examples:
              nianbao measures rates
              nianbao compare rates.disclosure --benchmark county
              nianbao measures check mine.yaml
              nianbao measures add mine.yaml
            """),
        subcommands: [MeasureListing.self, MeasureCheck.self, MeasureAdd.self, MeasureRemove.self],
        defaultSubcommand: MeasureListing.self)
}

struct MeasureListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: words("列出派生指标", "List the measures"),
        discussion: words(
            """
            派生指标由年报中的数字算出：一项合计，或两项合计之比。所用的数有空白、未提及或无法识别的，算不出；有概数的，给出区间；分母为 0
            的，无定义；分母不足 10 的，加 † 注明。check、add、remove 管理自己的派生指标，见各自的 --help。

            例：
              nianbao measures list 公开率 复议
              nianbao measures list --format csv
            """,
            """
            A measure is worked out of the figures of a report: a sum, or the ratio of two. Where a figure is blank,
            not told or unreadable there is none; over approximate figures there is an interval; over 0 it is
            undefined; over fewer than ten cases it is marked with †. check, add and remove keep measures of your own,
            see the --help of each.

            Examples:
              nianbao measures list disclosure reconsideration
              nianbao measures list --format csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: help("代码，或名称中的词", "codes, or words of names").named("词", "word"), completion: Suggestions.measures)
    var terms: [String] = []

    func run() throws {
        let local = try common.localFiles()
        let all = try MeasureList.load(adding: local)
        let indicators = try Codebook.load(adding: local).indicators
        let asked = try terms.isEmpty ? Array(all) : all.measures(meantBy: terms)
        try output.write([
            MeasureSheets.list(asked, indicators, isForPeople: output.isForPeople, language: .current)
        ])
    }
}

struct MeasureCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: words("检查自定义派生指标文件", "Check a file of your own measures"),
        discussion: words(
            """
            运行文件中的算例，不改动档案。文件的写法：

              measures:
                - code: mine.fees_per_decision
                  zh: 每件许可收费
                  en: fees per licensing decision
                  sum: fees.amount
                  over: licensing.decisions
                  unit: 元/件
                  better: lower
                  source: 本县内部口径
                  examples:
                    - {given: {fees.amount: 1000, licensing.decisions: 8}, gives: 125}

            sum 和 over 写指标代码，用 +、- 相加减，前后留空格；code@-1 是上年的数；没有 over 的是合计。unit 可写 %、‰、元/户、件/千人
            等；better 写 higher、lower 或 neither；or 写其他表样的算法；words 写别名。

            例：
              nianbao measures check 我的派生指标.yaml
            """,
            """
            Runs the examples of the file and changes nothing. A file is written so:

              measures:
                - code: mine.fees_per_decision
                  zh: 每件许可收费
                  en: fees per licensing decision
                  sum: fees.amount
                  over: licensing.decisions
                  unit: 元/件
                  better: lower
                  source: our county's own
                  examples:
                    - {given: {fees.amount: 1000, licensing.decisions: 8}, gives: 125}

            sum and over are codes of indicators with + or - between them, set apart by spaces; code@-1 is last year's
            figure; without over it is a sum. unit may be %, ‰, 元/户, 件/千人 and the like; better is higher, lower or
            neither; or says how it is worked out of other forms; words are other names.

            Example:
              nianbao measures check mine.yaml
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @OptionGroup var local: LocalFileArgument

    func run() throws {
        let trial = try MeasureTrial(local.read(), besides: common.localFiles())
        Screen.tell(trial.summary[.current])
        try output.write([trial.examples])
        if trial.failedCount > 0 { throw Ended(status: .attention) }
    }
}

struct MeasureAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: words("把自定义派生指标文件存入档案", "Keep a file of your own measures in the archive"),
        discussion: words(
            "算例不成立的文件不予存入。\n\n例：\n  nianbao measures add 我的派生指标.yaml",
            "A file whose examples do not hold is refused.\n\nExample:\n  nianbao measures add mine.yaml"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var authorship: AuthorOptions

    @OptionGroup var local: LocalFileArgument

    func run() throws {
        let local = try local.read()
        let (archive, _) = try Archive.openWithCatalogue(path: common.archivePath)
        let others = try archive.localFiles()
        let trial = try MeasureTrial(local, besides: others)
        guard trial.failedCount == 0 else {
            throw LocalRefusal.examplesFail(file: local.name, failed: trial.failedCount, command: "measures")
        }
        try archive.keep(
            local, defining: [], among: archive.indicators, besides: others, author: authorship.name)
        let names = trial.own.map { $0.label[.current] }.joined(separator: words("、", ", "))
        print(words("已存入 \(local.name)：\(names)", "kept \(local.name): \(names)"))
    }
}

struct MeasureRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: words("从档案中移除自定义派生指标文件", "Take a file of your own measures out of the archive"),
        discussion: words(
            "例：\n  nianbao measures remove 我的派生指标.yaml", "Example:\n  nianbao measures remove mine.yaml"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var authorship: AuthorOptions

    @OptionGroup var kept: KeptFileArgument

    func run() throws {
        let archive = try common.openWithoutLocalFiles()
        let name = kept.name
        let all = try archive.localFiles()
        let files = all.filter { (try? $0.hasMeasures) != false }
        guard files.contains(where: { $0.name == name }),
            try archive.removeLocalFile(name, from: all, author: authorship.name)
        else {
            throw LocalRefusal.unknown(file: name, known: files.map(\.name))
        }
        print(words("已移除 \(name)", "removed \(name)"))
    }
}
