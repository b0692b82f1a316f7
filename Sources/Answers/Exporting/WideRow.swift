import Catalogue
import Output
import Storage
import Values

/// The row of one report: who and when, a column for each indicator, which of them the report tells as approximate, and
/// which staff have corrected.
struct WideRow {
    static let columns = [Columns.county, Columns.township, Columns.year, Columns.edition]

    let report: Int64
    let place: Place
    private var cells: [Entry]
    private var approximate: [String] = []
    private var corrected: [String] = []

    /// - Parameter gaps: why each indicator has no figure, until one is told.
    init(_ exported: ExportedFigure, _ gaps: [Gap]) {
        let figure = exported.figure
        report = figure.report
        place = figure.place
        cells = [.text(place.county), .text(place.township), .year(figure.year), .edition(exported.edition)]
        cells += gaps.map { .gap($0) }
    }

    /// - Parameter column: the indicator's, the first of them 0.
    mutating func tell(_ figure: StatedFigure, _ indicator: Indicator, at column: Int) {
        cells[Self.columns.count + column] = Entry(figure, indicator.unit)
        if figure.corrected != nil {
            corrected.append(indicator.code)
        } else if figure.reading?.amount?.qualifier != nil {
            approximate.append(indicator.code)
        }
    }

    /// - Parameter codes: of measures that corrected figures are in.
    func entries(alsoCorrected codes: [String]) -> [Entry] {
        cells + [.list(approximate), .list(corrected + codes)]
    }
}
