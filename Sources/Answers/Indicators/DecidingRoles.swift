import Values
import Catalogue
import Values
import Reports
import Storage
import Values

/// Which roles made each number of a report's sentences a figure.
package enum DecidingRoles {
    /// By the indicator's code, in words. Of a figure that today's catalogue would read elsewhere, nothing.
    package static func of(
        _ report: StoredReport, indicators: [Indicator], transcript: [UInt8], codebook: Codebook
    ) throws(CatalogueError) -> [String: Phrase] {
        let catalogue = try codebook.loadNarrative()
        let reader = NarrativeReader(catalogue, indicators: codebook.places)
        let wording = RoleWording(reader, catalogue)
        let claims = reader.read(lines: transcript, year: report.summary.year).claims
        var roles: [String: Phrase] = [:]
        for figure in report.report.figures {
            let code = indicators[figure.indicator].code
            let claim = claims.first {
                codebook.indicators[$0.indicator].code == code && $0.range.lowerBound <= figure.range.lowerBound
                    && figure.range.upperBound <= $0.range.upperBound
            }
            roles[code] = claim.map(wording.reason)
        }
        return roles
    }
}
