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

    /// One figure a row, with the columns of the CSV contract.
    ///
    /// - Returns: how many rows there were.
    @discardableResult package func writeLong(to writer: SheetWriter) throws -> Int {
        let corrected = corrections == nil ? [CorrectionColumns.corrected] : CorrectionColumns.all
        let asked = corrected + (codes == nil ? [] : DivisionCodes.columns)
        let own = measured == nil ? [] : MeasureExport.columns
        let described = PerIndicator(archive.indicators) { DescribedIndicator($0, language) }
        var row = LongRow()
        var count = 0
        var sheet = Sheet(columns: LongRow.columns + asked + own)
        sheet.name = Phrase(zh: "数据", en: "Figures")
        try writer.write(sheet) { add in
            try archive.figures(indicators, filter) { exported in
                let figure = exported.figure
                let indicator = described[figure.indicator]
                row.tell(exported, indicator)
                if let corrections {
                    row.add(CorrectionColumns.entries(corrections[figure.report]?[figure.indicator], indicator.unit))
                } else {
                    row.add(
                        figure.corrected.map { .number(Number($0, of: indicator.unit, isCorrected: true)) } ?? .empty)
                }
                if let codes { row.add(codes.entries(figure.place)) }
                for _ in own { row.add(.empty) }
                try add(row.entries)
                count += 1
            }
            try measured?.writeRows(language, blanks: corrected.count, codes: codes) {
                try add($0)
                count += 1
            }
        }
        return count
    }

    /// The indicators that have a column: of forms that no exported report has, only those that some report tells, in
    /// an older row within a newer form, or that staff have corrected.
    private func shown() throws -> [Indicator.ID] {
        guard !forms.isEmpty else { return indicators }
        let corrections = try archive.corrections(asOf: filter.asOf)
        var editions: Set<String> = []
        var corrected: Set<Indicator.ID> = []
        try archive.eachReport(filter) { report in
            editions.insert(report.edition)
            corrected.formUnion(corrections[report.id]?.keys.map(\.self) ?? [])
        }
        let own = Set(forms.filter { editions.contains($0.edition) }.flatMap(\.codes))
        let others = Set(forms.flatMap(\.codes)).subtracting(own)
        let foreign = indicators.filter { others.contains(archive.indicators[$0].code) && !corrected.contains($0) }
        let untold = Set(foreign).subtracting(try archive.told(among: foreign, filter))
        return indicators.filter { !untold.contains($0) }
    }

    /// What people see above a column, where no other column tells the unit.
    private static func headed(_ indicator: Indicator) -> Phrase {
        let unit = indicator.unit.rawValue
        return Phrase(zh: "\(indicator.label.zh)（\(unit)）", en: "\(indicator.label.en) (\(unit))")
    }

    /// One report a row, one indicator a column, and at the end which of them staff have corrected.
    ///
    /// - Returns: how many rows there were.
    @discardableResult package func writeWide(to writer: SheetWriter) throws -> Int {
        let measures = measured?.measures ?? []
        let indicators = try shown()
        let columns =
            WideRow.columns
            + indicators.map { Column(archive.indicators[$0].code, Self.headed(archive.indicators[$0]), .number) }
            + [Columns.approximate, CorrectionColumns.codes] + (codes == nil ? [] : DivisionCodes.columns)
            + measures.map { Column($0.code, $0.label, .number) }
        var worked = try measured?.wide()
        var count = 0
        func ended(_ row: WideRow) throws -> [Entry] {
            count += 1
            let measured = try worked?.row(ofReport: row.report, row.place)
            return row.entries(alsoCorrected: measured?.corrected ?? []) + (codes?.entries(row.place) ?? [])
                + (measured?.entries ?? [])
        }
        // A report that has none of the indicators asked for may still have what a measure is worked out of.
        let operands = Set(measures.flatMap(\.formulas).flatMap(\.terms).map(\.code))
        let walked = Set(indicators + operands.compactMap(archive.indicators.id(of:))).sorted()
        let position = Dictionary(uniqueKeysWithValues: zip(indicators, 0...))
        let unread = try archive.unreadIndicators(filter)
        var sheet = Sheet(columns: columns)
        sheet.name = Phrase(zh: "数据", en: "Figures")
        try writer.write(sheet) { add in
            var row: WideRow?
            try archive.figures(walked, filter) { exported in
                let figure = exported.figure
                if row?.report != figure.report {
                    if let row { try add(ended(row)) }
                    row = WideRow(
                        exported, indicators.map { unread.contains($0, report: figure.report) ? .notRead : .absent })
                }
                guard let column = position[figure.indicator] else { return }
                row?.tell(figure, archive.indicators[figure.indicator], at: column)
            }
            if let row { try add(ended(row)) }
        }
        return count
    }
}
