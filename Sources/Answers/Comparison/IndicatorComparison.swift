import Catalogue
import Output
import Reports
import Storage
import Values

/// Indicators over townships and years, with the change from the first year to the last.
package struct IndicatorComparison {
    private let grid: ComparisonGrid
    private let lines: [ComparedLine]
    private let breaks: EditionBreaks
    private let options: ComparisonOptions
    private let language: Language

    /// - Parameters:
    ///   - indicators: those compared, of the archive's list.
    ///   - filter: which reports; its years, if any, are shown even where nothing was reported.
    package init(
        _ archive: Archive, indicators: [Indicator.ID], filter: Filter,
        options: ComparisonOptions = ComparisonOptions(), successions: [Succession], language: Language
    ) throws {
        self.options = options
        self.language = language
        breaks = EditionBreaks(successions, indicators: archive.indicators, acrossEditions: options.acrossEditions)
        let asked = indicators + (options.divisor.map { [$0] } ?? [])
        grid = try ComparisonGrid(archive, breaks.indicators(for: asked), filter: filter)
        try breaks.check(asked, in: grid)
        let (grid, breaks) = (grid, breaks)
        let divisor = options.divisor.map { ComparedLine($0, in: grid, breaks) }
        lines = indicators.map { indicator in
            let line = ComparedLine(indicator, in: grid, breaks)
            return divisor.map { ComparedLine(line, per: $0) } ?? line
        }
    }

    /// For programs: one row for each indicator and township, with a column for each year.
    package var rows: Sheet {
        let crossing = crossedSuccessions
        let hasCorrections = lines.contains { $0.cells.joined().contains(where: \.isCorrected) }
        var sheet = Sheet(
            columns: [Columns.indicator, Columns.label, Columns.unit, Columns.county, Columns.township] + valueColumns
                + (crossing.isEmpty ? [] : [Column("break", Phrase(zh: "口径变化", en: "break"))])
                + (hasCorrections ? [CorrectionColumns.years] : []))
        for line in lines {
            let head: [Entry] = [.text(line.code), .text(line.label[language]), .text(line.unit)]
            let table = ComparedTable(line, grid: grid, breaks: breaks, options: options, language: language)
            for row in table.rows {
                let grade: [Entry] = crossing.isEmpty ? [] : [.text(row.grade)]
                sheet.rows.append(
                    head + [.text(row.county), .text(row.name)] + row.values + grade
                        + (hasCorrections ? [.list(row.corrected)] : []))
            }
        }
        return sheet
    }

    /// For people: a table for each indicator.
    package var sections: [Sheet] {
        let showsCounty = Set(grid.townships.map(\.county)).count > 1
        return lines.map { line in
            func title(_ language: Language) -> String { "\(line.label[language]) (\(line.unit))  \(line.code)" }
            let table = ComparedTable(line, grid: grid, breaks: breaks, options: options, language: language)
            var sheet = Sheet(
                title: Phrase(zh: title(.chinese), en: title(.english)),
                columns: (showsCounty ? [Columns.county] : []) + [Columns.township] + valueColumns)
            if options.hasCharts { sheet.columns.append(Column("chart", Phrase(zh: "走势", en: "chart"))) }
            for row in table.rows {
                let name: [Entry] = (showsCounty ? [.text(row.county)] : []) + [.text(row.name)]
                sheet.rows.append(name + row.values + (options.hasCharts ? [.text(row.chart)] : []))
            }
            sheet.footnotes = table.footnotes
            return sheet
        }
    }

    /// What plain columns of numbers cannot say.
    package var warnings: [Phrase] {
        let approximate = lines.flatMap { $0.cells.joined() }.count { cell in
            if case .known(let amount, false) = cell.content { amount.qualifier != nil } else { false }
        }
        let breaks = crossedSuccessions.map { self.breaks.footnote($0) }
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
