import Catalogue
import Output
import Reports
import Storage
import Values

/// Indicators over townships and years, with the change from the first year to the last.
package struct IndicatorComparison {
    private let grid: ComparisonGrid
    private let lines: [ComparedLine]
    /// Of each line, where one is asked for.
    private let benchmarks: [Benchmark]
    private let breaks: EditionBreaks
    private let options: ComparisonOptions
    private let language: Language
    /// What was asked for and is left out, as its years cannot be compared.
    private let obstacles: [IncomparableEditions]
    private let codes: DivisionCodes?

    /// - Parameters:
    ///   - indicators: those compared, of the archive's list.
    ///   - measures: those compared, behind the indicators.
    ///   - filter: which reports; its years, if any, are shown even where nothing was reported.
    ///   - codes: of counties and townships, for programs, in the last columns.
    ///
    /// Throws `IncomparableEditions` where nothing that was asked for can be compared.
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
        let asked = indicators + (options.divisor.map { [$0] } ?? [])
        grid = try ComparisonGrid(archive, breaks.indicators(for: asked), filter: filter)
        let (grid, breaks) = (grid, breaks)
        if let divisor = options.divisor, let obstacle = breaks.obstacle(divisor, in: grid) { throw obstacle }
        let found = indicators.compactMap { breaks.obstacle($0, in: grid) }
        if measures.isEmpty, found.count == indicators.count, let obstacle = found.first { throw obstacle }
        obstacles = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        let indicators = indicators.filter { breaks.obstacle($0, in: grid) == nil }
        let subjects = Subjects(indicators: indicators, divisor: options.divisor, measures: measures)
        lines = try subjects.lines(archive, grid, filter, breaks)
        guard let group = options.benchmark, let year = grid.lastReported else {
            benchmarks = []
            return
        }
        let (wide, members) = try group.population(of: archive, shown: grid.townships, filter: filter)
        var population = wide
        population.years = [year - 1, year]
        let all = try ComparisonGrid(archive, breaks.indicators(for: asked), filter: population)
        benchmarks = try subjects.lines(archive, all, population, breaks).map {
            Benchmark($0, grid: all, year: year, group: group, members: members)
        }
    }

    /// What is compared, in its order.
    private struct Subjects {
        let indicators: [Indicator.ID]
        let divisor: Indicator.ID?
        let measures: [Measure]

        func lines(
            _ archive: Archive, _ grid: ComparisonGrid, _ filter: Filter, _ breaks: EditionBreaks
        ) throws -> [ComparedLine] {
            let divisor = divisor.map { ComparedLine($0, in: grid, breaks) }
            let lines = indicators.map { indicator in
                let line = ComparedLine(indicator, in: grid, breaks)
                return divisor.map { ComparedLine(line, per: $0) } ?? line
            }
            guard !measures.isEmpty else { return lines }
            let operands = try MeasureOperands(archive, measures, grid: grid, filter: filter)
            return lines + measures.map { ComparedLine($0, of: operands, breaks) }
        }
    }

    /// For programs: one row for each indicator and township, with a column for each year.
    package var rows: Sheet {
        let crossing = crossedSuccessions
        let hasCorrections = lines.contains { $0.cells.joined().contains(where: \.isCorrected) }
        var sheet = Sheet(
            columns: [Columns.indicator, Columns.label, Columns.unit, Columns.county, Columns.township] + valueColumns
                + (crossing.isEmpty ? [] : [Column("break", Phrase(zh: "口径变化", en: "break"))]))
        if hasCorrections { sheet.columns.append(CorrectionColumns.years) }
        let hasMeasures = lines.contains { $0.measure != nil }
        if hasMeasures { sheet.columns.append(Column("few", Phrase(zh: "分母不足10的年份", en: "over few cases"))) }
        if codes != nil { sheet.columns += DivisionCodes.columns }
        if let benchmark = benchmarks.first {
            sheet.columns += Benchmark.columns(isForPeople: false, year: benchmark.year)
        }
        let unusual = lines.map { UnusualCells($0, grid.years) }
        let hasUnusual = unusual.contains { !$0.isEmpty }
        if hasUnusual { sheet.columns.append(Column("unusual", Phrase(zh: "异常年份", en: "unusual years"))) }
        for (number, line) in lines.enumerated() {
            let head: [Entry] = [.text(line.code), .text(line.label[language]), .text(line.unit)]
            let table = ComparedTable(
                line, grid: grid, breaks: breaks, options: options, isForPeople: false, language: language)
            for row in table.rows {
                let grade: [Entry] = crossing.isEmpty ? [] : [.text(row.grade)]
                var cells = head + [.text(row.county), .text(row.name)] + row.values + grade
                if hasCorrections { cells.append(.list(row.corrected)) }
                if hasMeasures { cells.append(.list(row.few)) }
                if !benchmarks.isEmpty {
                    cells += benchmarks[number].entries(row.place, line.scale, isForPeople: false)
                }
                if hasUnusual { cells.append(.list(row.place.map { unusual[number].years(of: $0, in: grid) } ?? [])) }
                if let codes { cells += codes.entries(row.place) }
                sheet.rows.append(cells)
            }
        }
        return sheet
    }

    /// For people: a table for each indicator.
    package var sections: [Sheet] {
        let showsCounty = Set(grid.townships.map(\.county)).count > 1
        var sections = lines.enumerated().map { number, line in
            func title(_ language: Language) -> String { "\(line.label[language]) (\(line.unit))  \(line.code)" }
            let table = ComparedTable(
                line, grid: grid, breaks: breaks, options: options, isForPeople: true, language: language)
            var sheet = Sheet(
                title: Phrase(zh: title(.chinese), en: title(.english)),
                columns: (showsCounty ? [Columns.county] : []) + [Columns.township] + valueColumns)
            sheet.name = line.label
            let benchmark = benchmarks.isEmpty ? nil : benchmarks[number]
            if let benchmark { sheet.columns += Benchmark.columns(isForPeople: true, year: benchmark.year) }
            if options.hasCharts { sheet.columns.append(Column("chart", Phrase(zh: "走势", en: "chart"))) }
            for row in table.rows {
                let name: [Entry] = (showsCounty ? [.text(row.county)] : []) + [.text(row.name)]
                let places = benchmark?.entries(row.place, line.scale, isForPeople: true) ?? []
                sheet.rows.append(name + row.values + places + (options.hasCharts ? [.text(row.chart)] : []))
            }
            sheet.footnotes =
                table.footnotes + (benchmark?.footnotes(line, shown: table.rows.compactMap(\.place)) ?? [])
                + UnusualCells(line, grid.years).footnotes(line, grid)
            return line.isRate ? inPoints(sheet) : sheet
        }
        if !sections.isEmpty { sections[sections.count - 1].footnotes += omissions }
        return sections
    }

    /// A change of percentages is told in points, and in nothing else.
    private func inPoints(_ sheet: Sheet) -> Sheet {
        var sheet = sheet
        guard let percent = sheet.columns.firstIndex(where: { $0.key == "percent" }) else { return sheet }
        sheet.columns.remove(at: percent)
        for row in sheet.rows.indices where percent < sheet.rows[row].count { sheet.rows[row].remove(at: percent) }
        sheet.columns[percent - 1].title = Phrase(zh: "增减（百分点）", en: "change (points)")
        return sheet
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

    /// What plain columns of numbers cannot say.
    package var warnings: [Phrase] {
        let approximate = lines.flatMap { $0.cells.joined() }.count { cell in
            if case .known(let amount, false) = cell.content {
                amount.qualifier != nil && cell.sides == nil
            } else {
                false
            }
        }
        let breaks =
            crossedSuccessions.map { self.breaks.footnote($0) } + recognised + rounded + omissions
            + shiftedEnds
        guard approximate > 0 else { return breaks }
        return [
            Phrase(
                zh: "其中 \(approximate) 个数字在原文中是概数（余、约、近），概数标记见 export 的 qualifier 列",
                en:
                    """
                    \(approximate) of these figures are approximate in their sources; the column qualifier of export \
                    says which
                    """
            )
        ] + breaks
    }

    /// Measures over money that is written rounded, whose columns have no room for their bounds.
    private var rounded: [Phrase] {
        let count = lines.flatMap { $0.cells.joined() }.count { $0.sides != nil && $0.amount?.qualifier != nil }
        guard count > 0 else { return [] }
        return [
            Phrase(
                zh: "其中 \(count) 个数按写到万元、百元等的金额计算，所在的区间见 export --measures 的 lower、upper 列",
                en: "\(count) of these values are made of money that is written rounded; export --measures tells their "
                    + "bounds in the columns lower and upper")
        ]
    }

    /// Figures from pictures that nothing proves.
    private var recognised: [Phrase] {
        let count = lines.flatMap { $0.cells.joined() }.count(where: \.isUnprovedRecognition)
        guard count > 0 else { return [] }
        return [
            Phrase(
                zh: "其中 \(count) 个数字从图片识别，没有合计可以核定，请对照图片核对（export 的 source 列注有 OCR?）",
                en: "\(count) of these figures were recognised from pictures and are not proved by sums; compare them "
                    + "with the pictures (OCR? in the column source of export)")
        ]
    }

    private var crossedSuccessions: [Int] {
        Set(lines.flatMap { $0.cells.joined() }.compactMap(\.succession)).sorted()
    }

    private var valueColumns: [Column] {
        grid.years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)"), .number) } + [
            Column("change", Phrase(zh: "增减", en: "change"), .number),
            Column("percent", Phrase(zh: "增减%", en: "percent"), .number),
        ] + (options.isRanked ? [Column("rank", Phrase(zh: "名次", en: "rank"), .number)] : [])
    }
}
