import Catalogue
import Output
import Reports
import Storage
import Values

/// One compared line as rows and footnotes, in order, ready for any form of sheet.
struct ComparedTable {
    struct Row {
        /// Nil of totals.
        var place: Place?
        /// Where the place is in the line.
        var row: Int?
        var name: String
        var county: String { place?.county ?? "" }
        /// Years, change, percent and, if asked for, the rank.
        var values: [Entry]
        /// Empty where none is asked for.
        var chart: String
        /// The word of the gravest change of the form that the row goes over.
        var grade: String
        /// The years in which staff corrected the figure.
        var corrected: [String]
        /// The years in which a ratio is over few cases.
        var few: [String]
        /// The years in which a report tells a number as approximate.
        var approximate: [String]
        /// Of totals, what they say of the true ones: `2024:at_least`.
        var bounds: [String] = []
        /// Of totals, how many townships there are; by year where the years differ: `2021:24`.
        var roster: Entry = .empty
    }

    /// The places of the townships that are shown, in order.
    var places: [Place] { order.rows.map { grid.townships[$0] } }
    private let line: ComparedLine
    private let grid: ComparisonGrid
    private let breaks: EditionBreaks
    private let options: ComparisonOptions
    private let language: Language
    /// The first and the last year that there are reports of, between which changes are told.
    private let ends: (first: Int, last: Int)?
    private let isForPeople: Bool
    /// The successions that footnotes explain, in the order of their numbers.
    private let explained: [Int]
    /// By row of the line.
    private let changes: [ComparedChange]
    private let order: ComparedOrder
    /// Of the figures in the last year.
    private let largest: Int64

    init(
        _ line: ComparedLine, grid: ComparisonGrid, breaks: EditionBreaks, options: ComparisonOptions,
        isForPeople: Bool, language: Language
    ) {
        self.isForPeople = isForPeople
        let ends = grid.ends
        self.ends = ends
        self.line = line
        self.grid = grid
        self.breaks = breaks
        self.options = options
        self.language = language
        explained = Set(line.cells.joined().compactMap(\.succession)).sorted()
        changes = line.cells.map { cells in
            ends.map { ComparedChange(from: cells[$0.first], to: cells[$0.last], breaks) } ?? ComparedChange()
        }
        order = ComparedOrder(line, grid: grid, options: options, changes: changes)
        largest = line.cells.compactMap { $0.last?.amount?.value }.max() ?? 0
    }

    /// Hands over the rows one by one.
    func visit(_ body: (Row) throws -> Void) rethrows {
        for row in order.rows {
            let (place, cells) = (grid.townships[row], line.cells[row])
            try body(
                Row(
                    place: place, row: row, name: place.township,
                    values: values(cells, changes[row], rank: order.ranks[row]),
                    chart: chart(cells, largest: largest), grade: grade(cells), corrected: corrected(cells),
                    few: few(cells), approximate: approximate(cells)))
        }
        for row in totals { try body(row) }
    }

    var footnotes: [Phrase] { noteOnTotals + notes }

    private func values(_ cells: [ComparedCell], _ change: ComparedChange, rank: Int?) -> [Entry] {
        let qualifier: Qualifier? = change.isApproximate ? .about : nil
        return cells.map(entry) + [
            change.change.map { .number(Number($0, line.scale, qualifier: qualifier)) } ?? .empty,
            (line.isRate ? nil : change.percent).map { .number(Number($0, .hundredths, qualifier: qualifier)) }
                ?? .empty,
        ] + (options.isRanked ? [rank.map(Entry.count) ?? .empty] : [])
    }

    private func entry(_ cell: ComparedCell) -> Entry {
        cell.entry(line.scale, explained: explained, isForPeople: isForPeople)
    }

    /// A sum, marked where it lacks what a report would tell: people are told that the truth may be more.
    private func entry(_ total: ComparedTotal) -> Entry {
        isForPeople ? total.entry(line.scale, explained: explained) : entry(total.cell)
    }

    private func chart(_ cells: [ComparedCell], largest: Int64) -> String {
        guard options.hasCharts else { return "" }
        let values = cells.map { $0.amount?.value }
        return values.count > 1 ? MiniChart.spark(values) : MiniChart.bar(values.first ?? nil, of: largest)
    }

    private func grade(_ cells: [ComparedCell]) -> String {
        guard cells.contains(where: { $0.succession != nil }) else { return "" }
        let grades = Set(cells.compactMap(\.succession).map(breaks.grade))
        return [Succession.Grade.notComparable, .near, .same].first(where: grades.contains)?.rawValue ?? ""
    }

    private func corrected(_ cells: [ComparedCell]) -> [String] {
        zip(grid.years, cells).filter { $1.isCorrected }.map { "\($0.0)" }
    }

    private func few(_ cells: [ComparedCell]) -> [String] {
        zip(grid.years, cells).filter { $1.isOverFew }.map { "\($0.0)" }
    }

    private func approximate(_ cells: [ComparedCell]) -> [String] {
        zip(grid.years, cells).filter { $1.isApproximate }.map { "\($0.0)" }
    }

    private var showsTotals: Bool { options.hasTotal && line.hasTotals }

    /// The ends, where the totals of both are over the same townships: other sums have no change to tell.
    private var comparedTotals: (first: Int, last: Int)? {
        ends.flatMap { ends in
            let (first, last) = (line.totals[ends.first].includes, line.totals[ends.last].includes)
            return grid.isSameGround(first, ends.first, last, ends.last) ? ends : nil
        }
    }

