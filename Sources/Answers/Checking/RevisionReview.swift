import Checks
import Storage
import Values

/// What a new revision of a report changed for those who check it: findings that it closed or brought, and waivers and
/// corrections that it made needless.
package struct RevisionReview {
    private let archive: Archive
    private let check: ArchiveCheck
    private let today: String
    /// Those of users' own are not at hand when files come in: nothing is said of what they find.
    private let rules: Set<String>
    private var told = ToldByTownships()

    package init(_ archive: Archive, checker: Checker, today: String) throws {
        self.archive = archive
        // As the reports themselves have it: what staff corrected or accepted hides nothing here.
        check = try ArchiveCheck(archive, checker: checker, today: today, countsCorrections: false)
        self.today = today
        rules = Set(checker.rulebook.rules.map(\.name))
    }

    /// - Parameter revision: the number of the new one; the one that it took the place of is what it is compared with.
    package mutating func lines(_ place: Place, year: Int, revision: Int) throws -> [Phrase] {
        let new = try archive.report(
            township: place.township, county: place.county, year: year, revision: revision)
        let before = try archive.revisions(township: place.township, county: place.county, year: year)
            .last { $0.revision < revision && $0.removedAt == nil }
        guard let before else { return [] }
        return try lines(from: archive.report(before), to: new)
    }

    private mutating func lines(from old: StoredReport, to new: StoredReport) throws -> [Phrase] {
        let before = try check.findings(of: old, &told).filter { $0.severity > .note }
        let after = try check.findings(of: new, &told).filter { $0.severity > .note }
        return findings(before, after) + (try waivers(old, new, after)) + (try corrections(old, new))
            + (try revived(old, new))
    }

    /// What a revision that was returned to brings along.
    private func revived(_ old: StoredReport, _ new: StoredReport) throws -> [Phrase] {
        let (before, after) = (try archive.entries(of: old.summary.id), try archive.entries(of: new.summary.id))
        return EntryChange.all(
            .revived, corrections: after.corrections.filter { before.corrections[$0.key] != $0.value }.keys.sorted(),
            waivers: after.waivedRules.subtracting(before.waivedRules).sorted(), revision: new.summary.revision
        ).map(\.explanation)
    }

    private func findings(_ before: [Finding], _ after: [Finding]) -> [Phrase] {
        let closed = before.filter { old in !after.contains { $0.isSame(as: old) } }
        let brought = after.filter { new in !before.contains { $0.isSame(as: new) } }
        var lines = closed.map {
            Phrase(zh: "已消除 \($0.rule)：\($0.message.zh)", en: "closed \($0.rule): \($0.message.en)")
        }
        lines += brought.map { Phrase(zh: "新出现 \($0.rule)：\($0.message.zh)", en: "new \($0.rule): \($0.message.en)") }
        let left = after.filter { new in before.contains { $0.isSame(as: new) } }
        guard !left.isEmpty else { return lines }
        lines.append(Phrase(zh: "仍有 \(left.count) 处未消除", en: "\(left.count) findings are still open"))
        lines += left.map { Phrase(zh: "  \($0.rule)：\($0.message.zh)", en: "  \($0.rule): \($0.message.en)") }
        return lines
    }

    /// Those that are needless now, or that a revision which was returned to has not.
    private func waivers(_ old: StoredReport, _ new: StoredReport, _ after: [Finding]) throws -> [Phrase] {
        let all = try archive.waivers()
        let good = (all[old.summary.id] ?? []).filter { $0.isGood(on: today) }
        let kept = Set((all[new.summary.id] ?? []).map(\.rule))
        return good.compactMap { waiver in
            if rules.contains(waiver.rule), !after.contains(where: { $0.rule == waiver.rule }) {
                return Phrase(zh: "豁免 \(waiver.rule) 已不需要", en: "the waiver of \(waiver.rule) is needless now")
            }
            guard kept.contains(waiver.rule) else {
                return EntryChange.waiver(waiver.rule, .lapsed, revision: new.summary.revision).explanation
            }
            // With corrections in place, others may be found than here.
            let isWhole = after.allSatisfy { $0.rule != waiver.rule || waiver.covers($0) }
            guard new.corrections.isEmpty, !isWhole else { return nil }
            return Phrase(
                zh: "豁免 \(waiver.rule) 只管当时查出的，新出现的、数字变了的没有豁免",
                en: "the waiver of \(waiver.rule) is of what was found then; what is new or has other numbers is not "
                    + "waived")
        }
    }

    private func corrections(_ old: StoredReport, _ new: StoredReport) throws -> [Phrase] {
        let entries = try archive.corrections()[old.summary.id] ?? [:]
        return entries.sorted { $0.key < $1.key }.map { indicator, entry in
            let correction = CarriedCorrection(
                archive.indicators[indicator], entry.value, from: old.report.figure(indicator)?.reading,
                to: new.report.figure(indicator)?.reading)
            // One that was returned to has those of its own.
            if correction.isCarried, new.corrections[indicator] != entry.value {
                let code = correction.indicator.code
                return EntryChange.correction(code, .lapsed, revision: new.summary.revision).explanation
            }
            return correction.explanation
        }
    }
}
