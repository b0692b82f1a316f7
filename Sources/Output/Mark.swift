import Values

/// A sign that people see in place of a number or beside it, and that the legend under the table explains.
enum Mark: Sendable, CaseIterable {
    case blank
    case notApplicable
    case unreadable
    case absent
    case notRead
    case noReport
    case approximate
    case corrected
    case atLeast
    case open

    init(_ gap: Gap) {
        switch gap {
        case .blank: self = .blank
        case .notApplicable: self = .notApplicable
        case .unreadable: self = .unreadable
        case .absent: self = .absent
        case .notRead: self = .notRead
        case .noReport: self = .noReport
        }
    }

    /// What stands in the cell; of the two marks of numbers, what stands beside the digits.
    var sign: Phrase {
        switch self {
        case .blank: Phrase(zh: "（空白）", en: "(blank)")
        case .notApplicable: Phrase(zh: "不适用", en: "n/a")
        case .unreadable: Phrase(zh: "无法识别", en: "unreadable")
        case .absent: Phrase(zh: "—", en: "—")
        case .notRead: Phrase(zh: "未读", en: "not read")
        case .noReport: Phrase(zh: "缺报", en: "no report")
        case .approximate: Phrase(zh: "余、约、近", en: "> ~ <")
        case .corrected: Phrase(zh: "*", en: "*")
        case .atLeast: Phrase(zh: "≥", en: "≥")
        case .open: Phrase(zh: "±", en: "±")
        }
    }

    /// The line of the legend.
    var legend: Phrase {
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
        case .approximate:
            Phrase(
                zh: "余、约、近：报告中为概数", en: "> ~ <: the report says more than, about, less than")
        case .corrected:
            Phrase(zh: "*：已更正，与报告原文不同", en: "*: corrected, differs from the report")
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

/// Turns entries into what people read in one language, and remembers the marks that it used.
struct Wording {
    let language: Language
    private var used: Set<Mark> = []

    init(_ language: Language) {
        self.language = language
    }

    mutating func text(_ entry: Entry) -> String {
        switch entry {
        case .text(let text): return VisibleText.of(text)
        case .number(let number): return affix(number).around(number.digits)
        case .decimal(let digits): return digits
        case .list(let texts): return VisibleText.of(texts.joined(separator: ";"))
        case .flag(let isSo): return "\(isSo)"
        case .gap(let gap):
            let mark = Mark(gap)
            used.insert(mark)
            return mark.sign[language]
        case .empty: return ""
        }
    }

    /// What stands before and after the digits: `600余`, `~600`, `600*`.
    mutating func affix(_ number: Number) -> Affix {
        var affix = Affix()
        if let qualifier = number.qualifier {
            used.insert(.approximate)
            (affix.before, affix.after) = qualifier.affix(language)
        }
        if number.isCorrected {
            used.insert(.corrected)
            affix.after += Mark.corrected.sign[language]
        }
        if let bound = number.bound {
            let mark: Mark = bound == .atLeast ? .atLeast : .open
            used.insert(mark)
            affix.before = mark.sign[language] + affix.before
        }
        if let footnote = number.footnote { affix.after += Number.superscript(footnote) }
        return affix
    }

    func title(_ phrase: Phrase) -> String {
        VisibleText.of(phrase[language])
    }

    /// The lines under the sheet: its footnotes, then one for each mark used so far. The marks are forgotten, for the
    /// next sheet.
    mutating func notes(of sheet: Sheet) -> [String] {
        defer { used = [] }
        return sheet.footnotes.map(title) + Mark.allCases.filter(used.contains).map { $0.legend[language] }
    }
}

/// What stands around the digits of a number.
struct Affix: Equatable {
    var before = ""
    var after = ""

    func around(_ digits: String) -> String { before + digits + after }
}
