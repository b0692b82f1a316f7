import Answers
import ArgumentParser
import Catalogue
import Foundation
import Storage
import Values

struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: words("更正一个数字", "Put a value in place of a figure"),
        discussion: words(
            """
            原文不改：比较和核对采用更正后的数并标明，show、trace、export 两者都给出。更正只增不删，uncorrect 撤销，corrections
            列出全部。没有读出的数也可以这样补录。新版本沿用更正；更正的是空白格、而新版本已填写的，以新版本为准。可写 139.6万元、1,396,001、全角数字；与往年或同县其他乡镇相差约十倍或更多，或单位存疑的，
            要加 --yes。

            例：
              nianbao correct 白杨镇 2021 requests.disclosed.total 4 --reason "经电话核实，总计笔误"
              nianbao correct 白杨镇 2021 procurement.amount 139.6万元 --reason "单位写错" --dry-run
              nianbao correct 石桥乡 2021 空白 0 --reason "经电话核实，空白均为 0"
            """,
            """
            The report stays as it is: comparisons and checks use the correction and mark it; show, trace and export
            give both. Corrections are only ever added; uncorrect takes one back, corrections lists them. A figure
            that was not read can be entered as well. A revision takes corrections over, but for those of blank cells
            that it fills in. 139.6万元, 1,396,001 and full-width digits are understood; a value about ten times more or
            less than other years or townships, or of a doubtful unit, needs --yes.

            Examples:
              nianbao correct 白杨镇 2021 requests.disclosed.total 4 --reason "a slip, they said on the phone"
              nianbao correct 白杨镇 2021 procurement.amount 139.6万元 --reason "the wrong unit" --dry-run
              nianbao correct 石桥乡 2021 blank 0 --reason "they said on the phone that all of them are 0"
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var target: TargetOptions

    @Argument(
        help: help(
            "指标代码，或只符合一个指标的词；“空白”指各表中空着的格",
            "the code of an indicator, or words that mean only one; 'blank' means the cells that were left blank"
        ).named("指标", "indicator"), completion: Suggestions.indicators)
    var indicator: String

    @Argument(
        help: help("数值，按指标的单位，如 12 或 216.31", "the value in the indicator's unit, such as 12 or 216.31").named(
            "数值", "value"))
    var value: String

    @OptionGroup var entry: EntryOptions

    @Flag(help: help("数值存疑也照此更正", "enter it though it looks like a slip"))
    var yes = false

    @Flag(help: help("只显示将如何更正，不写入档案", "show what would change, store nothing"))
    var dryRun = false

    func run() throws {
        let archive = try common.openForReading()
        let report = try target.report(in: archive)
        let codebook = try Codebook.load(adding: archive.localFiles())
        var reviews: [CorrectionReview] = []
        for id in try BlankCells.indicators(meantBy: indicator, in: report, archive, isCorrected: false) {
            guard let entered = EnteredValue(value, in: archive.indicators[id].unit) else {
                throw WrongValue(value: value, indicator: archive.indicators[id])
            }
            let review = CorrectionReview(archive, report: report, indicator: id, value: entered, codebook: codebook)
            try review.requireOwnCell()
            try review.requireDifference()
            guard review.isSettled else {
                reviews.append(review)
                continue
            }
            print(told(review, words("已经是这个数，没有再记更正", "counts already, nothing was entered")))
        }
        if dryRun { return try reviews.forEach(show) }
        for review in reviews where !yes {
            let concerns = try concerns(of: review)
            guard concerns.isEmpty else {
                throw DoubtfulValue(name: review.name, change: review.change(.current), concerns: concerns)
            }
        }
        guard !reviews.isEmpty else { return }
        let writing = try common.openForChanging()
        try writing.correct(
            report, reviews.map { (try writing.indicators.id(meantBy: $0.indicator.code), $0.value.value) },
            reason: entry.reason, author: entry.author)
        for review in reviews {
            print(told(review, words("已更正", "corrected")))
        }
    }

    private func concerns(of review: CorrectionReview) throws -> [Phrase] {
        let isOfMany = BlankCells.areMeant(by: indicator) && review.value.value != 0
        return try review.concerns()
            + (isOfMany ? [Phrase(zh: "空白的格将全部填成这个数", en: "all blank cells would become this")] : [])
    }

    private func told(_ review: CorrectionReview, _ deed: String) -> String {
        parts(deed, review.name, review.change(.current))
    }

    private func show(_ review: CorrectionReview) throws {
        print(told(review, words("将更正", "would correct")))
        for concern in try concerns(of: review) { print("  " + parts(words("请核对", "please check"), concern[.current])) }
    }
}

/// One indicator that a user's word means, or all cells that a report left blank.
enum BlankCells {
    static func areMeant(by word: String) -> Bool { ["空白", "blank"].contains(word.lowercased()) }

    /// - Parameter isCorrected: whether the blank cells are meant that a value was entered for, or the others.
    static func indicators(
        meantBy word: String, in report: StoredReport, _ archive: Archive, isCorrected: Bool
    ) throws -> [Indicator.ID] {
        guard areMeant(by: word) else {
            // Rather what the report tells than a cell of another form.
            let told = Set(report.report.figures.map(\.indicator)).union(report.corrections.keys)
            return [try archive.indicators.id(meantBy: word, where: told.contains)]
        }
        let all = report.report.figures.filter { $0.reading == .blank }.map(\.indicator)
        let blank = all.filter { (report.corrections[$0] != nil) == isCorrected }
        guard !blank.isEmpty else {
            throw NoBlankCells(report: report.summary, isCorrected: isCorrected, areFilled: !all.isEmpty)
        }
        return blank
    }
}

/// There is nothing to fill in, or to take back.
struct NoBlankCells: ExplainedError {
    let report: ReportSummary
    let isCorrected: Bool
    /// Whether there are blank cells, all of which have got a value.
    let areFilled: Bool

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        if !isCorrected, areFilled {
            return Phrase(
                zh: "\(report.place)\(report.year)年年报的空白格都已补录，可用 nianbao corrections 查看",
                en: "all blank cells of \(report.name) are filled in; nianbao corrections lists them")
        }
        return isCorrected
            ? Phrase(
                zh: "\(report.place)\(report.year)年年报的空白格没有更正过，可用 nianbao corrections 查看更正",
                en: "no blank cell of \(report.name) was filled in; nianbao corrections lists them")
            : Phrase(
                zh: "\(report.place)\(report.year)年年报没有空白的格，可用 nianbao show 查看各表",
                en: "no cell of \(report.name) is blank; nianbao show shows its tables")
    }
}

/// A value that looks like a slip, and was not entered.
struct DoubtfulValue: ExplainedError {
    let name: String
    let change: String
    let concerns: [Phrase]

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        Phrase(
            zh: "未更正 \(name)（\(change)）：\(concerns.map(\.zh).joined(separator: "；"))；确认无误请加 --yes",
            en: """
                \(name) was not corrected (\(change)): \(concerns.map(\.en).joined(separator: "; ")); if it is \
                right, add --yes
                """)
    }
}

struct Uncorrect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uncorrect",
        abstract: words("撤销更正", "Take a correction back"),
        discussion: words(
            """
            指标写“空白”，撤销各空白格的全部更正，逐个补录的也在内。

            例：
              nianbao uncorrect 白杨镇 2021 requests.disclosed.total --reason "更正有误"
            """,
            """
            With 'blank' for the indicator all corrections of blank cells are taken back, those entered singly included.

            Example:
              nianbao uncorrect 白杨镇 2021 requests.disclosed.total --reason "the correction was wrong"
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var target: TargetOptions

    @Argument(
        help: help(
            "指标代码，或只符合一个指标的词；“空白”指各表中空着的格",
            "the code of an indicator, or words that mean only one; 'blank' means the cells that were left blank"
        ).named("指标", "indicator"), completion: Suggestions.indicators)
    var indicator: String

    @OptionGroup var entry: EntryOptions

    func run() throws {
        let archive = try common.openForReading()
        let stored = try target.report(in: archive)
        let ids = try BlankCells.indicators(meantBy: indicator, in: stored, archive, isCorrected: true)
        let codes = ids.map { archive.indicators[$0].code }
        let writing = try common.openForChanging()
        try writing.correct(
            stored, codes.map { (try writing.indicators.id(meantBy: $0), nil) }, reason: entry.reason,
            author: entry.author)
        for code in codes {
            let name = "\(stored.summary.name) \(code)"
            print(words("已撤销更正：\(name)", "taken back: \(name)"))
        }
    }
}

/// A value that is no number in the indicator's unit.
struct WrongValue: ExplainedError {
    let value: String
    let indicator: Indicator

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        let example = indicator.unit.scale == 1 ? "12" : "216.31"
        return Phrase(
            zh: "“\(value)”不能作为 \(indicator.code)（\(indicator.unit.rawValue)）的数值，应如 \(example)",
            en: "'\(value)' is no value for \(indicator.code) (\(indicator.unit.rawValue)); write it like \(example)")
    }
}
