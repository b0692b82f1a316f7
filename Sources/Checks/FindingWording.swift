import Catalogue
import Reports
import Values

/// The words of findings, in both languages.
extension Finding {
    /// What is wrong, where it stands, and what to do next.
    package var sentence: Phrase {
        let message = located
        return Phrase(zh: "\(message.zh)。请\(remedy.zh)", en: "\(message.en). Next: \(remedy.en)")
    }

    /// What is wrong and what was noted, each with the lines that it is about.
    package var located: Phrase {
        let own = lines
        return joined(
            [words.at(lines: own)]
                + notes.map { $0.statement.words.at(lines: $0.lines == own ? [] : $0.lines) })
    }

    /// What is wrong and what was noted.
    package var message: Phrase { joined([words] + notes.map(\.statement.words)) }

    /// What is wrong, and of an amount of money what the report has, which may be in another unit.
    private var words: Phrase {
        let written = locations.compactMap(\.written)
        guard let text = written.first, written.count == 1 else { return statement.words }
        let said = statement.words
        return Phrase(zh: "\(said.zh)，原文写“\(text)”", en: "\(said.en); the report has '\(text)'")
    }

    private func joined(_ parts: [Phrase]) -> Phrase {
        Phrase(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    }
}

extension Phrase {
    /// `…（第 68 行）`, `…（第 68—90 行）`, by the first and the last of the lines.
    fileprivate func at(lines: [Int]) -> Phrase {
        guard let first = lines.first, let last = lines.last else { return self }
        return first == last
            ? Phrase(zh: "\(zh)（第 \(first) 行）", en: "\(en) (line \(first))")
            : Phrase(zh: "\(zh)（第 \(first)—\(last) 行）", en: "\(en) (lines \(first)–\(last))")
    }
}

extension Statement {
    /// What is wrong, without where it stands.
    package var words: Phrase {
        switch self {
        case .sides(let sides): sides.words
        case .jump(let indicator, let before, let now, let year, let times, let inTenThousands):
            Self.jump(
                indicator, indicator.unit.told(before, inTenThousands: inTenThousands),
                indicator.unit.told(now, inTenThousands: inTenThousands), isMore: now > before, year, times)
        case .wrongCells(let fault): fault.words
        case .doubt(let doubt): doubt.explanation
        case .publishedEarly(let day, let end):
            Phrase(zh: "公布日期 \(day) 早于统计期限结束日 \(end)", en: "published on \(day), before the period ended on \(end)")
        case .outdatedForm(let year, let edition, let due, let notice):
            Phrase(
                zh: "\(year)年度报告仍用\(edition)年表样，应为\(due)年表样（\(notice)）",
                en: "the report for \(year) has the \(edition) form instead of that of \(due) (\(notice))")
        case .staleYear(let stale):
            Phrase(
                zh: "“\(stale.clause)”与\(stale.year)年的报告相同，\(stale.due)年的报告仍写“\(stale.year)年”，可能照搬后没有改年份",
                en:
                    """
                    '\(stale.clause)' is in the report of \(stale.year) too; that of \(stale.due) still says \
                    \(stale.year), perhaps left over from it
                    """)
        case .blankCells(let count):
            Phrase(
                zh: "表中空白 \(count) 格，空白不当作 0，汇总时按缺数处理",
                en: "\(count) cells of the form are blank; a blank is not taken for 0, and totals lack it")
        case .sameFigures(let other): other.words
        case .missingChapter(let numeral, let title):
            Phrase(
                zh: "没有找到“\(numeral)、\(title.zh)”部分", en: "the chapter \(numeral) (\(title.en)) was not found")
        case .misnumberedChapter(let heading, let numeral, _):
            Phrase(
                zh: "“\(heading)”的编号应为“\(numeral)”", en: "the heading '\(heading)' should be numbered \(numeral)")
        }
    }

    private static func jump(
        _ indicator: Indicator, _ last: String, _ current: String, isMore: Bool, _ year: Int, _ times: Int64
    ) -> Phrase {
        let label = indicator.quoted
        return Phrase(
            zh:
                "\(label.zh)\(year - 1)年为 \(last)，\(year)年为 \(current)，"
                + "\(isMore ? "增至 \(times) 倍以上" : "降到 1/\(times) 以下")",
            en: "\(label.en) is \(last) in \(year - 1) and \(current) in \(year), "
                + (isMore ? "\(times) times as much or more" : "1/\(times) of it or less"))
    }
}

extension Fault {
    fileprivate var words: Phrase {
        guard let first = solutions.first else { return unlocated }
        let lastYear =
            isBetweenYears
            ? Phrase(zh: "，也可能是上一年的报告有误", en: ", or last year's report may be wrong") : Phrase(zh: "", en: "")
        if solutions.count == 1, !isCutShort {
            let change = Self.words(first)
            return Phrase(
                zh: "把\(change.zh)，各项即相符\(lastYear.zh)", en: "with \(change.en) everything adds up\(lastYear.en)")
        }
        let all = solutions.map(Self.words)
        let more = isCutShort ? Phrase(zh: "等", en: ", or others") : Phrase(zh: "", en: "")
        return Phrase(
            zh: "错格不止一种可能：\(all.map(\.zh).joined(separator: "，或"))\(more.zh)\(lastYear.zh)",
            en: "several cells may be wrong: \(all.map(\.en).joined(separator: ", or "))\(more.en)\(lastYear.en)")
    }

