import Catalogue
import Documents
import GRDB
import Reports

/// One figure as an export tells it, with the place it was read from.
package struct ExportedFigure: Sendable, Equatable {
    package let figure: StatedFigure
    package let edition: String
    /// The path of the document as it was imported.
    package let path: String
    /// The line of the transcript that the figure stands in, from 1.
    package let line: Int
}

extension Archive {
    /// Hands over the figures of some indicators in every report that the filter admits, by county, township, year and
    /// indicator, of one state of the archive from first to last. `body` may ask the archive other questions; when it
    /// throws, so does this.
    package func figures(
        _ indicators: [Indicator.ID], _ filter: Filter = Filter(), _ body: (ExportedFigure) throws -> Void
    ) throws {
        try reading { db in
            let selection = try Selection(filter, db)
            let corrections = try Corrections(db, asOf: filter.asOf)
            try ReportWalk(self, indicators: indicators, db).visit(selection.entries) { stop in
                if stop.figures.isEmpty { return }
                let lines = LineNumbers(stop.text)
                for figure in stop.figures {
                    let stated = StatedFigure(
                        report: stop.entry.report, place: selection.places[stop.entry.place], year: stop.entry.year,
                        indicator: figure.indicator, reading: figure.reading,
                        corrected: corrections[indicatorRows[figure.indicator], stop.entry.report],
                        recognition: figure.recognition)
                    try body(
                        ExportedFigure(
                            figure: stated, edition: stop.edition, path: stop.path,
                            line: lines.line(at: figure.range.lowerBound)))
                }
            }
        }
    }
}
