import Values

/// A sign that people see in place of a number or beside it, and that the legend under the table explains.
package enum Mark: Sendable, CaseIterable {
    case blank
    case notApplicable
    case unreadable
    case absent
    case notRead
    case noReport
    case noTownship
    case undefined
    case uncertain
    case approximate
    case corrected
    case few
    case unproved
    case atLeast
    case open

    package init(_ gap: Gap) {
        switch gap {
        case .blank: self = .blank
        case .notApplicable: self = .notApplicable
        case .unreadable: self = .unreadable
        case .absent: self = .absent
        case .notRead: self = .notRead
        case .noReport: self = .noReport
        case .noTownship: self = .noTownship
        case .undefined: self = .undefined
        case .uncertain: self = .uncertain
        }
    }

    /// What stands in the cell; of the marks of numbers, what stands beside the digits.
    package var sign: Phrase {
        switch self {
        case .blank: Phrase(zh: "（空白）", en: "(blank)")
        case .notApplicable: Phrase(zh: "不适用", en: "n/a")
        case .unreadable: Phrase(zh: "无法识别", en: "unreadable")
        case .absent: Phrase(zh: "—", en: "—")
        case .notRead: Phrase(zh: "未读", en: "not read")
        case .noReport: Phrase(zh: "缺报", en: "no report")
        case .noTownship: Phrase(zh: "未设", en: "none")
        case .undefined: Phrase(zh: "分母为0", en: "over 0")
        case .uncertain: Phrase(zh: "不定", en: "uncertain")
        case .approximate: Phrase(zh: "余、约、近", en: "> ~ <")
        case .corrected: Phrase(zh: "*", en: "*")
        case .few: Phrase(zh: "†", en: "†")
        case .unproved: Phrase(zh: "？", en: "?")
        case .atLeast: Phrase(zh: "≥", en: "≥")
        case .open: Phrase(zh: "±", en: "±")
        }
    }

    /// The line of the legend.
    package var legend: Phrase {
        switch self {
        case .blank:
            Phrase(zh: "（空白）：报告中此格未填", en: "(blank): the report leaves this cell empty")
        case .notApplicable:
            Phrase(zh: "不适用：报告中填“/”“—”或“无”", en: "n/a: the report says that this does not apply")
        case .unreadable:
            Phrase(
                zh: "无法识别：报告中此处不是数字，或该行各格无法对应",
                en: "unreadable: the report has no number here, or a row whose cells cannot be told apart")
        case .absent:
            Phrase(zh: "—：报告未提及", en: "—: the report does not mention this")
        case .notRead:
            Phrase(
                zh: "未读：未按此指标读过该年报，请运行 nianbao reread",
                en: "not read: the report was not read for this indicator; run nianbao reread")
        case .noReport:
            Phrase(zh: "缺报：没有该年度的报告", en: "no report: there is no report for that year")
        case .noTownship:
            Phrase(zh: "未设：该乡镇当年尚未设立，或者已经撤销", en: "none: the township was not there yet, or no more")
        case .undefined:
            Phrase(zh: "分母为0：没有可算的比率", en: "over 0: there is nothing to divide by, so there is no ratio")
        case .uncertain:
            Phrase(
                zh: "不定：所用的数由图片识别而未核定，或过于含糊，算不出",
                en: "uncertain: what it is worked out of was recognised and is not proved, or is too vague")
        case .approximate:
            Phrase(
                zh: "余、约、近：报告中为概数", en: "> ~ <: the report says more than, about, less than")
        case .corrected:
            Phrase(zh: "*：已更正，与报告原文不同", en: "*: corrected, differs from the report")
        case .few:
            Phrase(zh: "†：分母不足 10，仅供参考", en: "†: over fewer than ten cases, which says little")
        case .unproved:
            Phrase(
                zh: "？：从图片识别，没有合计可以核定，请对照图片核对",
                en: "?: recognised from a picture and not proved by sums; compare it with the picture")
        case .atLeast:
            Phrase(
                zh: "≥：有的乡镇没有此数，真实合计不小于已知之和，上限未知",
                en:
                    """
                    ≥: some townships have no number here; the true total is at least the known sum, how much more is \
                    unknown
                    """
            )
        case .open:
            Phrase(
                zh: "±：有的乡镇没有此数，而此数可为负或为概数，真实合计可能更大或更小",
                en: "±: some townships have no number here, or only about; the true total may be more or less")
        }
    }
}
