import Catalogue
import Storage
import Values

/// A correction or a waiver of staff that counts no longer, or counts again, now that another revision does.
package struct EntryChange {
    package enum Fate {
        /// The revision that counts does not have it.
        case lapsed
        /// The revision that counts has it, and the one before did not.
        case revived
    }

    private enum Entry {
        case correction(String)
        case waiver(String)
    }

    private let entry: Entry
    private let fate: Fate
    private let revision: Int

    package static func correction(_ code: String, _ fate: Fate, revision: Int) -> EntryChange {
        EntryChange(entry: .correction(code), fate: fate, revision: revision)
    }

    package static func waiver(_ rule: String, _ fate: Fate, revision: Int) -> EntryChange {
        EntryChange(entry: .waiver(rule), fate: fate, revision: revision)
    }

    /// - Parameters:
    ///   - corrections: the codes of their indicators.
    ///   - waivers: their rules.
    ///   - revision: the one that counts, as the user knows it.
    package static func all(
        _ fate: Fate, corrections: [String], waivers: [String], revision: Int
    ) -> [EntryChange] {
        corrections.map { .correction($0, fate, revision: revision) }
            + waivers.map { .waiver($0, fate, revision: revision) }
    }

    package var explanation: Phrase {
        let (kind, name, command) =
            switch entry {
            case .correction(let code): (Phrase(zh: "更正", en: "correction"), code, "correct")
            case .waiver(let rule): (Phrase(zh: "豁免", en: "waiver"), rule, "waive")
            }
        return switch fate {
        case .lapsed:
            Phrase(
                zh: "\(kind.zh) \(name) 不再有效，第 \(revision) 版没有这条\(kind.zh)；"
                    + "仍要的请用 nianbao \(command) 再\(kind.zh)",
                en: "the \(kind.en) of \(name) no longer counts, since revision \(revision) does not have it; if it is "
                    + "still wanted, enter it again with nianbao \(command)")
        case .revived:
            Phrase(
                zh: "\(kind.zh) \(name) 重新有效，第 \(revision) 版有这条\(kind.zh)；不要的请用 nianbao un\(command) 撤销",
                en: "the \(kind.en) of \(name) counts again, since revision \(revision) has it; if it is not wanted, "
                    + "take it back with nianbao un\(command)")
        }
    }
}

extension EntryChange {
    /// What of a report's entries the one that counts in its place does not have, though it does not say the same.
    package static func lapsed(since old: ReportSummary, _ archive: Archive) throws -> [EntryChange] {
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
        return all(
            .lapsed, corrections: lapsed.map { archive.indicators[$0.0].code },
            waivers: waived.subtracting(kept).sorted(), revision: current.revision)
    }
}
