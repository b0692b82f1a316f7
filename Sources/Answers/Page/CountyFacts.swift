import Checks
import Output
import Storage
import Values

/// What is true of a county in the last of its years, counted from the figures and nothing else.
struct CountyFacts {
    struct Total {
        var label: Phrase
        var unit: String
        var text: String
        /// Whose figures are in it.
        var basis: Phrase
        /// Against the year before, over the townships that have both.
        var change: Phrase?
        /// The number of its section.
        var section: Int
    }

    struct Riser {
        var name: String
        var words: Phrase
        var section: Int
    }

    /// Nil where there is no report at all.
    let year: Int?
    /// The townships without a report of the year.
    let missing: [Place]
    let missingInAll: Int
    let errors: Int
    let errorsInAll: Int
    let warningsInAll: Int
    private(set) var totalFigure: Total?
    /// Those whose figure rose most; several where they are equal.
    private(set) var risers: [Riser] = []
    private let page: CountyPage
    /// Those of that year.
    let townships: Int

    init(_ page: CountyPage) {
        self.page = page
        let grid = page.grid
        year = grid.years.last
        let gaps = grid.missing
        missing = gaps.filter { $0.year == grid.years.last }.map(\.place)
        missingInAll = gaps.count
        townships = grid.years.indices.last.map(grid.rosterCount) ?? grid.rosterCount
        let live = page.findings.filter { !$0.isWaived }
        errors = live.count { $0.severity == .error && $0.year == grid.years.last }
        errorsInAll = live.count { $0.severity == .error }
        warningsInAll = live.count { $0.severity == .warning }
        // The first that can be summed stands for the county.
        let sums = page.lines.firstIndex { $0.indicator != nil && !$0.isRate }
        guard let lead = sums, let last = grid.years.indices.last else { return }
        let sum = LeadingSum(page.lines[lead], last: last, grid: grid, breaks: page.breaks, section: lead + 1)
        totalFigure = sum.total(page.language)
        risers = sum.risers
    }

    var coverage: Phrase? {
        guard let year else { return nil }
        let reported = townships - missing.count
        guard !missing.isEmpty else {
            return Phrase(
                zh: "\(year)年，\(whose.zh)全部报送了年报。", en: "All \(whose.en) have reported for \(year).")
        }
        let names = missing.prefix(Self.namedMissing).map(\.township)
        let more = missing.count > names.count
        return Phrase(
            zh:
                """
                \(year)年，\(whose.zh)中有 \(reported) 个报送了年报，缺 \(missing.count) 个\
                （\(names.joined(separator: "、"))\(more ? "等" : "")）。
                """,
            en:
                """
                \(reported) of \(whose.en) have reported for \(year); \(missing.count) are \
                missing (\(names.joined(separator: ", "))\(more ? " and others" : "")).
                """)
    }

    /// The townships that the page is about, with their number.
    private var whose: Phrase {
        guard page.grid.isOfNamed else {
            return Phrase(zh: "\(page.name) \(townships) 个乡镇、街道", en: "\(townships) townships of \(page.name)")
        }
        return Phrase(
            zh: "所选的 \(townships) 个乡镇、街道（\(page.name)共 \(page.townships) 个）",
            en: "\(townships) chosen townships (\(page.name) has \(page.townships))")
    }

    private static let namedMissing = 6

    var total: Phrase? {
        guard let total = totalFigure else { return nil }
        let change = total.change.map { Phrase(zh: "，\($0.zh)", en: "; \($0.en)") } ?? Phrase("")
        return Phrase(
            zh: "\(total.label.zh)：\(page.grid.whole.zh)合计 \(total.text) \(total.unit)（\(total.basis.zh)）\(change.zh)。",
            en: "\(total.label.en): \(total.text) \(total.unit) in all (\(total.basis.en))\(change.en).")
    }

    var rise: Phrase? {
        guard let first = risers.first else { return nil }
        let names = risers.map(\.name)
        return Phrase(
            zh: "增加最多的是\(names.joined(separator: "、"))（\(first.words.zh)）。",
            en: "The largest rise is that of \(names.joined(separator: ", ")) (\(first.words.en)).")
    }

    var doubts: Phrase? {
        guard let year else { return nil }
        guard errorsInAll + warningsInAll > 0 else {
            return Phrase(zh: "核对没有发现错误和存疑之处。", en: "The checks found no errors and no warnings.")
        }
        return Phrase(
            zh: "核对发现\(year)年的错误 \(errors) 处；历年共有错误 \(errorsInAll) 处、存疑 \(warningsInAll) 处。",
            en:
                """
                The checks found \(errors) errors for \(year), and \(errorsInAll) errors and \(warningsInAll) warnings \
                over all years.
                """)
    }
}
