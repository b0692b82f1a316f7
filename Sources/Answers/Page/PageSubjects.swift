import Catalogue
import Storage

/// What a page is about: indicators of the archive's list, and measures.
package struct PageSubjects {
    package var indicators: [Indicator.ID]
    package var measures: [Measure]

    package init(indicators: [Indicator.ID], measures: [Measure]) {
        self.indicators = indicators
        self.measures = measures
    }

    /// What a page shows where nothing else was asked for.
    package static func usual(_ archive: Archive) throws -> PageSubjects {
        let known = try archive.measures()
        return PageSubjects(
            indicators: archive.indicators.indices.filter { indicatorCodes.contains(archive.indicators[$0].code) },
            measures: measureCodes.compactMap { known.measure($0) })
    }

    private static let indicatorCodes = [
        "requests.received.total", "disclosed.total", "hotline_12345.received", "hotline_12345.satisfaction_rate",
        "supervision_710.items", "subsistence_allowance.amount", "temporary_relief.amount",
    ]
    private static let measureCodes = ["rates.disclosure", "rates.disputes"]

    /// One line each: measures behind the first indicator, which stands for the county in the headline.
    func lines(_ operands: MeasureOperands, _ breaks: EditionBreaks) -> [ComparedLine] {
        let lines = indicators.map { ComparedLine($0, in: operands.grid, breaks) }
        let measured = measures.map { ComparedLine($0, of: operands, breaks) }
        return Array(lines.prefix(1)) + measured + Array(lines.dropFirst())
    }
}
