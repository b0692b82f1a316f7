/// Tables that a spreadsheet has saved as text: fields between commas, semicolons or tabs (RFC 4180).
///
/// What stands alone in its line before, between and after the rows, titles and sentences, are paragraphs.
enum SeparatedValues {
    /// The separator, if text is such a table: nearly all lines have as many fields as the others, or as those beside
    /// them, where they are of figures. Tabs alone flatten many a table, which is read as text with all its quirks;
    /// with quotes around fields they are a spreadsheet's.
    static func separator(of text: [UInt8]) -> UInt8? {
        var counts = [Int](repeating: 0, count: 256)
        for byte in text { counts[Int(byte)] += 1 }
        let lines = max(counts[0x0A], counts[0x0D]) + 1
        let hasQuotes = counts[Int(UInt8(ascii: "\""))] > 1
        let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";")] + (hasQuotes ? [0x09] : [])
        return candidates.first { separator in
            guard counts[Int(separator)] * 2 > lines else { return false }
            let records = SeparatedRecords(Array(text.prefix(sample)), separator).map(\.fields).filter { record in
                record.contains { !$0.isEmpty }
            }
            let counts = records.map(\.count)
            guard let most = counts.max(), most > 1, counts.count > 2 else { return false }
            let several = counts.filter { $0 > 1 }
            guard records.count(where: isProse) * 10 < several.count else { return false }
            let usual = Dictionary(grouping: several) { $0 }.values.map(\.count).max() ?? 0
            let figures = records.count(where: isFigures)
            let areRows = several.count * 2 > counts.count || figures > 1
            // Tables of several widths stand one below the other.
            let regular = figures > 2 ? max(usual, besideEqual(counts)) : usual
            return areRows && regular * 10 >= several.count * 8
        }
    }

    /// How many lines have several fields, and as many as the line before or behind them.
    private static func besideEqual(_ counts: [Int]) -> Int {
        counts.indices.count { place in
            counts[place] > 1
                && (place > 0 && counts[place - 1] == counts[place]
                    || place + 1 < counts.count && counts[place + 1] == counts[place])
        }
    }

    /// How much of a text is looked at for what separates its fields.
    private static let sample = 1 << 18

    /// Whether most of a line's fields are numbers: a row of a table, however much prose stands around it.
    private static func isFigures(_ record: [[UInt8]]) -> Bool {
        let written = record.dropFirst().filter { !$0.isEmpty }
        let numbers = written.count { field in field.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
        return written.count > 1 && numbers * 2 > written.count
    }

    /// Whether a line is a sentence with commas in it: 今年,我镇公开信息11条。
    private static func isProse(_ record: [[UInt8]]) -> Bool {
        record.count > 1 && record.contains { $0.offset(of: Array("。".utf8)) != nil }
    }

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let text = try file.decoded()
        try text.requireSize(limits)
        guard let separator = separator(of: text.bytes) else { return try PlainText.document(of: text, limits) }
        return try document(of: text, separator, limits: limits)
    }

    private static func document(
        of decoded: DecodedText, _ separator: UInt8, limits: Limits
    ) throws(DocumentError) -> Document {
        var transcript = Transcript(limits: limits)
        var grid = Grid()
        var row = 0
        for (_, record) in SeparatedRecords(decoded.bytes, separator) {
            let written = record.indices.filter { !record[$0].isEmpty }
            if let only = written.first, written.count == 1, grid.cells.isEmpty || isHeading(record[only]) {
                try transcript.append(grid)
                grid = Grid()
                try transcript.append(paragraph: record[only])
            } else if !written.isEmpty {
                for (column, field) in record.enumerated() {
                    guard grid.cells.count < limits.tableCells else { throw .limit(.tableCells(limits.tableCells)) }
                    grid.cells.append(Grid.Cell(row: row, column: column, text: field))
                }
            }
            row += 1
        }
        try transcript.append(grid)
        return transcript.document(encoding: decoded.encoding)
    }

    /// Whether a field that stands alone is a chapter's heading or a sentence, and no label of a row whose cells are
    /// blank.
    static func isHeading(_ field: [UInt8]) -> Bool {
        let text = String(decoding: field, as: UTF8.self)
        return text.contains("。")
            || text.prefix(3).contains("、") && "一二三四五六七".contains(text.first ?? " ")
                && ["情况", "事项"].contains { text.hasSuffix($0) }
    }
}
