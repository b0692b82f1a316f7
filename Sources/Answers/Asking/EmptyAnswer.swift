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
}
