import Catalogue
import Output
import Reports
import Storage
import Values

/// The numbers of the narrative that no indicator claimed, gathered by what is said of them, so that the catalogue can
/// grow.
package struct UnclaimedNumbers {
    private struct Group {
        var draft: DraftDefinition
        var count: Int
        var example: String
        var place: String
    }

    private let groups: [Group]
    private let words: RoleWords
    private let catalogue: NarrativeCatalogue
    private let wording: RoleWording
    private let language: Language

    package init(_ archive: Archive, filter: Filter, language: Language) throws {
        let codebook = try archive.codebook()
        catalogue = try codebook.loadNarrative()
        words = try RoleWords(archive, catalogue.vocabulary)
        wording = RoleWording(NarrativeReader(catalogue, indicators: codebook.indicators.ids), catalogue)
        self.language = language
        groups = try archive.unclaimedGroups(filter).map { group in
            Group(
                draft: DraftDefinition(group.description), count: group.count,
                example: Passage.oneLine(Passage(around: group.range, in: group.transcript).clause),
                place: "\(group.place) \(group.year)")
        }
    }

    /// The commonest first, each with lines for a file of the user's own; without them where too little is said to tell
    /// such numbers from others, or a definition takes such numbers already.
    package func sheet(top: Int) -> Sheet {
        var sheet = Sheet(columns: [
            Column("count", Phrase(zh: "次数", en: "count"), .number),
            Column("roles", Phrase(zh: "含义", en: "roles")),
            Column("example", Phrase(zh: "例", en: "example")),
            Column("place", Phrase(zh: "出处", en: "source")),
            Column("indicator", Phrase(zh: "写入 indicators 的一行", en: "line for indicators")),
            Column("definition", Phrase(zh: "写入 definitions 的一行", en: "line for definitions")),
        ])
        sheet.rows = commonest(top).map { group in
            let isDefinable = isDefinable(group.draft)
            return [
                .count(group.count), .text(label(group.draft)[language]), .text(group.example), .text(group.place),
                .text(isDefinable ? group.draft.indicatorLine(label(group.draft)) : ""),
                .text(isDefinable ? group.draft.definitionLine() : ""),
            ]
        }
        return sheet
    }

    /// A file for `nianbao indicators check` that takes the commonest ones.
    package func file(top: Int) -> String {
        let drafts = commonest(top).map(\.draft).filter(isDefinable)
        guard !drafts.isEmpty else { return "indicators: []\ndefinitions: []\n" }
        let indicators = drafts.map { "  \($0.indicatorLine(label($0)))\n" }
        let definitions = drafts.enumerated().map { number, draft in
            let beside = drafts[..<number].filter(draft.overlaps).map(\.code)
            return "  \(draft.definitionLine(beside: beside))\n"
        }
        return "indicators:\n\(indicators.joined())definitions:\n\(definitions.joined())"
    }

    private func commonest(_ top: Int) -> [Group] {
        let sorted = groups.sorted {
            ($1.count, $0.draft.definitionLine()) < ($0.count, $1.draft.definitionLine())
        }
        var seen: [String: Int] = [:]
        return sorted.prefix(max(0, top)).map { group in
            var group = group
            let times = seen[group.draft.code, default: 0] + 1
            seen[group.draft.code] = times
            if times > 1 { group.draft.code += "_\(times)" }
            return group
        }
    }

    private func label(_ draft: DraftDefinition) -> Phrase {
        let labels = draft.telling.map { words.label($0.name, of: $0.role) }
        return Phrase(zh: labels.map(\.zh).joined(separator: "、"), en: labels.map(\.en).joined(separator: ", "))
    }

    private func isDefinable(_ draft: DraftDefinition) -> Bool {
        guard draft.saysEnough, let roles = Roles(draft.description.names, in: catalogue.vocabulary) else {
            return false
        }
        return !wording.refusals(of: roles).isEmpty
    }

    /// One report's unclaimed numbers, each with its sentence.
    package static func ofReport(_ report: StoredReport, transcript: [UInt8]) -> Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "没有归入任何指标的数字", en: "Numbers that no indicator claims"),
            columns: [
                Columns.value, Columns.unit, Column("sentence", Phrase(zh: "原文", en: "sentence")),
            ])
        for quantity in report.report.quantities where quantity.indicator == nil {
            sheet.rows.append([
                .number(Number(quantity.amount, Unit.displayScale(written: quantity.unit))),
                .text(quantity.unit), .text(Passage(around: quantity.range, in: transcript).marked),
            ])
        }
        return sheet
    }
}
