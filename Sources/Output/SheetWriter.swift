import Values

/// The way out of the program for answers: sheets go in, and the bytes of one format come out.
///
/// Whatever the format, rows go through one by one and are not held: what waits until a table's widths are known waits
/// in a file, and a workbook is held only as long as it is short or has merged cells.
/// Several sheets follow one another: tables and Markdown under their titles, a workbook as one worksheet each, JSON
/// and NDJSON as one sequence of objects, CSV and TSV under one header where the columns are the same, else after an
/// empty line under their own. Titles, groups and footnotes are for people and do not appear in those four.
package final class SheetWriter {
    private var rowEncoder: (any RowEncoder)?
    private var sheetEncoder: (any SheetEncoder)?
    private var isFirst = true
    private let output: OutputBuffer

    /// - Parameters:
    ///   - window: the terminal's, which aligned tables then fit; without one nothing is wrapped.
    ///   - headers: the language of headers and fixed words in CSV and TSV in place of those that programs rely upon,
    ///     and in the formats for people in place of `language`.
    package init(
        _ format: Format, language: Language, audience: Audience, window: Window? = nil, headers: Language? = nil,
        to sink: @escaping ByteSink
    ) {
        output = OutputBuffer(to: sink)
        let language = headers ?? language
        switch format {
        case .csv: rowEncoder = CSVRows(audience, headers: headers)
        case .tsv: rowEncoder = TSVRows(audience, headers: headers)
        case .json: rowEncoder = JSONRows(.array)
        case .ndjson: rowEncoder = JSONRows(.lines)
        case .table: sheetEncoder = AlignedTable(language, window)
        case .markdown: sheetEncoder = MarkdownTable(language)
        case .xlsx: sheetEncoder = Workbook(language)
        case .html: sheetEncoder = HTMLPage(language)
        }
    }

    package func write(_ sheet: Sheet) throws {
        try write(sheet) { _ in }
    }

    /// Writes the sheet's rows, then those that `produce` hands to its argument one by one. The caller may use the
    /// same array again for every row.
    ///
    /// - Parameter footnotes: those that are known only after the rows; they follow the sheet's own.
    package func write(
        _ sheet: Sheet, thenRows produce: (RowSink) throws -> Void, footnotes: () -> [Phrase] = { [] }
    ) throws {
        defer { isFirst = false }
        rowEncoder?.begin(sheet.columns, isFirst: isFirst, into: &output.bytes)
        try sheetEncoder?.begin(sheet, isFirst: isFirst, to: output)
        for row in sheet.rows { try add(row, nil) }
        try produce(RowSink(add: add))
        try sheetEncoder?.end(footnotes: sheet.footnotes + footnotes(), to: output)
    }

    /// Ends the output and hands over what is left of it.
    package func finish() throws {
        rowEncoder?.finish(into: &output.bytes)
        try sheetEncoder?.finish(to: output)
        try output.flush()
    }

    private func add(_ row: [Entry], _ emphasis: Emphasis?) throws {
        if rowEncoder != nil {
            rowEncoder?.append(row, into: &output.bytes)
        } else {
            try sheetEncoder?.append(row, emphasis, to: output)
        }
        try output.flushIfFull()
    }
}

/// Takes the rows of a sheet one by one.
package struct RowSink {
    fileprivate let add: ([Entry], Emphasis?) throws -> Void

    package func callAsFunction(_ row: [Entry], _ emphasis: Emphasis? = nil) throws { try add(row, emphasis) }
}
