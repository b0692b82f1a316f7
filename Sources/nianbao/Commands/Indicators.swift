import Answers
import ArgumentParser
import Catalogue
import Foundation
import Importing
import Output
import Reports
import Storage
import Values

struct Indicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: words("列出指标，管理自定义指标", "List the indicators, and keep your own"),
        discussion: words(
            """
            例：
              nianbao indicators 12345 低保
              nianbao indicators template > 我的指标.yaml
              nianbao indicators check 我的指标.yaml
              nianbao indicators add 我的指标.yaml && nianbao reread
              nianbao indicators unclaimed
            """,
            """
            Examples:
              nianbao indicators 12345 relief
              nianbao indicators template > mine.yaml
              nianbao indicators check mine.yaml
              nianbao indicators add mine.yaml && nianbao reread
              nianbao indicators unclaimed
            """),
        subcommands: [
            IndicatorListing.self, IndicatorTemplateCommand.self, IndicatorCheck.self, IndicatorAdd.self,
            IndicatorRemove.self, Unclaimed.self,
        ],
        defaultSubcommand: IndicatorListing.self)
}

struct IndicatorListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: words("列出指标", "List the indicators"),
        discussion: words(
            "template、check、add、remove、unclaimed 管理自己的指标，见各自的 --help。\n\n例：\n  nianbao indicators list 12345 低保",
            """
            template, check, add, remove and unclaimed are for indicators of your own; see the --help of each.

            Example:
              nianbao indicators list 12345 relief
            """
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: help("代码，或名称中的词", "codes, or words of labels").named("词", "word"), completion: Suggestions.indicators)
    var terms: [String] = []

    func run() throws {
        let codebook = try Codebook.load(adding: common.localFiles())
        let all = codebook.indicators
        let asked = try terms.isEmpty ? Array(all.indices) : all.ids(meantBy: terms)
        try output.write([IndicatorSheets.list(asked, codebook: codebook, language: .current)])
    }
}

struct IndicatorCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: words("检查自定义指标文件", "Check a file of your own indicators"),
        discussion: words(
            """
            运行文件中的例句，逐个说明其中的数字得到哪些含义、哪一条件不合，并列出会在档案中读到什么；不改动档案。

            例：
              nianbao indicators check 我的指标.yaml
            """,
            """
            Runs the file's examples, says of each number in them what it is and which condition it failed, and lists
            what would be found in the archive; changes nothing.

            Example:
              nianbao indicators check mine.yaml
            """
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @OptionGroup var local: LocalFileArgument

    func run() throws {
        let local = try local.read()
        let trial = try LocalTrial(local, besides: common.localFiles())
        Screen.tell(trial.summary[.current])
        var sheets = [trial.examples, trial.numbers(.current)]
        if let archive = try common.openIfThere() {
            sheets.append(try trial.matches(in: archive))
        }
        try output.write(sheets)
        if !trial.holds { throw Ended(status: .attention) }
    }
}

struct IndicatorTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: words(
            "打印自定义指标文件的样板和可用的词", "Print a file of your own indicators to begin with, and the words that may be used"),
        discussion: words(
            """
            指标文件有四段：indicators 指标，roles 自己的词，definitions 定义，examples 例句。定义逐项写明数字要满足的条件：
            unit 单位、object 事物、act 动作、carrier 渠道、source 来源、measure 比率、variety 类别、standing 地位、time 时间、
            level 层级、told 写法；每项写一个词或几个词的列表，没写的项不限（standing、time、level、told 不写则为全部或合计、
            本年、本乡镇、写成数字）。样板逐项说明。

            例：
              nianbao indicators template > 我的指标.yaml
            """,
            """
            A file has four parts: indicators, roles (words of your own), definitions and examples. A definition says
            for each role what a number must be: unit, object, act, carrier, source, measure, variety, standing, time,
            level, told; one word or a list of them. A role that is left out may have any value, but standing, time,
            level and told, which are then a whole or a total, this year, the township's own, in figures. The template
            explains each key.

            Example:
              nianbao indicators template > mine.yaml
            """))

    @OptionGroup var common: CommonOptions

    func run() throws {
        let codebook = try Codebook.load(adding: common.localFiles())
        try Screen.write(IndicatorTemplate.text(codebook.loadNarrative().vocabulary, .current))
    }
}

