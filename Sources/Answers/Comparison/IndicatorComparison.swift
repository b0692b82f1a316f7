import Catalogue
import Output
import Reports
import Storage
import Values

/// Indicators over townships and years, with the change from the first year to the last.
package struct IndicatorComparison {
    private let grid: ComparisonGrid
    private let subjects: ComparedLines.Subjects
    private let lines: ComparedLines
    /// The same lines over those that are measured against, and the year; nil where no measuring is asked for.
    private let population: Population?
    private let breaks: EditionBreaks
    private let options: ComparisonOptions
    private let language: Language
    /// What was asked for and is left out, as its years cannot be compared.
    private let obstacles: [IncomparableEditions]
    private let codes: DivisionCodes?

    private struct Population {
        let lines: ComparedLines
        let grid: ComparisonGrid
        let year: Int
        let group: BenchmarkGroup
        let members: Set<Place>?
    }

    /// - Parameters:
    ///   - indicators: those compared, of the archive's list.
    ///   - measures: those compared, behind the indicators.
    ///   - filter: which reports; its years, if any, are shown even where nothing was reported.
    ///   - codes: of counties and townships, for programs, in the last columns.
    ///
    /// Throws `IncomparableEditions` where nothing that was asked for can be compared, and `NoYearToSortBy`.
    package init(
        _ archive: Archive, indicators: [Indicator.ID], measures: [Measure] = [], filter: Filter,
        options: ComparisonOptions = ComparisonOptions(), successions: [Succession], codes: DivisionCodes? = nil,
        language: Language
    ) throws {
        self.codes = codes
        self.options = options
        self.language = language
        breaks = EditionBreaks(
            successions, indicators: archive.indicators, acrossEditions: options.acrossEditions, measures: measures)
        let grid = try ComparisonGrid(archive, filter: filter)
        self.grid = grid
        if case .value(let year?) = options.order, !grid.years.isEmpty, !grid.years.contains(year) {
            throw NoYearToSortBy(year: year, years: grid.years)
        }
        let breaks = breaks
        func obstacle(_ indicator: Indicator.ID) throws -> IncomparableEditions? {
            guard breaks.mayBeIncomparable(indicator) else { return nil }
            return breaks.obstacle(indicator, in: try grid.keeping(breaks.indicators(for: [indicator])))
        }
        if let divisor = options.divisor, let obstacle = try obstacle(divisor) { throw obstacle }
        let found = try indicators.map { ($0, try obstacle($0)) }
        let obstacles = found.compactMap(\.1)
        if measures.isEmpty, obstacles.count == indicators.count, let obstacle = obstacles.first { throw obstacle }
        self.obstacles = obstacles.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        subjects = ComparedLines.Subjects(
            indicators: found.filter { $0.1 == nil }.map(\.0), divisor: options.divisor, measures: measures)
        lines = try ComparedLines(archive, subjects, grid: grid, filter: filter, breaks)
        guard let group = options.benchmark, let year = grid.lastReported, subjects.count > 0 else {
            population = nil
            return
        }
        var (wide, members) = try group.population(of: archive, shown: grid.townships, filter: filter)
        wide.years = [year - 1, year]
        let all = try ComparisonGrid(archive, filter: wide)
        population = Population(
            lines: try ComparedLines(archive, subjects, grid: all, filter: wide, breaks), grid: all, year: year,
            group: group, members: members)
    }

    /// Writes the answer: for people a table for each line, for programs a row for each line and township.
    ///
    /// - Returns: what plain columns of numbers cannot say.
    @discardableResult
    package func write(to writer: SheetWriter, isForPeople: Bool) throws -> [Phrase] {
        try isForPeople
            ? visitSections { head, rows, footnotes in
                try writer.write(head) { add in
                    try rows { try add($0) }
                } footnotes: {
                    footnotes
                }
            }
            : visitRows { head, rows in try writer.write(head) { add in try rows { try add($0) } } }
    }

    typealias Rows = (_ add: ([Entry]) throws -> Void) throws -> Void

    /// Hands over each line, with how it stands in its population.
    private func visitLines(_ body: (ComparedLine, Benchmark?) throws -> Void) throws {
        var others = population?.lines.cursor
        try lines.visit { line in
            let benchmark = try others?.next().flatMap { other in
                population.map {
                    Benchmark(other, grid: $0.grid, year: $0.year, group: $0.group, members: $0.members)
                }
            }
            try body(line, benchmark)
        }
    }

    /// For programs: one row for each indicator and township, with a column for each year.
    func visitRows(_ body: (_ head: Sheet, _ rows: Rows) throws -> Void) throws -> [Phrase] {
        let survey = try ComparisonSurvey(lines, years: grid.years)
        try body(head(survey)) { add in
            try visitLines { line, benchmark in try visit(line, benchmark, survey, add) }
        }
        return survey.warningOfApproximate + survey.successions.sorted().map { breaks.footnote($0) }
            + survey.warningOfRecognised + survey.warningOfRounded + otherBodies + omissions + shiftedEnds
            + grid.noteOnTerms
    }

    private func head(_ survey: ComparisonSurvey) -> Sheet {
        var sheet = Sheet(
            columns: [Columns.indicator, Columns.label, Columns.unit, Columns.county, Columns.township] + valueColumns)
        if !survey.successions.isEmpty { sheet.columns.append(Column("break", Phrase(zh: "口径变化", en: "break"))) }
        if survey.hasCorrections { sheet.columns.append(CorrectionColumns.years) }
        if !subjects.measures.isEmpty {
            sheet.columns.append(Column("few", Phrase(zh: "分母不足10的年份", en: "over few cases")))
        }
        if let population { sheet.columns += Benchmark.columns(isForPeople: false, year: population.year) }
        if survey.hasUnusual { sheet.columns.append(Column("unusual", Phrase(zh: "异常年份", en: "unusual years"))) }
        if codes != nil { sheet.columns += DivisionCodes.columns }
        if survey.approximate > 0 {
            sheet.columns.append(Column("approximate", Phrase(zh: "概数年份", en: "approximate years")))
        }
        if options.hasTotal {
            sheet.columns += [
                Column("roster", Phrase(zh: "名单乡镇数", en: "townships of the roster"), .number),
                Column("bound", Phrase(zh: "真实合计", en: "bound")),
            ]
        }
        return sheet
    }

    private func visit(
        _ line: ComparedLine, _ benchmark: Benchmark?, _ survey: ComparisonSurvey, _ add: ([Entry]) throws -> Void
    ) throws {
        let head: [Entry] = [.text(line.code), .text(line.label[language]), .text(line.unit)]
        let table = ComparedTable(
            line, grid: grid, breaks: breaks, options: options, isForPeople: false, language: language)
        let unusual = survey.hasUnusual ? UnusualCells(line, grid.years) : nil
        try table.visit { row in
            var cells = head + [.text(row.county), .text(row.name)] + row.values
            if !survey.successions.isEmpty { cells.append(.text(row.grade)) }
            if survey.hasCorrections { cells.append(.list(row.corrected)) }
            if !subjects.measures.isEmpty { cells.append(.list(row.few)) }
            if let benchmark { cells += benchmark.entries(row.place, line.scale, isForPeople: false) }
            if let unusual { cells.append(.list(row.row.map(unusual.years) ?? [])) }
            if let codes { cells += codes.entries(row.place) }
            if survey.approximate > 0 { cells.append(.list(row.approximate)) }
            if options.hasTotal { cells += [row.roster, .list(row.bounds)] }
            try add(cells)
        }
    }

    /// For people: a table for each indicator that some report tells of, and for one where none does.
    func visitSections(
        _ body: (_ head: Sheet, _ rows: Rows, _ footnotes: [Phrase]) throws -> Void
    ) throws -> [Phrase] {
        // Each waits until another comes, so that the last can bear what is said of all.
        var waiting: (line: ComparedLine, benchmark: Benchmark?)?
        var untold: [Phrase] = []
        try visitLines { line, benchmark in
            if isToldElsewhere(line) { return }
            guard let earlier = waiting else { return waiting = (line, benchmark) }
            if line.isUntold { return untold.append(line.label) }
            waiting = (line, benchmark)
            if earlier.line.isUntold { return untold.insert(earlier.line.label, at: 0) }
            try visit(earlier.line, earlier.benchmark, remarks: [], body)
        }
        if let waiting {
            let remarks = otherBodies + omissions + Self.remark(untold: untold)
            try visit(waiting.line, waiting.benchmark, remarks: remarks, body)
        }
        return []
    }

    /// Whether an indicator of another form has nothing but the figures of those that took its place, and these have
    /// tables of their own.
    private func isToldElsewhere(_ line: ComparedLine) -> Bool {
        let told = line.cells.joined().filter { $0.amount != nil }
        guard let id = breaks.indicators.id(of: line.code), !told.isEmpty else { return false }
        return told.allSatisfy { cell in
            guard let place = cell.succession, breaks.sides.indices.contains(place) else { return false }
            let others = breaks.sides[place].counterpart(of: id) ?? []
            return !others.isEmpty && others.allSatisfy(subjects.indicators.contains)
        }
    }

    private func visit(
        _ line: ComparedLine, _ benchmark: Benchmark?, remarks: [Phrase],
        _ body: (_ head: Sheet, _ rows: Rows, _ footnotes: [Phrase]) throws -> Void
    ) throws {
        let showsCounty = Set(grid.townships.map(\.county)).count > 1
        let table = ComparedTable(
            line, grid: grid, breaks: breaks, options: options, isForPeople: true, language: language)
        var footnotes = table.footnotes
        if let benchmark { footnotes += benchmark.footnotes(line, shown: table.places) }
        footnotes += UnusualCells(line, grid.years).footnotes(line, grid)
        let head = section(line, benchmark, showsCounty: showsCounty)
        let dropped = head.columns.indices.filter { isDropped(head.columns[$0], line) }
        try body(
            narrowed(head, without: dropped, line),
            { add in
                try table.visit { row in
                    var cells: [Entry] = (showsCounty ? [.text(row.county)] : []) + [.text(row.name)] + row.values
                    if let benchmark { cells += benchmark.entries(row.place, line.scale, isForPeople: true) }
                    if options.hasCharts { cells.append(.text(row.chart)) }
                    for place in dropped.reversed() { cells.remove(at: place) }
                    try add(cells)
                }
            }, footnotes + remarks)
    }

    /// Which lines have no table, as no report tells anything of them.
    private static func remark(untold labels: [Phrase]) -> [Phrase] {
        guard !labels.isEmpty else { return [] }
        let chinese = labels.map(\.zh).joined(separator: "、")
        let english = labels.map(\.en).joined(separator: "; ")
        return [Phrase(zh: "各份年报都未提及：\(chinese)", en: "told in none of these reports: \(english)")]
    }

    private func section(_ line: ComparedLine, _ benchmark: Benchmark?, showsCounty: Bool) -> Sheet {
        func title(_ language: Language) -> String { "\(line.label[language]) (\(line.unit))  \(line.code)" }
        var sheet = Sheet(
            title: Phrase(zh: title(.chinese), en: title(.english)),
            columns: (showsCounty ? [Columns.county] : []) + [Columns.township] + valueColumns)
        sheet.name = line.label
        if let benchmark { sheet.columns += Benchmark.columns(isForPeople: true, year: benchmark.year) }
        if options.hasCharts { sheet.columns.append(Column("chart", Phrase(zh: "走势", en: "chart"), isSpare: true)) }
        return sheet
    }

    /// One year has no change; that of percentages is told in points, and in nothing else.
    private func isDropped(_ column: Column, _ line: ComparedLine) -> Bool {
        switch column.key {
        case "change": grid.years.count == 1
        case "percent": grid.years.count == 1 || line.isRate
        default: false
        }
    }

    private func narrowed(_ sheet: Sheet, without dropped: [Int], _ line: ComparedLine) -> Sheet {
        var sheet = sheet
        for place in dropped.reversed() { sheet.columns.remove(at: place) }
        guard line.isRate, let change = sheet.columns.firstIndex(where: { $0.key == "change" }) else { return sheet }
        sheet.columns[change].title = Phrase(
            zh: "增减（\(line.points.short.zh)）", en: "change (\(line.points.short.en))")
        return sheet
    }

    /// Who stands among the townships and is none.
    private var otherBodies: [Phrase] {
        let names = zip(grid.townships, grid.isTownship).filter { !$1 }.map { grid.name($0.0) }
        guard !names.isEmpty, options.hasTotal || options.isRanked || options.benchmark != nil else { return [] }
        return [
            Phrase(
                zh: "不是乡镇，不计入合计、名次和四分位数：\(names.joined(separator: "、"))",
                en: "no townships, left out of totals, places and quartiles: \(names.joined(separator: ", "))")
        ]
    }

    private var omissions: [Phrase] {
        obstacles.map { obstacle in
            let text = obstacle.explanation
            return Phrase(zh: "未列：\(text.zh)", en: "left out: \(text.en)")
        }
    }

    /// That changes are not between the years that were asked for, since there are no reports of these.
    private var shiftedEnds: [Phrase] {
        guard let ends = grid.ends, ends.first > 0 || ends.last < grid.years.count - 1 else { return [] }
        let (first, last) = (grid.years[ends.first], grid.years[ends.last])
        return [
            Phrase(
                zh: "增减按有年报的\(first)年至\(last)年计算",
                en: "changes are from \(first) to \(last), which there are reports of")
        ]
    }

    private var valueColumns: [Column] {
        grid.years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)"), .number) } + [
            Column("change", Phrase(zh: "增减", en: "change"), .number),
            Column("percent", Phrase(zh: "增减%", en: "percent"), .number),
        ] + (options.isRanked ? [Column("rank", Phrase(zh: "名次", en: "rank"), .number)] : [])
    }
}
