import Catalogue
import GRDB
import Reports
import Values

/// What a report says of one indicator, and what staff say.
package struct ToldFigure: Sendable, Equatable {
    /// Nil where the report does not mention it, and staff entered it.
    package let reading: Reading?
    /// What staff put in place of the document's value, in the indicator's smallest unit.
    package let corrected: Int64?
    /// How it was recognised; nil of a figure that was there as text.
    package let recognition: Recognition?

    package init(reading: Reading?, corrected: Int64? = nil, recognition: Recognition? = nil) {
        self.reading = reading
        self.corrected = corrected
        self.recognition = recognition
    }
}

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
            let reports = selection.order.map { selection.entries[$0].report }
            var result: [StatedFigure] = []
            for indicator in indicators {
                var told = [ToldFigure?](repeating: nil, count: reports.count)
                try figures([indicator], ofReports: reports, asOf: filter.asOf) { _, index, figure in
                    told[selection.order[index]] = figure
                }
                for (entry, figure) in zip(selection.entries, told) {
                    guard let figure else { continue }
                    result.append(
                        StatedFigure(
                            report: entry.report, place: selection.places[entry.place], year: entry.year,
                            indicator: indicator, reading: figure.reading, corrected: figure.corrected,
                            recognition: figure.recognition))
                }
            }
            return result
        }
    }

    /// Hands over the figures of some indicators in some reports, indicator by indicator, each with the place of its
    /// report among those given.
    ///
    /// - Parameters:
    ///   - reports: by their ids, ascending.
    ///   - moment: corrections that came later do not count.
    package func figures(
        _ indicators: [Indicator.ID], ofReports reports: [Int64], asOf moment: Moment?,
        _ body: (Indicator.ID, Int, ToldFigure) throws -> Void
    ) throws {
        try reading { db in
            let corrections = try Corrections(db, asOf: moment)
            let recognitions = try Recognitions(db, ofIndicators: indicators.map { indicatorRows[$0] })
            let scan = try FigureScan(db)
            for indicator in indicators {
                let place = indicatorRows[indicator]
                var corrected = corrections[ofIndicator: place]
                try scan.scan(indicator: place, reports: reports) { index, row in
                    let report = reports[index]
                    let value = corrected.isEmpty ? nil : corrected.removeValue(forKey: report)
                    try body(
                        indicator, index,
                        ToldFigure(
                            reading: try reading(row), corrected: value, recognition: recognitions[place, report]))
                }
                if corrected.isEmpty { continue }
                for (index, report) in reports.enumerated() {
                    guard let value = corrected[report] else { continue }
                    try body(indicator, index, ToldFigure(reading: nil, corrected: value))
                }
            }
        }
    }
}
