import Output
import Values

/// An indicator summed over a county in its last year, against the year before.
struct LeadingSum {
    private let line: ComparedLine
    private let last: Int
    private let grid: ComparisonGrid
    private let breaks: EditionBreaks
    private let section: Int

    /// - Parameter last: the last year's place in the grid.
    init(_ line: ComparedLine, last: Int, grid: ComparisonGrid, breaks: EditionBreaks, section: Int) {
        self.line = line
        self.last = last
        self.grid = grid
        self.breaks = breaks
        self.section = section
    }

    /// Nil where nobody has a figure.
    func total(_ language: Language) -> CountyFacts.Total? {
        let total = line.totals[last]
        guard total.cell.amount != nil else { return nil }
        var wording = PageWording(line, breaks: breaks, language: language)
        let townships = grid.rosterCount(last)
        let basis =
            total.count == townships
            ? Phrase(zh: "全部 \(townships) 个乡镇、街道", en: "all \(townships) townships")
            : Phrase(
                zh: "\(townships) 个乡镇、街道中有数的 \(total.count) 个",
                en: "of the \(total.count) of \(townships) townships with a figure")
        return CountyFacts.Total(
            label: line.subject, unit: line.unit, text: wording.text(total), basis: basis, change: change,
            section: section)
    }

    /// Sums over different townships tell no change: those count that have a figure in both years.
    private var change: Phrase? {
        guard last > 0 else { return nil }
        let changes = changes
        // Of those that are there in one year only, whether there is a figure; of others, whether it can be compared.
        let both = grid.comparable(from: last - 1, to: last) { row, year in
            line.cells[row][year].amount != nil
                && (changes[row].change != nil || !grid.isInRoster(row, last) || !grid.isInRoster(row, last - 1))
        }
        let count = both.late.count { $0 }
        guard count > 0 else { return nil }
        let before = ComparedTotal(summing: line.cells.map { $0[last - 1] }, where: both.early).cell
        let now = ComparedTotal(summing: line.cells.map { $0[last] }, where: both.late).cell
        let change = ComparedChange(from: before, to: now, breaks)
        guard let difference = change.change else { return nil }
        let percent = change.percent.map { "\($0 > 0 ? "+" : "")\(Number($0, .hundredths).groupedDigits)%" }
        let about = change.isApproximate ? Phrase(zh: "约", en: "about ") : Phrase("")
        let size = number(difference.magnitude)
        let inBrackets = percent.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase("")
        let isAll = line.totals[last - 1].includes == both.early && line.totals[last].includes == both.late
        let basis =
            isAll
            ? Phrase(zh: "比上年", en: "") : Phrase(zh: "两年都有数的 \(count) 个比上年", en: "the \(count) with both years: ")
        if difference == 0 { return Phrase(zh: "\(basis.zh)持平", en: "\(basis.en)as many as the year before") }
        let isMore = difference > 0
        return Phrase(
            zh: "\(basis.zh)\(isMore ? "增加" : "减少")\(about.zh) \(size) \(line.unit)\(inBrackets.zh)",
            en: "\(basis.en)\(about.en)\(size) \(isMore ? "more" : "fewer") than the year before\(inBrackets.en)")
    }

    private var changes: [ComparedChange] {
        line.cells.map { last > 0 ? ComparedChange(from: $0[last - 1], to: $0[last], breaks) : ComparedChange() }
    }

    /// More names than these are no answer.
    private static let mostRisers = 3

    var risers: [CountyFacts.Riser] {
        let changes = changes
        let known = changes.indices.filter { grid.isTownship[$0] && changes[$0].change != nil }
        guard let largest = known.compactMap({ changes[$0].change }).max(), largest > 0 else { return [] }
        let rows = known.filter { changes[$0].change == largest }
        // Nobody knows who rose most where that is told as approximate only.
        guard rows.count <= Self.mostRisers, rows.allSatisfy({ changes[$0].isCertain }) else { return [] }
        return rows.map { row in
            let (from, to) = (line.cells[row][last - 1].amount?.value ?? 0, line.cells[row][last].amount?.value ?? 0)
            let words =
                rows.count == 1
                ? Phrase(
                    zh: "由 \(signed(from)) 到 \(signed(to)) \(line.unit)，增加 \(signed(largest))",
                    en: "from \(signed(from)) to \(signed(to)) \(line.unit), \(signed(largest)) more")
                : Phrase(
                    zh: "各增加 \(signed(largest)) \(line.unit)",
                    en: "\(signed(largest)) \(line.unit) more each")
            return CountyFacts.Riser(name: grid.townships[row].township, words: words, section: section)
        }
    }

    private func signed(_ value: Int64) -> String { Number(value, line.scale).groupedDigits }

    private func number(_ magnitude: UInt64) -> String { signed(Int64(clamping: magnitude)) }
}
