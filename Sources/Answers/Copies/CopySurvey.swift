import Catalogue
import Documents
import Reports
import Storage
import Values

/// Finds what the reports of an archive have from each other: from last year's of the same township, from the other
/// townships of the county, from a template.
///
/// Everything is derived when asked: once through the transcripts for what many have in common, once more county by
/// county, so that no more than a county's texts are in memory.
package struct CopySurvey {
    /// Where some counties are asked for, so many reports of others show what is standard everywhere.
    private static let othersHeard = 500

    private let archive: Archive
    private let reader: ProseReader
    private let book: PhraseBook
    /// The reports that the book was learned from.
    private let learned: [LearnedReport]
    private let shown: Set<Place>
    private let years: Set<Int>
    /// All reports that are compared, by county, township and year.
    private let compared: ReportedYears

    private struct LearnedReport {
        let place: Place
        let year: Int
        let id: Int64
    }

    /// - Parameter filters: which reports are shown, those of all of them; they are compared with all of their
    ///   counties. Their years and their moment are the same.
    package init(_ archive: Archive, filters: [Filter], forms: [Form]) throws {
        self.archive = archive
        let reader = ProseReader(forms)
        self.reader = reader
        var places: [Place] = []
        for filter in filters { places += try archive.reportedYears(filter).places }
        shown = Set(places)
        years = filters.first?.years ?? []
        let everywhere = Filter(years: years, asOf: filters.first?.asOf)
        let isWhole = filters.contains { $0.counties.isEmpty && $0.townships.isEmpty }
        guard !places.isEmpty else {
            (learned, compared) = ([], ReportedYears())
            book = try PhraseBook([]) { _ in }
            return
        }
        var around = everywhere
        if !isWhole { around.counties = Set(places.map(\.county)).sorted() }
        var heard = Self.reports(try archive.reportedYears(around))
        if !isWhole {
            let counties = Set(around.counties)
            let others = Self.reports(try archive.reportedYears(everywhere)).filter {
                !counties.contains($0.place.county)
            }
            let step = max(1, others.count / Self.othersHeard)
            heard += stride(from: 0, to: others.count, by: step).map { others[$0] }
            heard.sort { ($0.place.county, $0.place.township, $0.year) < ($1.place.county, $1.place.township, $1.year) }
        }
        around.years = Set(years.flatMap { [$0, $0 - 1] })
        compared = try archive.reportedYears(around)
        learned = heard
        book = try PhraseBook(Self.sources(heard)) { add in
            try archive.texts(ofReports: heard.map(\.id)) { number, text in
                try add(number, Fingerprints(reader.read(text.transcript, of: heard[number].place)))
            }
        }
    }

    /// How many townships the standard phrases were learned from.
    package var townshipCount: Int { book.townshipCount }

    private static func reports(_ reported: ReportedYears) -> [LearnedReport] {
        reported.entries.map { LearnedReport(place: reported.places[$0.place], year: $0.year, id: $0.report) }
    }

    private static func sources(_ reports: [LearnedReport]) -> [PhraseBook.Source] {
        var counties: [String: Int] = [:]
        var townships: [Place: Int] = [:]
        return reports.map { report in
            let county = counties[report.place.county] ?? counties.count
            counties[report.place.county] = county
            let township = townships[report.place] ?? townships.count
            townships[report.place] = township
            return PhraseBook.Source(county: county, township: township, year: report.year)
        }
    }

    /// Hands over the reports that the filter admits, by county, township and year.
    ///
    /// - Parameters:
    ///   - withPassages: whether the passages are wanted too.
    ///   - least: the largest share that a report must have at least, in hundredths of a percent.
    package func run(withPassages: Bool, least: Int64 = 0, _ body: (CopiedReport) throws -> Void) throws {
        for entries in groups {
            let texts = try read(entries)
            for text in texts where shown.contains(text.place) && (years.isEmpty || years.contains(text.year)) {
                let neighbours =
                    text.place.county.isEmpty ? [] : texts.filter { $0.year == text.year && $0.place != text.place }
                let last = texts.first { $0.place == text.place && $0.year == text.year - 1 }
                var comparison = CopyComparison(text, last: last, neighbours: neighbours, book: book)
                guard comparison.report.largestShare >= least else { continue }
                if withPassages { try comparison.listPassages { try example($0, for: text) } }
                try body(comparison.report)
            }
        }
    }

    /// The reports that are compared with each other: those of a county, and where no county is named those of a
    /// township.
    private var groups: [ArraySlice<ReportedYears.ReportedYear>] {
        var groups: [ArraySlice<ReportedYears.ReportedYear>] = []
        var start = 0
        let entries = compared.entries
        func isTogether(_ one: Place, _ other: Place) -> Bool {
            one.county == other.county && (!one.county.isEmpty || one == other)
        }
        for place in entries.indices
        where place + 1 == entries.count
            || !isTogether(compared.places[entries[place].place], compared.places[entries[place + 1].place])
        {
            groups.append(entries[start...place])
            start = place + 1
        }
        return groups.filter { group in group.contains { shown.contains(compared.places[$0.place]) } }
    }

    private func read(_ entries: ArraySlice<ReportedYears.ReportedYear>) throws -> [CountyText] {
        var texts: [CountyText] = []
        let entries = Array(entries)
        try archive.texts(ofReports: entries.map(\.report)) { number, text in
            texts.append(self.text(compared.places[entries[number].place], entries[number].year, text))
        }
        return texts
    }

    private func text(_ place: Place, _ year: Int, _ text: ReportText) -> CountyText {
        var compared = ComparedText(reader.read(text.transcript, of: place))
        compared.leaveOut(book.isStandard)
        return CountyText(place: place, year: year, source: text, compared: compared)
    }

    /// A report of another township that carries a template too.
    private func example(_ template: PhraseBook.Template, for own: CountyText) throws -> CountyText? {
        guard let report = template.examples.map({ learned[$0] }).first(where: { $0.place != own.place }) else {
            return nil
        }
        var found: CountyText?
        try archive.texts(ofReports: [report.id]) { _, text in found = self.text(report.place, report.year, text) }
        return found
    }
}

/// A report's text on its way through the survey.
struct CountyText {
    let place: Place
    let year: Int
    let source: ReportText
    let compared: ComparedText
}
