import Catalogue
import Reports
import Storage
import Values

/// Which roles made a number an indicator's figure, and which kept others from being it.
package struct DecidingRoles {
    package struct Reasons {
        /// In words; nil where no sentence tells a figure.
        package var deciding: Phrase?
        /// Numbers that came close, each with the one condition that it failed.
        package var ruledOut: [Phrase]
    }

    private static let most = 5

    private let codebook: Codebook
    private let wording: RoleWording
    private let reading: NarrativeReading
    private let figures: [Figure]
    private let indicators: IndicatorList
    private let transcript: [UInt8]

    /// Reads the report's sentences again, as the archive keeps what was decided, not why.
    package init(
        _ report: StoredReport, indicators: IndicatorList, transcript: [UInt8], codebook: Codebook
    ) throws(CatalogueError) {
        let catalogue = try codebook.loadNarrative()
        let reader = NarrativeReader(catalogue, indicators: codebook.indicators.ids)
        self.codebook = codebook
        self.indicators = indicators
        self.transcript = transcript
        wording = RoleWording(reader, catalogue)
        reading = reader.read(lines: transcript, year: report.summary.year)
        figures = report.report.figures
    }

    /// - Parameter indicator: of the archive's list. Of a figure that today's catalogue would read elsewhere no roles
    ///   are told.
    package func reasons(_ indicator: Indicator.ID) -> Reasons {
        let code = indicators[indicator].code
        let figure = figures.first { $0.indicator == indicator }
        let claim = reading.claims.first { claim in
            guard let figure, codebook.indicators[claim.indicator].code == code else { return false }
            return claim.range.lowerBound <= figure.range.lowerBound
                && figure.range.upperBound <= claim.range.upperBound
        }
        return Reasons(deciding: claim.map(wording.reason), ruledOut: Array(ruledOut(code).prefix(Self.most)))
    }

    /// A number of another unit is another thing, and not told.
    private func ruledOut(_ code: String) -> [Phrase] {
        reading.quantities.compactMap { quantity in
            let refusals = wording.refusals(of: quantity.roles, for: code)
            guard refusals.count == 1, let refusal = refusals.first, refusal.role != .unit else { return nil }
            let number = String(decoding: transcript[quantity.range], as: UTF8.self)
            return Phrase(
                zh: "\(number)（\(refusal.role.label.zh)是\(refusal.found.zh)，不是\(refusal.allowed.zh)）",
                en: "\(number) (\(refusal.role.label.en) is \(refusal.found.en), not \(refusal.allowed.en))")
        }
    }
}