    private var unlocated: Phrase {
        isBetweenYears
            ? Phrase(
                zh: "本年表内各项相符，两年的报告必有一份有误",
                en: "this year's report agrees with itself, so that one of the two reports is wrong")
            : Phrase(zh: "仅凭各项之间的关系无法判断错在哪一格", en: "the sums of this report do not tell which cell is wrong")
    }

    private static func words(_ changes: [Change]) -> Phrase {
        let parts = changes.map { change in
            let (label, unit) = (change.indicator.quoted, change.indicator.unit)
            let (old, new) = (unit.told(change.stated), unit.told(change.wanted))
            return Phrase(zh: "\(label.zh)由 \(old) 改为 \(new)", en: "\(label.en) \(new) instead of \(old)")
        }
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: " and "))
    }
}

extension ComparedSides {
    /// Smaller sums show their zeros, larger ones leave them out.
    private static let shortSum = 3
    /// More than these in one sentence nobody reads.
    private static let listedParts = 8

    fileprivate var words: Phrase {
        if let bound { return bound }
        let difference = told(Int64(clamping: (left.total &- right.total).magnitude))
        let ending: Phrase =
            switch relation {
            case .equal: Phrase(zh: "，相差 \(difference)", en: "; the difference is \(difference)")
            case .atMost: Phrase(zh: "，前者不应大于后者", en: "; the former must not be above the latter")
            case .atLeast: Phrase(zh: "，前者不应小于后者", en: "; the former must not be below the latter")
            }
        let (left, right) = (words(left), words(right))
        return Phrase(zh: "\(left.zh)，\(right.zh)\(ending.zh)", en: "\(left.en), \(right.en)\(ending.en)")
    }

    private func told(_ value: Int64) -> String { unit.told(value, inTenThousands: inTenThousands) }

    /// One figure against a fixed number: `“满意率”为 970%，超过 100%`.
    private var bound: Phrase? {
        guard right.parts.isEmpty, left.parts.count == 1, left.constant == 0, let part = left.parts.first,
            relation != .equal
        else { return nil }
        let sign = unit == .percent ? "%" : ""
        let limit = told(right.constant) + sign
        let (zh, en) = relation == .atMost ? ("超过", "above") : ("小于", "below")
        let figure = words(part, isSingle: true, sign: sign)
        return Phrase(zh: "\(figure.zh)，\(zh) \(limit)", en: "\(figure.en), \(en) \(limit)")
    }

    private func words(_ side: Side) -> Phrase {
        let isSingle = side.parts.count + (side.constant == 0 ? 0 : 1) == 1
        var parts = side.parts.filter { $0.amount.value != 0 || side.parts.count <= Self.shortSum }
            .map { words($0, isSingle: isSingle) }
        if side.constant != 0 || side.parts.isEmpty {
            let text = told(side.constant)
            parts.append(Phrase(zh: text, en: text))
        }
        if isSingle, let only = parts.first { return only }
        if parts.isEmpty { return Phrase(zh: "各项均为 0", en: "all parts are 0") }
        let most = parts.prefix(Self.listedParts)
        let more =
            parts.count > most.count ? Phrase(zh: "等 \(parts.count) 项", en: " and others") : Phrase(zh: "", en: "")
        let list = Phrase(
            zh: most.map(\.zh).joined(separator: "、") + more.zh, en: most.map(\.en).joined(separator: ", ") + more.en)
        let total = told(side.total)
        return Phrase(zh: "各项合计 \(total)（\(list.zh)）", en: "the parts make \(total) (\(list.en))")
    }

    private func words(_ part: Part, isSingle: Bool, sign: String = "") -> Phrase {
        let label = part.indicator.quoted
        let amount = told(part.amount.value)
        let number = times(part.factor.magnitude, part.amount.qualifier?.told(amount) ?? Phrase(amount))
        let mark = part.isCorrected ? Phrase(zh: "（更正后）", en: " (corrected)") : Phrase(zh: "", en: "")
        let name =
            part.year.map { Phrase(zh: "\($0)年\(label.zh)", en: "\(label.en) of \($0)") } ?? label
        let verb = isSingle ? Phrase(zh: "为 ", en: " is ") : Phrase(zh: " ", en: " ")
        let minus = part.factor < 0 ? Phrase(zh: "减去", en: "less ") : Phrase(zh: "", en: "")
        return Phrase(
            zh: "\(minus.zh)\(name.zh)\(verb.zh)\(number.zh)\(sign)\(mark.zh)",
            en: "\(minus.en)\(name.en)\(verb.en)\(number.en)\(sign)\(mark.en)")
    }

    private func times(_ factor: UInt64, _ number: Phrase) -> Phrase {
        factor == 1 ? number : Phrase(zh: "\(factor)×\(number.zh)", en: "\(factor)×\(number.en)")
    }
}

extension Indicator {
    /// The label in quotation marks; marks of its own, as in “12345”热线, become inner ones.
    package var quoted: Phrase {
        let inner = String(label.zh.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
        return Phrase(zh: "“\(inner)”", en: "'\(label.en)'")
    }
}
