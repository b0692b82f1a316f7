import Catalogue
import Reports
import Storage

/// Which pattern of the catalogue claimed each figure that a report's sentences tell.
package enum ClaimingPatterns {
    /// By the indicator's code, the pattern's name. Of a figure that today's catalogue would read elsewhere, nothing.
    package static func of(
        _ report: StoredReport, indicators: [Indicator], transcript: [UInt8], codebook: Codebook
    ) throws(CatalogueError) -> [String: String] {
        let reader = NarrativeReader(patterns: try codebook.loadNarrative(), indicators: codebook.places)
        let claims = reader.read(lines: transcript, year: report.summary.year).claims
        var patterns: [String: String] = [:]
        for figure in report.report.figures {
            let code = indicators[figure.indicator].code
            let claim = claims.first {
                codebook.indicators[$0.indicator].code == code && $0.range.lowerBound <= figure.range.lowerBound
                    && figure.range.upperBound <= $0.range.upperBound
            }
            patterns[code] = claim?.pattern
        }
        return patterns
    }
}
