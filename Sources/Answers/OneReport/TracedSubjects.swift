import Catalogue
import Storage
import Values

/// The figures of one report that an answer's number comes from: what was asked for itself, and of what is worked out —
/// a measure, an item that the report's form has in other rows — what that is worked out of.
package struct TracedSubjects {
    package private(set) var indicators: [Indicator.ID] = []
    /// How those stand for what was asked for.
    package private(set) var notes: [Phrase] = []

    private let archive: Archive
    private let told: Set<Indicator.ID>

    /// - Parameter isForPeople: whether what the report does not have is left out where others stand for it, and cells
    ///   that only other forms have, where anything else is meant.
    package init(
        meantBy words: [String], in report: StoredReport, _ archive: Archive, _ codebook: Codebook, isForPeople: Bool
    ) throws {
        self.archive = archive
        told = Set(report.report.figures.map(\.indicator)).union(report.corrections.keys)
        let breaks = EditionBreaks(codebook.successions, indicators: archive.indicators, acrossEditions: false)
        var found = Set<Indicator.ID>()
        for word in words.flatMap(splitList) {
            for id in try meant(by: word) {
                guard !told.contains(id), let other = breaks.counterpart(of: id, where: told.contains) else {
                    found.insert(id)
                    continue
                }
                if !isForPeople { found.insert(id) }
                found.formUnion(other.indicators)
                note(breaks.footnote(other.place))
            }
        }
        let isNamed = words.contains { archive.indicators.id(of: $0.halfWidth) != nil }
        let foreign = isForPeople && !isNamed ? Self.foreign(to: report.report.edition, codebook) : []
        let own = found.filter { told.contains($0) || !foreign.contains(archive.indicators[$0].code) }
        indicators = (own.isEmpty ? found : own).sorted()
    }

    /// The cells that only other forms have.
    private static func foreign(to edition: String, _ codebook: Codebook) -> Set<String> {
        let own = codebook.form(edition)?.codes ?? []
        return Set(codebook.forms.flatMap(\.codes)).subtracting(own)
    }

    /// - Throws: `IndicatorWordError` of a word that means neither indicators nor a measure.
    private mutating func meant(by word: String) throws -> [Indicator.ID] {
        do {
            return try archive.indicators.ids(meantBy: [word])
        } catch {
            let measures = try archive.meaning(of: [word]).measures
            guard !measures.isEmpty else { throw error }
            return measures.flatMap { operands(of: $0) }
        }
    }

    /// The figures of the report's own year that a measure takes.
    private mutating func operands(of measure: Measure) -> [Indicator.ID] {
        func id(_ term: Term) -> Indicator.ID? { archive.indicators.id(of: term.code) }
        let formula = measure.formula { id($0).map(told.contains) ?? false } ?? measure.formulas.first
        note(MeasureWording(measure, archive.indicators).definition)
        if let own = formula?.note { note(own) }
        return (formula?.terms ?? []).filter { $0.yearOffset == 0 }.compactMap(id)
    }

    private mutating func note(_ phrase: Phrase) {
        if !notes.contains(phrase) { notes.append(phrase) }
    }
}
