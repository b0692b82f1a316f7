import Catalogue
import Documents
import Output
import Reports
import Storage
import Values

/// The sentences and table rows that a page's figures and findings were read from. What stands in one sentence or row
/// is kept once, with a mark of its own for each number in it.
struct SourceBook {
    /// A sentence or a table row, with the numbers in it that the page leads to.
    struct Cited {
        fileprivate(set) var context: Range<Int>
        fileprivate(set) var marks: [Mark] = []
    }

    struct Mark {
        var number: Int
        var range: Range<Int>
        /// What the number is; empty where it is no figure.
        var labels: [Phrase]
    }

    private struct Source {
        var report: StoredReport
        var transcript: [UInt8]
        var lines: LineNumbers
        var figures: [Indicator.ID: Figure]
        /// By where the passage begins.
        var cited: [Int: Cited] = [:]
    }

    private let indicators: IndicatorList
    private var sources: [PlaceYear: Source] = [:]
    /// In the order of the archive.
    private var seats: [PlaceYear] = []
    private var count = 0

    /// - Parameter filter: the reports that the page is about.
    init(_ archive: Archive, _ filter: Filter) throws {
        indicators = archive.indicators
        try archive.storedReports(filter) { report in
            let summary = report.summary
            let transcript = try archive.transcript(of: report)
            let seat = PlaceYear(place: summary.place, year: summary.year)
            seats.append(seat)
            sources[seat] = Source(
                report: report, transcript: transcript, lines: LineNumbers(transcript),
                figures: Dictionary(
                    report.report.figures.map { ($0.indicator, $0) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The anchor of the mark on a figure; nil where the report has none.
    mutating func anchor(_ place: Place, _ year: Int, _ indicator: Indicator.ID) -> String? {
        guard let figure = sources[PlaceYear(place: place, year: year)]?.figures[indicator] else { return nil }
        return anchor(place, year, figure.range, label: indicators[indicator].label)
    }

    /// The anchor of the mark on a part of a report's text; nil where there is no such report.
    mutating func anchor(_ place: Place, _ year: Int, _ range: Range<Int>, label: Phrase) -> String? {
        let seat = PlaceYear(place: place, year: year)
        guard let source = sources[seat], range.upperBound <= source.transcript.count else { return nil }
        let context = Passage.context(of: range, in: source.transcript)
        var cited = source.cited[context.lowerBound] ?? Cited(context: context)
        cited.context = context.lowerBound..<max(context.upperBound, cited.context.upperBound)
        let labels = label.zh.isEmpty ? [] : [label]
        let number: Int
        if let place = cited.marks.firstIndex(where: { $0.range == range }) {
            number = cited.marks[place].number
            cited.marks[place].labels += labels.filter { !cited.marks[place].labels.contains($0) }
        } else {
            count += 1
            number = count
            cited.marks.append(Mark(number: number, range: range, labels: labels))
        }
        sources[seat]?.cited[context.lowerBound] = cited
        return Self.anchor(number)
    }

    /// Of reports, by their identity, what of them was recognised from pictures.
    var recognised: [Int64: Phrase] {
        sources.values.reduce(into: [:]) { result, source in
            result[source.report.summary.id] = RecognitionWords.summary(source.report.report.figures)
        }
    }

    static func anchor(_ number: Int) -> String { "s\(number)" }

    /// A figure of a passage that was recognised, and where.
    struct Picture {
        var place: PicturePlace
        var recognition: Recognition
        var labels: [Phrase]
        /// As it was recognised.
        var text: String
    }

    /// One report and the passages of it that are cited, in the order of its text.
    struct Passages {
        var place: Place
        var year: Int
        var summary: ReportSummary
        var items: [Item]
        var path: String { summary.path }

        struct Item {
            var line: Int
            var labels: [Phrase]
            /// Whether something in it was recognised from a picture.
            var recognition: Recognition?
            var parts: [Passage.Part]
            /// The number of each marked part.
            var numbers: [Int]
            /// Marks that overlap another one, and lead to the whole passage.
            var others: [Int]
            var pictures: [Picture]
        }
    }

    var passages: [Passages] {
        seats.compactMap { seat in
            guard let source = sources[seat], !source.cited.isEmpty else { return nil }
            let recognised = Dictionary(
                source.figures.values.lazy.filter { $0.recognition != nil }.map { ($0.range, $0) },
                uniquingKeysWith: { first, _ in first })
            let items = source.cited.sorted { $0.key < $1.key }.map { _, cited in
                item(cited, source, recognised)
            }
            return Passages(
                place: seat.place, year: seat.year, summary: source.report.summary, items: items)
        }
    }

    private func item(
        _ cited: Cited, _ source: Source, _ recognised: [Range<Int>: Figure]
    ) -> Passages.Item {
        let sorted = cited.marks.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        var (shown, others): ([Mark], [Int]) = ([], [])
        for mark in sorted {
            if mark.range.lowerBound < (shown.last?.range.upperBound ?? cited.context.lowerBound)
                || mark.range.upperBound > cited.context.upperBound
            {
                others.append(mark.number)
            } else {
                shown.append(mark)
            }
        }
        let labels = sorted.flatMap(\.labels).reduce(into: [Phrase]()) { if !$0.contains($1) { $0.append($1) } }
        let first = sorted.first?.range.lowerBound ?? cited.context.lowerBound
        let recognitions = sorted.compactMap { recognised[$0.range]?.recognition }
        let pictures = sorted.compactMap { mark -> Picture? in
            guard let figure = recognised[mark.range], let place = figure.place, let recognition = figure.recognition
            else { return nil }
            let text = String(decoding: source.transcript[mark.range], as: UTF8.self)
            return Picture(place: place, recognition: recognition, labels: mark.labels, text: text)
        }
        return Passages.Item(
            line: source.lines.line(at: first), labels: labels,
            recognition: recognitions.contains(.unproved) ? .unproved : recognitions.first,
            parts: Passage.parts(shown.map(\.range), within: cited.context, of: source.transcript),
            numbers: shown.map(\.number), others: others, pictures: pictures)
    }
}
