import Catalogue
import GRDB
import Reports
import Values

/// One figure and whose it is.
package struct StatedFigure: Sendable, Equatable {
    package let report: Int64
    package let place: Place
    package let year: Int
    package let indicator: Indicator.ID
    /// Nil where the report does not mention it, and staff entered it.
    package let reading: Reading?
    /// What staff put in place of the document's value, in the indicator's smallest unit.
    package let corrected: Int64?
    /// How it was recognised; nil of a figure that was there as text.
    package var recognition: Recognition?
}

extension Archive {
    /// The figures of some indicators over all reports that the filter admits: by indicator, county, township, year.
    package func comparison(_ indicators: [Indicator.ID], _ filter: Filter = Filter()) throws -> [StatedFigure] {
        try reading { db in
            let selection = try Selection(filter, db)
            let corrections = try Corrections(db, asOf: filter.asOf)
            let recognitions = try Recognitions(db, ofIndicators: indicators.map { indicatorRows[$0] })
            let scan = try FigureScan(db)
            // The scan wants the reports by their ids.
            let order = selection.entries.indices.sorted { selection.entries[$0].report < selection.entries[$1].report }
            let reports = order.map { selection.entries[$0].report }
            var result: [StatedFigure] = []
            for indicator in indicators {
                var readings = [Reading?](repeating: nil, count: reports.count)
                try scan.scan(indicator: indicatorRows[indicator], reports: reports) { index, row in
                    readings[order[index]] = try reading(row)
                }
                for (entry, reading) in zip(selection.entries, readings) {
                    let corrected = corrections[indicatorRows[indicator], entry.report]
                    guard reading != nil || corrected != nil else { continue }
                    result.append(
                        StatedFigure(
                            report: entry.report, place: selection.places[entry.place], year: entry.year,
                            indicator: indicator, reading: reading, corrected: corrected,
                            recognition: recognitions[indicatorRows[indicator], entry.report]))
                }
            }
            return result
        }
    }
}
