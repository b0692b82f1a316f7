import Answers
import ArgumentParser
import Catalogue
import Checks
import Foundation
import Importing
import Output
import Storage
import Values

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: words("核对数字", "Say what does not add up"),
        discussion: words(
            """
            核对行、列合计，收办结转平衡，跨年衔接，正文与表格，统计期限等，指出最可能写错的一格。空白、读不出的数字不当作 0，列为“无法判断”。

            例：
              nianbao check --years 2024
              nianbao check --township 白杨镇 --fail-on error
              nianbao check --county 青禾县 --letter 整改通知/
              nianbao check --explain requests-balance
            """,
            """
            Tries row and column sums, the balance of requests, what carries on from year to year, sentences against
            tables, the period and more, and points to the cell that is most likely wrong. A blank or unreadable
            figure is never taken for 0; such a rule is undecided.

            Examples:
              nianbao check --years 2024
              nianbao check --township 白杨镇 --fail-on error
              nianbao check --county 青禾县 --letter letters/
              nianbao check --explain requests-balance
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var ownRules: RuleOptions

    @Option(
        help: help(
            "有这一级或更重的问题时以退出码 1 结束：error 错误，warning 存疑，note 提示",
            "exit with 1 when there is a finding of this severity (error, warning, note) or a graver one"
        ).named("程度", "severity"))
    var failOn: Severity?

    @Flag(name: .customLong("list"), help: help("列出全部规则及依据", "list the rules and their sources"))
    var lists = false

    @Option(help: help("说明一条规则", "explain one rule").named("规则", "rule"), completion: Suggestions.rules)
    var explain: String?

    @Flag(help: help("按规则统计核对、相符、不符和无法判断的次数", "how often each rule was tried, held, failed, was undecided"))
    var counts = false

    @Flag(help: help("列出因缺数无法判断的核对", "what could not be decided, and the figure that is missing"))
    var undecided = false

    @Flag(help: help("逐年衔接：从哪一年断开", "what must carry on from year to year, and the year in which it broke"))
    var chains = false

    @Option(
        help: help(
            "给每个乡镇写一份通知，每县一份汇总表，另有一份办公室自己的核对清单",
            "write a letter to each township, a list for each county, and one for the office alone (in Chinese)"
        ).named("文件夹", "folder"), completion: .directory)
    var letter: String?

    @OptionGroup var letters: LetterOptions

    func run() throws {
        let codebook = try Codebook.load()
        let rulebook = try ownRules.rulebook(codebook)
        if lists { return try output.write([RuleSheets.list(rulebook, .current)]) }
        if let explain { return try tell(rulebook.rule(named: explain), codebook) }

        let archive = try common.openForReading(asOf: vintage)
        var options = Checker.Options()
        options.listsUndecided = undecided
        options.listsLinks = chains
        let checker = Checker(rulebook, forms: codebook.forms, indicators: archive.indicators, options: options)
        let today = (vintage.asOf?.day ?? CalendarDay.today).description
        let filter = filters.filter(asOf: vintage)
        let check = try ArchiveCheck(archive, checker: checker, today: today)
        var gravest: Severity?
        func visit(_ body: (CheckResult) throws -> Void) throws {
            try check.visit(filter) { _, result in
                let live = result.findings.filter { !$0.isWaived }.map(\.severity)
                gravest = (live + [gravest].compactMap { $0 }).max()
                try body(result)
            }
        }
        if let letter {
            if failOn != nil { try visit { _ in } }
            let cases = try LetterCases(archive, checker: checker, filter: filter, today: today)
            let files = Letters(cases, forms: codebook.forms, on: letters.paper(today)).files
            let names = Letters.names(of: try archive.townships(filters.filter()).map(\.place))
            if files.isEmpty { print(words("没有需要整改的乡镇", "no township has anything to correct")) }
            try letters.write(files, to: letter, among: names, replacing: output.force, common)
        } else {
            try withoutActuallyEscaping(visit) { visit in
                try write(
                    FindingSheets(
                        rulebook: rulebook, indicators: archive.indicators, language: .current, check: visit))
            }
        }
        try common.requireReports(archive, filter)
        if let failOn, let gravest, gravest >= failOn { throw Ended(status: .attention) }
    }

    private func tell(_ rule: Rule, _ codebook: Codebook) throws {
        let isOwn = ownRules.files.contains(rule.file)
        try output.write([RuleSheets.card(rule, among: codebook.indicators, isOwn: isOwn, .current)])
    }

    private func write(_ sheets: FindingSheets) throws {
        try output.write { writer in
            if counts { return try sheets.writeCounts(to: writer) }
            if undecided { return try sheets.writeUndecided(to: writer, isForPeople: output.isForPeople) }
            if chains { return try sheets.writeChains(to: writer, isForPeople: output.isForPeople) }
            try sheets.writeFindings(to: writer, isForPeople: output.isForPeople)
        }
    }
}

extension Severity: ExpressibleByArgument {}

extension ArchiveCheck {
    /// The check by the program's own rules, with the waivers that are good on a day, today where none is given.
    static func usual(
        _ archive: Archive, _ codebook: Codebook, on day: CalendarDay? = nil
    ) throws -> ArchiveCheck {
        let checker = Checker(try Rulebook(codebook), forms: codebook.forms, indicators: archive.indicators)
        return try ArchiveCheck(archive, checker: checker, today: (day ?? .today).description)
    }
}

/// Rules besides ours: an option of the commands that know rules by name.
struct RuleOptions: ParsableArguments {
    @Option(
        name: [.customLong("rules")],
        help: help("另加自己的规则（YAML 文件）", "rules of your own (a YAML file)").named("文件", "file"), completion: .file())
    var files: [String] = []

    func rulebook(_ codebook: Codebook) throws -> Rulebook {
        var rulebook = try Rulebook(codebook)
        for path in files {
            try rulebook.add(text: UserFile(path).text, file: path)
        }
        return rulebook
    }
}
