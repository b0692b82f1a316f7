import Answers
import ArgumentParser
import Catalogue
import Checks
import Storage
import Values

struct Waive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: words("豁免一条规则", "Accept that a rule fails in one report"),
        discussion: words(
            """
            被豁免的问题仍然列出，但标明已豁免，不影响 --fail-on。只能豁免 check 列出的问题；以后新出现的、数字变了的不算在内。豁免只增不删，同一规则以最后一次为准。

            例：
              nianbao waive period-not-full-year 上新庄镇 2020 --reason "当年12月29日起机构改革" --until 2026-12-31
            """,
            """
            A waived finding is still listed, marked as waived, and does not count for --fail-on. Only what check
            finds can be waived, and what it finds later, or with other numbers, is not. Waivers are only ever added;
            of a rule the latest counts.

            Example:
              nianbao waive period-not-full-year 上新庄镇 2020 --reason "reorganised on 29 December" --until 2026-12-31
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var ownRules: RuleOptions

    @Argument(
        help: help("规则名称，见 nianbao check --list", "the rule; see nianbao check --list").named("规则", "rule"),
        completion: Suggestions.rules)
    var rule: String

    @OptionGroup var target: TargetOptions

    @Option(help: help("理由", "the reason").named("理由", "text"), transform: Reason.parse)
    var reason: String

    @Option(
        help: help("有效至（含当日），如 2026-12-31；不写则长期有效", "the last day it is good for, such as 2026-12-31; else for good")
            .named("日期", "day"))
    var until: CalendarDay?

    @OptionGroup var authorship: AuthorOptions

    func validate() throws {
        if let until, until.description < CalendarDay.today.description {
            throw ValidationError(
                words("--until \(until) 已过，过期的豁免无效", "--until \(until) is past; an expired waiver is none"))
        }
    }

    func run() throws {
        let archive = try common.openForReading()
        let codebook = try Codebook.load()
        let rulebook = try ownRules.rulebook(codebook)
        let rule = try rulebook.rule(named: rule)
        let report = try target.report(in: archive).summary
        // What is waived before it is there would hide an error that nobody has seen.
        let checker = Checker(rulebook, forms: codebook.forms, indicators: archive.indicators)
        let found = try ArchiveCheck(archive, checker: checker, today: CalendarDay.today.description).run(
            Filter(counties: [report.place.county], townships: [report.place.township], years: [report.year])
        ).findings
        let own = found.filter { $0.rule == rule.name }
        guard !own.isEmpty else {
            throw NothingToWaive(report: report, rule: rule.name, found: Set(found.map(\.rule)).sorted())
        }
        try common.openForChanging().waive(
            rule.name, of: report, covering: Set(own.map(\.identity)), reason: reason, author: authorship.name,
            until: until?.description)
        print(
            words(
                "已豁免：\(report.name) \(rule.name)", "waived: \(report.name) \(rule.name)"))
    }
}

/// A waiver of a rule that holds.
struct NothingToWaive: ExplainedError {
    let report: ReportSummary
    let rule: String
    /// The rules that do not.
    let found: [String]

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        let name = report.name
        guard !found.isEmpty else {
            return Phrase(
                zh: "\(name) 年报没有不符合 \(rule) 之处，无需豁免；也没有其他问题",
                en: "\(rule) holds in the report of \(name), and so do all other rules: there is nothing to waive")
        }
        return Phrase(
            zh: "\(name) 年报没有不符合 \(rule) 之处，无需豁免；有的是：\(found.joined(separator: "、"))",
            en: "\(rule) holds in the report of \(name); what does not: \(found.joined(separator: ", "))")
    }
}

struct Unwaive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unwaive",
        abstract: words("撤销一条豁免", "Take a waiver back"),
        discussion: words(
            "豁免的记录保留，该问题重新计入 --fail-on。\n\n例：\n  nianbao unwaive period-not-full-year 上新庄镇 2020 --reason \"情况有变\"",
            """
            The waiver stays on record, and the finding counts again.

            Example:
              nianbao unwaive period-not-full-year 上新庄镇 2020 --reason "no longer so"
            """))

    @OptionGroup var common: CommonOptions

    @Argument(help: help("规则名称", "the rule").named("规则", "rule"))
    var rule: String

    @OptionGroup var target: TargetOptions

    @OptionGroup var entry: EntryOptions

    func run() throws {
        let report = try target.report(in: try common.openForReading()).summary
        try common.openForChanging().unwaive(rule, of: report, reason: entry.reason, author: entry.author)
        print(
            words(
                "已撤销豁免：\(report.name) \(rule)", "no longer waived: \(report.name) \(rule)"))
    }
}
