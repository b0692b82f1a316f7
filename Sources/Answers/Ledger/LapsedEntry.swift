import Catalogue
import Storage
import Values

/// What staff entered for the revision that counted before, and the one that counts now does not have.
package enum LapsedEntry {
    case correction(String, revision: Int)
    case waiver(String, revision: Int)

    package var explanation: Phrase {
        switch self {
        case .correction(let code, let revision):
            Phrase(
                zh: "更正 \(code) 不再有效，第 \(revision) 版没有这条更正；仍要的请用 nianbao correct 再更正",
                en: "the correction of \(code) no longer counts, since revision \(revision) does not have it; if it is "
                    + "still wanted, enter it again with nianbao correct")
        case .waiver(let rule, let revision):
            Phrase(
                zh: "豁免 \(rule) 不再有效，第 \(revision) 版没有这条豁免；仍要的请用 nianbao waive 再豁免",
                en: "the waiver of \(rule) no longer counts, since revision \(revision) does not have it; if it is "
                    + "still wanted, enter it again with nianbao waive")
        }
    }
}

extension LapsedEntry {
    /// What of a report's entries the one that counts in its place does not have, though it does not say the same.
    package static func since(_ old: ReportSummary, _ archive: Archive) throws -> [LapsedEntry] {
        let (corrections, waived) = try archive.entries(of: old.id)
        // Of most reports nobody entered anything.
        guard !corrections.isEmpty || !waived.isEmpty else { return [] }
        let place = old.place
        // A name may also be one that another township bore.
        let current = try archive.reports(
            Filter(counties: [place.county], townships: [place.township], years: [old.year])
        ).first { $0.place == place }
        guard let current else { return [] }
        let new = try archive.report(current)
        let entries = corrections.compactMap { code, value in archive.indicators.id(of: code).map { ($0, value) } }
        let lapsed = entries.sorted { $0.0 < $1.0 }.filter { indicator, value in
            let told = new.report.figure(indicator)?.reading.amount
            return new.corrections[indicator] == nil && (told?.value != value || told?.qualifier != nil)
        }
        let kept = try archive.entries(of: current.id).waivedRules
        return lapsed.map { .correction(archive.indicators[$0.0].code, revision: current.revision) }
            + waived.subtracting(kept).sorted().map { .waiver($0, revision: current.revision) }
    }
}
