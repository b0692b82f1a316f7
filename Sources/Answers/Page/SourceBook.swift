import Catalogue
import Documents
import Output
import Reports
import Storage
import Values

/// The sentences and table rows that the figures of a page were read from, numbered in the order in which they are
/// cited.
struct SourceBook {
    struct Citation {
        var number: Int
        var place: Place
        var year: Int
        var label: Phrase
        var source: String
        var passage: Passage.Line
    }

    private struct Key: Hashable {
        var place: Place
        var year: Int
        var code: String
    }

    private struct Source {
        var report: StoredReport
        var transcript: [UInt8]
        var lines: LineNumbers
    }

    private let indicators: [Indicator]
    private var sources: [Place: [Int: Source]] = [:]
    private var numbers: [Key: Int] = [:]
    private(set) var citations: [Citation] = []

    init(_ archive: Archive, _ summaries: [ReportSummary]) throws {
        indicators = archive.indicators
        for summary in summaries {
            let report = try archive.report(
                township: summary.place.township, county: summary.place.county, year: summary.year)
            let transcript = try archive.transcript(of: summary)
            sources[summary.place, default: [:]][summary.year] = Source(
                report: report, transcript: transcript, lines: LineNumbers(transcript))
        }
    }

    /// The anchor of the passage that tells a figure; nil where the report has none.
    mutating func anchor(_ place: Place, _ year: Int, code: String) -> String? {
        let key = Key(place: place, year: year, code: code)
        if let number = numbers[key] { return Self.anchor(number) }
        guard let source = sources[place]?[year],
            let figure = source.report.report.figures.first(where: { indicators[$0.indicator].code == code })
        else { return nil }
        let number = citations.count + 1
        numbers[key] = number
        citations.append(
            Citation(
                number: number, place: place, year: year, label: indicators[figure.indicator].label,
                source: "\(source.report.summary.path):\(source.lines.line(at: figure.range.lowerBound))",
                passage: Passage.line(around: figure.range, in: source.transcript)))
        return Self.anchor(number)
    }

    static func anchor(_ number: Int) -> String { "source-\(number)" }
}