struct IndicatorAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: words("把自定义指标文件存入档案", "Keep a file of your own indicators in the archive"),
        discussion: words(
            "例句不成立的文件不予存入。存入后用 nianbao reread 重读已有年报。\n\n例：\n  nianbao indicators add 我的指标.yaml",
            """
            A file whose examples do not hold is refused. Read the reports again with nianbao reread.\n\nExample:\n  \
            nianbao indicators add mine.yaml
            """
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var authorship: AuthorOptions

    @OptionGroup var local: LocalFileArgument

    func run() throws {
        let local = try local.read()
        let (archive, _) = try Archive.openWithCatalogue(path: common.archivePath)
        let others = try archive.localFiles()
        let trial = try LocalTrial(local, besides: others)
        guard trial.holds else {
            throw LocalRefusal.examplesFail(file: local.name, failed: trial.failedCount, command: "indicators")
        }
        try archive.keep(
            local, defining: trial.codes, among: trial.indicators, besides: others, author: authorship.name)
        print(
            words(
                "已存入 \(local.name)；已有年报未按其中的指标读过，请运行 nianbao reread 重读",
                "kept \(local.name); no report was read for its indicators yet: read them again with nianbao reread"))
    }
}

struct IndicatorRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: words("从档案中移除自定义指标文件", "Take a file of your own indicators out of the archive"),
        discussion: words(
            "例：\n  nianbao indicators remove 我的指标.yaml", "Example:\n  nianbao indicators remove mine.yaml"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var authorship: AuthorOptions

    @OptionGroup var kept: KeptFileArgument

    func run() throws {
        let archive = try common.openWithoutLocalFiles()
        let name = kept.name
        let files = try archive.localFiles()
        try requireUnused(name, among: files)
        guard try archive.removeLocalFile(name, from: files, author: authorship.name) else {
            throw LocalRefusal.unknown(file: name, known: files.map(\.name))
        }
        print(
            words(
                "已移除 \(name)；按它读出的数字保留到 nianbao reread 重读为止",
                "removed \(name); what was read with it stays until nianbao reread"))
    }

    /// Refuses to take away what measures that the archive keeps are made of.
    private func requireUnused(_ name: String, among files: [LocalFile]) throws {
        guard (try? MeasureList.load(adding: files)) != nil else { return }
        _ = try MeasureList.load(adding: files.filter { $0.name != name })
    }
}

struct Unclaimed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unclaimed",
        abstract: words("列出没有归入任何指标的数字的常见写法", "List the commonest numbers that no indicator claims"),
        discussion: words(
            """
            按含义归并，常见的在前；末两列可以粘贴到自己的指标文件，--yaml 直接写成文件。

            例：
              nianbao indicators unclaimed --years 2022 --top 20
              nianbao indicators unclaimed --top 5 --yaml > 我的指标.yaml
            """,
            """
            Gathered by what is said of them, the commonest first. The last two columns can be pasted into a file of
            your own; --yaml prints such a file.

            Examples:
              nianbao indicators unclaimed --years 2022 --top 20
              nianbao indicators unclaimed --top 5 --yaml > mine.yaml
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var output: OutputOptions

    @Option(help: help("最多列出多少种", "how many to list at the most").named("个数", "number"))
    var top = 30

    @Flag(help: help("写成可直接检查、存入的指标文件", "print a file that check and add take as it is"))
    var yaml = false

    func run() throws {
        let numbers = try UnclaimedNumbers(
            try common.openForReading(), filter: filters.filter(), language: .current)
        if yaml {
            try Screen.write(numbers.file(top: top))
        } else {
            try output.write([numbers.sheet(top: top)])
        }
    }
}