    private var noteOnTotals: [Phrase] {
        guard showsTotals, comparedTotals == nil, ends != nil, line.totals.contains(where: { $0.count > 0 }) else {
            return []
        }
        return [
            Phrase(
                zh: "合计：首末两年计入的乡镇不同，不计增减",
                en: "total: the first and the last year cover different townships, so no change is given")
        ]
    }

    /// The sum, and below it whose figures are in it.
    private var totals: [Row] {
        guard showsTotals else { return [] }
        let totals = line.totals
        let change =
            comparedTotals.map { ComparedChange(from: totals[$0.first].cell, to: totals[$0.last].cell, breaks) }
            ?? ComparedChange()
        let coverage = totals.enumerated().map { year, total in
            isForPeople ? Entry.text("\(total.count)/\(grid.rosterCount(year))") : .count(total.count)
        }
        let cells = totals.map(\.cell)
        let bounds = zip(grid.years, totals).compactMap { year, total in total.told.map { "\(year):\($0.code)" } }
        return [
            Row(
                name: Phrase(zh: "合计", en: "total")[language],
                values: totals.map(entry) + values([], change, rank: nil), chart: chart(cells, largest: 0),
                grade: grade(cells), corrected: corrected(cells), few: few(cells), approximate: approximate(cells),
                bounds: bounds, roster: roster),
            Row(
                name: Phrase(zh: "计入乡镇数", en: "townships in total")[language],
                values: coverage + Array(repeating: .empty, count: options.isRanked ? 3 : 2), chart: "", grade: "",
                corrected: [], few: [], approximate: [], roster: roster),
        ]
    }

    private var roster: Entry {
        let counts = grid.years.indices.map(grid.rosterCount)
        guard Set(counts).count > 1 else { return .count(counts.first ?? grid.rosterCount) }
        return .list(zip(grid.years, counts).map { "\($0):\($1)" })
    }

    private var notes: [Phrase] {
        var notes =
            definition
            + explained.enumerated().map { number, place in
                let text = breaks.footnote(place)
                let sign = Number.superscript(number + 1)
                return Phrase(zh: "\(sign) \(text.zh)", en: "\(sign) \(text.en)")
            }
        notes += endings
        if let ends, isForPeople {
            let (first, last) = (grid.years[ends.first], grid.years[ends.last])
            let points =
                line.isRate
                ? Phrase(zh: "，单位为\(line.points.name.zh)", en: ", in \(line.points.name.en)") : Phrase("")
            notes.append(
                Phrase(zh: "增减：\(first)年至\(last)年\(points.zh)", en: "change: from \(first) to \(last)\(points.en)"))
        }
        if options.hasTotal, !line.hasTotals {
            notes.append(Phrase(zh: "百分率不能相加，不列合计", en: "percentages have no sum; no total is given"))
        }
        let townships = grid.rosterCount
        if let top = options.top, top < townships {
            notes.append(
                Phrase(zh: "共 \(townships) 个乡镇，只列前 \(top) 个", en: "the first \(top) of \(townships) townships"))
        }
        if options.isRanked, !order.unranked.isEmpty {
            let names = order.unranked.prefix(Self.longestList).map { grid.name(grid.townships[$0]) }
            let isCut = order.unranked.count > Self.longestList
            notes.append(
                Phrase(
                    zh: "概数不排名次：\(names.joined(separator: "、"))\(isCut ? "等" : "")",
                    en: "approximate numbers have no rank: \(names.joined(separator: ", "))\(isCut ? ", …" : "")"))
        }
        if options.isRanked, options.benchmark == nil, line.isBetterLow, options.ranksFigures {
            notes.append(Phrase(zh: "名次：数值低的在前", en: "rank: the lowest first"))
        }
        if options.divisor != nil {
            notes.append(Phrase(zh: "比值四舍五入到小数点后两位", en: "ratios are rounded to two decimals"))
        }
        return notes + grid.noteOnTerms + missing
    }

    /// That the form no longer asks for this, where a year has nothing of it.
    private var endings: [Phrase] {
        breaks.sides.indices.filter { place in
            let grade = breaks.successions[place].grade
            guard let indicator = line.indicator, breaks.sides[place].concern(indicator), !explained.contains(place),
                grade == .ended || grade == .notComparable
            else { return false }
            let isEmpty = grid.years.indices.map { year in !line.cells.contains { $0[year].amount != nil } }
            return isEmpty.contains(true) && isEmpty.contains(false)
        }.map { breaks.footnote($0) }
    }

    /// How a measure is worked out, and who says so.
    private var definition: [Phrase] {
        guard let measure = line.measure, isForPeople else { return [] }
        let wording = MeasureWording(measure, breaks.indicators)
        let isRounded = line.cells.joined().contains { cell in
            if case .known(let amount, _) = cell.content { amount.qualifier == .about } else { false }
        }
        return [wording.definition] + (isRounded ? [MeasureWording.rounded] : [])
    }

    private static let longestList = 12

    private var missing: [Phrase] {
        let missing = grid.missing
        guard !missing.isEmpty else { return [] }
        var order: [Place] = []
        var years: [Place: [Int]] = [:]
        for (place, year) in missing {
            if years[place] == nil { order.append(place) }
            years[place, default: []].append(year)
        }
        let names = order.prefix(Self.longestList).map { "\(grid.name($0)) \(YearText.of(years[$0] ?? []))" }
        let isCut = order.count > Self.longestList
        return [
            Phrase(
                zh: "缺报：\(names.joined(separator: "、"))\(isCut ? "等" : "")，共 \(missing.count) 份",
                en: "missing reports: \(names.joined(separator: "; "))\(isCut ? "; …" : "") (\(missing.count) in all)")
        ]
    }
}
