import Values

/// Where bytes go: a file, standard output, a test's array.
package typealias ByteSink = (UnsafeRawBufferPointer) throws -> Void

/// The way out of the program for answers: sheets go in, and the bytes of one format come out.
///
/// CSV, TSV, JSON and NDJSON are written row by row in constant memory; the other formats hold a sheet until it ends,
/// a workbook only as long as it is short.
/// Several sheets follow one another: tables and Markdown under their titles, a workbook as one worksheet each, JSON
/// and NDJSON as one sequence of objects, CSV and TSV under one header where the columns are the same, else after an
/// empty line under their own. Titles, groups and footnotes are for people and do not appear in those four.
package final class SheetWriter {
    private static let flushSize = 1 << 16

    private var rowEncoder: (any RowEncoder)?
    private var sheetEncoder: (any SheetEncoder)?
    /// A workbook whose first sheet turned out to be long; later ones follow it row by row.
    private var longWorkbook: LongWorkbook?
    private let language: Language
    private var isFirst = true
    private var bytes: [UInt8] = []
    private let sink: ByteSink

    /// - Parameters:
    ///   - window: the terminal's, which aligned tables then fit; without one nothing is wrapped.
    ///   - headers: the language of headers and fixed words in CSV and TSV in place of those that programs rely upon,
    ///     and in the formats for people in place of `language`.
    package init(
        _ format: Format, language: Language, audience: Audience, window: Window? = nil, headers: Language? = nil,
        to sink: @escaping ByteSink
    ) {
        self.sink = sink
        let language = headers ?? language
        self.language = language
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
        bytes.reserveCapacity(2 * Self.flushSize)
    }

    package func write(_ sheet: Sheet) throws {
        try write(sheet) { _ in }
    }

    /// Writes the sheet's rows, then those that `produce` hands to its argument one by one. The caller may use the
    /// same array again for every row.
    package func write(_ sheet: Sheet, thenRows produce: (_ add: ([Entry]) throws -> Void) throws -> Void) throws {
        defer { isFirst = false }
        if sheetEncoder != nil {
            return try writeWhole(sheet, thenRows: produce)
        }
        rowEncoder?.begin(sheet.columns, isFirst: isFirst, into: &bytes)
        for row in sheet.rows { try add(row) }
        try produce(add)
    }

    private func writeWhole(_ sheet: Sheet, thenRows produce: (_ add: ([Entry]) throws -> Void) throws -> Void) throws {
        if let longWorkbook {
            try longWorkbook.begin(sheet)
            return try produce(longWorkbook.add)
        }
        var whole = sheet
        let mayBeLong = isFirst && sheetEncoder is Workbook && LongWorkbook.canHold(sheet)
        try produce { row in
            if let longWorkbook { return try longWorkbook.add(row) }
            whole.rows.append(row)
            guard mayBeLong, whole.rows.count == LongWorkbook.rowsHeld else { return }
            longWorkbook = try LongWorkbook(whole, language)
            whole.rows = []
        }
        if longWorkbook == nil { try sheetEncoder?.append(whole, isFirst: isFirst, into: &bytes) }
        try flush()
    }

    /// Ends the output and hands over what is left of it.
    package func finish() throws {
        if let longWorkbook { return try longWorkbook.finish(to: sink) }
        rowEncoder?.finish(into: &bytes)
        try sheetEncoder?.finish(into: &bytes)
        try flush()
    }

    private func add(_ row: [Entry]) throws {
        rowEncoder?.append(row, into: &bytes)
        if bytes.count >= Self.flushSize { try flush() }
    }

    private func flush() throws {
        guard !bytes.isEmpty else { return }
        try bytes.withUnsafeBytes(sink)
        bytes.removeAll(keepingCapacity: true)
    }
}
