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
    package static func between(_ old: ReportSummary, _ new: StoredReport, _ archive: Archive) throws -> [LapsedEntry] {
        let revision = new.summary.revision
        let entries = try archive.corrections()[old.id] ?? [:]
        let lapsed = entries.sorted { $0.key < $1.key }.filter { indicator, entry in
            let told = new.report.figure(indicator)?.reading.amount
            return new.corrections[indicator] == nil && (told?.value != entry.value || told?.qualifier != nil)
        }
        let waivers = try archive.waivers()
        let kept = Set((waivers[new.summary.id] ?? []).map(\.rule))
        return lapsed.map { .correction(archive.indicators[$0.key].code, revision: revision) }
            + (waivers[old.id] ?? []).filter { !kept.contains($0.rule) }.map { .waiver($0.rule, revision: revision) }
    }
}
