import Catalogue
import Output
import Reports
import Storage
import Values

/// Every figure that a filter admits, row by row, however many there are.
package struct FigureExport {
    private let archive: Archive
    private let filter: Filter
    private let indicators: [Indicator.ID]
    private let language: Language
    /// By report and indicator; nil where who made them, when and why is not asked for.
    private let corrections: [Int64: [Indicator.ID: Correction]]?
    /// Nil where they are not asked for.
    private let codes: DivisionCodes?
    private let measured: MeasureExport?
    private let forms: [Form]

    /// - Parameters:
    ///   - indicators: those to export, of the archive's list.
    ///   - measures: those to export behind the figures, with columns of their own at the end.
    ///   - codes: of counties and townships, to be told in the last columns.
    ///   - forms: those whose columns a wide table has only where a report is of them; none where all are wanted.
    ///   - corrections: to be told with reason, author and time, behind the columns that scripts rely upon.
    package init(
        _ archive: Archive, indicators: [Indicator.ID], measures: [Measure] = [], filter: Filter,
        corrections: [Int64: [Indicator.ID: Correction]]? = nil, codes: DivisionCodes? = nil, forms: [Form] = [],
        language: Language
    ) throws {
        self.forms = forms
        measured = try measures.isEmpty ? nil : MeasureExport(archive, measures, filter: filter)
        self.codes = codes
        self.corrections = corrections
        self.archive = archive
        self.indicators = indicators
        self.language = language
        self.filter = filter
    }

    /// What a row says of its indicator.
    private struct Described {
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

    /// One figure a row, with the columns of the CSV contract.
    package func writeLong(to writer: SheetWriter) throws {
        let columns = [
            Columns.county, Columns.township, Columns.year, Columns.indicator, Columns.label, Columns.value,
            Columns.unit, Columns.state, Columns.qualifier, Columns.edition, Columns.source,
        ]
        let width = columns.count
        let corrected = corrections == nil ? [CorrectionColumns.corrected] : CorrectionColumns.all
        let described = PerIndicator(archive.indicators) { Described($0, language) }
        let reported = Entry.state(.reported)
        var row = [Entry](repeating: .empty, count: columns.count)
        var current: (report: Int64, path: String, line: Int?, recognition: Recognition?)?
        let asked = corrected + (codes == nil ? [] : DivisionCodes.columns)
        let own = measured == nil ? [] : MeasureExport.columns
        try writer.write(Sheet(columns: columns + asked + own)) { add in
            try archive.figures(indicators, filter) { exported in
                let figure = exported.figure
                // What stays from row to row is not made again: an export is mostly this loop.
                if current?.report != figure.report {
                    current = (figure.report, exported.path, 0, nil)
                    row[0] = .text(figure.place.county)
                    row[1] = .text(figure.place.township)
                    row[2] = .year(figure.year)
                    row[9] = .edition(exported.edition)
                }
                if let source = current, source.line != exported.line || source.recognition != figure.recognition {
                    var place = source.path
                    if let line = exported.line {
                        place += ":"
                        place += String(line)
                    }
                    place += RecognitionWords.mark(figure.recognition)
                    row[10] = .text(place)
                    current?.line = exported.line
                    current?.recognition = figure.recognition
                }
                let indicator = described[figure.indicator]
                row[3] = indicator.code
                row[4] = indicator.label
                row[5] = figure.reading?.amount.map { .number(Number($0.value, of: indicator.unit)) } ?? .empty
                row[6] = indicator.unitWord
                row[7] = figure.reading.map { $0.amount == nil ? .state($0.state) : reported } ?? .empty
                row[8] = .qualifier(figure.reading?.amount?.qualifier)
                row.removeLast(row.count - width)
                if let corrections {
                    row += CorrectionColumns.entries(corrections[figure.report]?[figure.indicator], indicator.unit)
                } else {
                    row.append(
                        figure.corrected.map { .number(Number($0, of: indicator.unit, isCorrected: true)) } ?? .empty)
                }
                if let codes { row += codes.entries(figure.place) }
                if !own.isEmpty { row += [.empty, .empty, .empty] }
                try add(row)
            }
            try measured?.writeRows(language, blanks: corrected.count, codes: codes) { try add($0) }
        }
    }

    /// The indicators that have a column: of forms that no exported report has, none but those that are asked for.
    private func shown() throws -> [Indicator.ID] {
        guard !forms.isEmpty else { return indicators }
        var editions: Set<String> = []
        try archive.eachReport(filter) { editions.insert($0.edition) }
        let own = Set(forms.filter { editions.contains($0.edition) }.flatMap(\.codes))
        let others = Set(forms.flatMap(\.codes)).subtracting(own)
        let corrected = Set(try archive.corrections(asOf: filter.asOf).values.flatMap(\.keys))
        return indicators.filter { !others.contains(archive.indicators[$0].code) || corrected.contains($0) }
    }

    /// One report a row, one indicator a column, and at the end which of them staff have corrected.
    package func writeWide(to writer: SheetWriter) throws {
        var place: Place?
        let measures = measured?.measures ?? []
        let indicators = try shown()
        let columns =
            [Columns.county, Columns.township, Columns.year, Columns.edition]
            + indicators.map { Column(archive.indicators[$0].code, archive.indicators[$0].label, .number) }
            + [CorrectionColumns.codes] + (codes == nil ? [] : DivisionCodes.columns)
            + measures.map { Column($0.code, $0.label, .number) }
        var worked = try measured?.wide()
        // A report that has none of the indicators asked for may still have what a measure is worked out of.
        let operands = Set(measures.flatMap(\.formulas).flatMap(\.terms).map(\.code))
        let walked = Set(indicators + operands.compactMap(archive.indicators.id(of:))).sorted()
        func ending(_ report: Int64?) throws -> [Entry] {
            let codes = codes?.entries(place) ?? []
            guard let report, let place else { return codes }
            return try codes + (worked?.entries(ofReport: report, place) ?? [])
        }
        let position = Dictionary(uniqueKeysWithValues: zip(indicators, 4...))
        let unread = try archive.unreadIndicators(filter)
        var current: Int64?
        var row: [Entry] = []
        var corrected: [String] = []
        try writer.write(Sheet(columns: columns)) { add in
            try archive.figures(walked, filter) { exported in
                let figure = exported.figure
                if figure.report != current {
                    if current != nil { try add(row + [.list(corrected)] + ending(current)) }
                    current = figure.report
                    corrected = []
                    row = [
                        .text(figure.place.county), .text(figure.place.township), .year(figure.year),
                        .edition(exported.edition),
                    ]
                    row += indicators.map { .gap(unread.contains($0, report: figure.report) ? .notRead : .absent) }
                    place = figure.place
                }
                if let column = position[figure.indicator] {
                    row[column] = Entry(figure, archive.indicators[figure.indicator].unit)
                }
                if figure.corrected != nil, position[figure.indicator] != nil {
                    corrected.append(archive.indicators[figure.indicator].code)
                }
            }
            if current != nil { try add(row + [.list(corrected)] + ending(current)) }
        }
    }
}
