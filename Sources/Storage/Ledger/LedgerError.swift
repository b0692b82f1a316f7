import Values

/// Why nothing can be removed, returned to or moved as asked; nothing was changed then.
package enum LedgerError: ExplainedError, Equatable {
    case nothing
    /// The revision, or the whole report, is removed already.
    case notThere(ReportSummary, Int?)
    case isCurrent(ReportSummary)
    case nothingEarlier(ReportSummary)
    case sameSeat(ReportSummary)
    /// Several revisions are there, by their numbers, and it was not said which of them are to be moved.
    case several(ReportSummary, [Int])
    /// The township has a report of that year.
    case occupied(String)

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        switch self {
        case .nothing: Phrase(zh: "没有这份年报，可用 nianbao list 查看", en: "there is no such report; see nianbao list")
        case .notThere(let report, let revision):
            Phrase(
                zh: """
                    \(report.place)\(report.year)年年报\(revision.map { "第 \($0) 版" } ?? "")不在档案中或已移除，可用 \
                    nianbao list --revisions 查看
                    """,
                en: """
                    \(revision.map { "revision \($0) of " } ?? "")the report of \(report.place) for \(report.year) is \
                    not there or removed already; see nianbao list --revisions
                    """)
        case .isCurrent(let report):
            Phrase(
                zh: "\(report.place)\(report.year)年年报现在就是第 \(report.revision) 版，无需恢复",
                en: "revision \(report.revision) of the report of \(report.place) for \(report.year) is the current one"
            )
        case .nothingEarlier(let report):
            Phrase(
                zh: "\(report.place)\(report.year)年年报没有更早的版本，可用 nianbao list --revisions 查看",
                en: """
                    the report of \(report.place) for \(report.year) has no earlier revision; see nianbao list \
                    --revisions
                    """)
        case .sameSeat(let report):
            Phrase(
                zh: "\(report.place)\(report.year)年年报本来就归在此处",
                en: "the report of \(report.place) for \(report.year) stands there already")
        case .several(let last, let numbers):
            Phrase(
                zh: """
                    \(last.place)\(last.year)年年报有第 \(numbers.map(String.init).joined(separator: "、")) 版：\
                    整份都归错了用 --all 一并改归，只有最后一版归错了用 --revision \(last.revision)
                    """,
                en: """
                    the report of \(last.place) for \(last.year) has revisions \
                    \(numbers.map(String.init).joined(separator: ", ")): --all if all stand in the wrong place, \
                    --revision \(last.revision) if only the last does
                    """)
        case .occupied(let name):
            Phrase(
                zh: "\(name) 已有年报，请先用 nianbao remove 移除，或改归别处",
                en: "there is a report already, \(name); remove it first with nianbao remove")
        }
    }
}
