import Catalogue
import Output
import Reports
import Storage
import Values

/// The row of one figure after the other, with the columns of the CSV contract. What stays from row to row is not made
/// again: an export is mostly this.
struct LongRow {
    static let columns = [
        Columns.county, Columns.township, Columns.year, Columns.indicator, Columns.label, Columns.value,
        Columns.unit, Columns.state, Columns.qualifier, Columns.edition, Columns.source,
    ]

    private(set) var entries = [Entry](repeating: .empty, count: Self.columns.count)
    private var source: (report: Int64, path: String, line: Int?, recognition: Recognition?)?
    private let reported = Entry.state(.reported)

    /// Makes it the row of this figure; what was added behind the columns is gone.
    mutating func tell(_ exported: ExportedFigure, _ indicator: DescribedIndicator) {
        let figure = exported.figure
        if source?.report != figure.report { begin(exported) }
        if source?.line != exported.line || source?.recognition != figure.recognition { locate(exported) }
        entries[3] = indicator.code
        entries[4] = indicator.label
        entries[5] = figure.reading?.amount.map { .number(Number($0.value, of: indicator.unit)) } ?? .empty
        entries[6] = indicator.unitWord
        entries[7] = figure.reading.map { $0.amount == nil ? .state($0.state) : reported } ?? .empty
        entries[8] = .qualifier(figure.reading?.amount?.qualifier)
        entries.removeLast(entries.count - Self.columns.count)
    }

    mutating func add(_ entry: Entry) { entries.append(entry) }

    mutating func add(_ more: [Entry]) { entries += more }

    private mutating func begin(_ exported: ExportedFigure) {
        let figure = exported.figure
        // No line has the number 0, so that the place is told anew.
        source = (figure.report, exported.path, 0, nil)
        entries[0] = .text(figure.place.county)
        entries[1] = .text(figure.place.township)
        entries[2] = .year(figure.year)
        entries[9] = .edition(exported.edition)
    }

    private mutating func locate(_ exported: ExportedFigure) {
        var place = exported.path
        if let line = exported.line {
            place += ":"
            place += String(line)
        }
        place += RecognitionWords.mark(exported.figure.recognition)
        entries[10] = .text(place)
        source?.line = exported.line
        source?.recognition = exported.figure.recognition
    }
}

/// What a row says of its indicator.
struct DescribedIndicator {
    let code: Entry
    let label: Entry
    let unit: Unit
    let unitWord: Entry

    init(_ indicator: Indicator, _ language: Language) {
        code = .text(indicator.code)
        label = .text(indicator.label[language])
        unit = indicator.unit
        unitWord = .text(unit.rawValue)
    }
}
