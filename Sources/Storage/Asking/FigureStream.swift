import Catalogue
import Documents
import GRDB
import Reports
import Values

/// One figure as an export tells it, with the place it was read from.
package struct ExportedFigure: Sendable, Equatable {
    package let figure: StatedFigure
    package let edition: String
    /// The path of the document as it was imported.
    package let path: String
    /// The line of the transcript that the figure stands in, from 1; nil of one that staff entered.
    package let line: Int?
}

extension Archive {
    /// Those of some indicators that a report has a figure of which the filter admits.
    package func told(among indicators: [Indicator.ID], _ filter: Filter) throws -> Set<Indicator.ID> {
        try reading { db in
            // Of a few reports each is looked into; of a whole archive the first figure is of one that is admitted.
            let condition = try Condition(filter, db).sql
            let isOfFew = !filter.counties.isEmpty || !filter.townships.isEmpty || !filter.years.isEmpty
            let one = try HotStatement(
                db,
                isOfFew
                    ? """
                    SELECT 1 FROM report WHERE \(condition) AND EXISTS (
                        SELECT 1 FROM figure WHERE indicator_id = ?1 AND report_id = report.id)
                    LIMIT 1
                    """
                    : """
                    SELECT 1 FROM figure WHERE indicator_id = ?1 AND EXISTS (
                        SELECT 1 FROM report WHERE id = figure.report_id AND \(condition))
                    LIMIT 1
                    """)
            return Set(
                try indicators.filter { indicator in
                    one.bind(indicatorRows[indicator], at: 1)
                    defer { one.reset() }
                    return try one.step()
                })
        }
    }

    /// Hands over the figures of some indicators in every report that the filter admits, by county, township, year and
    /// indicator, of one state of the archive from first to last. `body` may ask the archive other questions; when it
    /// throws, so does this.
    package func figures(
        _ indicators: [Indicator.ID], _ filter: Filter = Filter(), _ body: (ExportedFigure) throws -> Void
    ) throws {
        try reading { db in
            let selection = try Selection(filter, db)
            let corrections = try Corrections(db, asOf: filter.asOf)
            let asked = Set(indicators)
            try ReportWalk(self, indicators: indicators, db).visit(selection.entries) { stop in
                let corrected = values(corrections, of: stop.entry.report).filter { asked.contains($0.key) }
                if stop.figures.isEmpty, corrected.isEmpty { return }
                let lines = LineNumbers(stop.text)
                func hand(
                    over indicator: Indicator.ID, _ reading: Reading?, _ recognition: Recognition?, line: Int?
                ) throws {
                    let stated = StatedFigure(
                        report: stop.entry.report, place: selection.places[stop.entry.place], year: stop.entry.year,
                        indicator: indicator, reading: reading, corrected: corrected[indicator],
                        recognition: recognition)
                    try body(ExportedFigure(figure: stated, edition: stop.edition, path: stop.path, line: line))
                }
                for figure in stop.figures {
                    try hand(
                        over: figure.indicator, figure.reading, figure.recognition,
                        line: lines.line(at: figure.range.lowerBound))
                }
                if corrected.isEmpty { return }
                let told = Set(stop.figures.map(\.indicator))
                for indicator in corrected.keys.sorted() where !told.contains(indicator) {
                    try hand(over: indicator, nil, nil, line: nil)
                }
            }
        }
    }
}
