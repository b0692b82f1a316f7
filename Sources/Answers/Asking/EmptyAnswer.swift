import Catalogue
import Storage
import Values

/// Why a question about an archive has no answer: what there is instead.
package enum EmptyAnswer {
    /// Nil where there are reports that the filter admits.
    package static func reason(_ archive: Archive, _ filter: Filter) throws -> Phrase? {
        if try archive.hasReports(filter) { return nil }
        guard let first = try archive.firstReading() else {
            return Phrase(zh: "档案中还没有年报，请先用 nianbao import 导入", en: "the archive has no reports yet; import some first")
        }
        if let moment = filter.asOf, moment.description < first {
            return Phrase(
                zh: "\(moment) 时档案中还没有年报（最早的一份于 \(first) 导入）",
                en: "at \(moment) the archive had no reports (the first came at \(first))")
        }
        var everyYear = filter
        everyYear.years = []
        let years = Set(try archive.reportedYears(everyYear).entries.map(\.year)).sorted()
        guard !filter.years.isEmpty, !years.isEmpty else {
            return Phrase(zh: "没有符合条件的年报", en: "no report matches")
        }
        return Phrase(
            zh: "没有\(YearText.of(filter.years.sorted()))年的年报（有：\(YearText.of(years))）",
            en: "there are no reports for \(YearText.of(filter.years.sorted())) (there are for \(YearText.of(years)))")
    }

    private struct Found: Error {}

    /// Why nothing is told of what was asked for; nil where a report that the filter admits has a figure of it.
    package static func reason(
        _ archive: Archive, _ filter: Filter, indicators: [Indicator.ID], measures: [Measure], forms: [Form]
    ) throws -> Phrase? {
        if let reason = try reason(archive, filter) { return reason }
        let operands = measures.flatMap(\.formulas).flatMap(\.terms).compactMap { archive.indicators.id(of: $0.code) }
        do {
            try archive.figures(Set(indicators + operands).sorted(), filter) { _ in throw Found() }
        } catch is Found {
            return nil
        }
        let asked = indicators.map { archive.indicators[$0] }
        let labels = asked.map(\.label) + measures.map(\.label)
        let (zh, en) = (labels.prefix(most).map(\.zh), labels.prefix(most).map(\.en))
        let isCut = labels.count > most
        let form = form(ofAll: asked.map(\.code), forms)
        return Phrase(
            zh: "所选年报都没有这些数：\(zh.joined(separator: "、"))\(isCut ? "等" : "")"
                + (form.map { "（\($0)年的表样才有）" } ?? ""),
            en: "the reports tell nothing of \(en.joined(separator: "; "))\(isCut ? "; …" : "")"
                + (form.map { " (the form of \($0) has it)" } ?? ""))
    }

    /// So many are named.
    private static let most = 3

    /// The one edition of the form that has cells of all of them.
    private static func form(ofAll codes: [String], _ forms: [Form]) -> String? {
        let having = forms.filter { Set($0.codes).isSuperset(of: codes) }
        return codes.isEmpty || having.count != 1 ? nil : having[0].edition
    }
}
