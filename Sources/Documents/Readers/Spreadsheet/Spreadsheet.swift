import Values

/// Workbooks of all formats, once they are read: each sheet in its turn, those that are hidden left out and named.
enum Spreadsheet {
    /// - Parameter format: what the file is called where nothing is shown in it.
    static func document(
        of workbook: Workbook, format: Phrase, limits: Limits
    ) throws(DocumentError) -> Document {
        var transcript = Transcript(limits: limits)
        var sheets: [Document.Sheet] = []
        var notices: [DocumentNotice] = []
        for sheet in workbook.sheets {
            let layout = try SheetLayout(sheet, limits: limits)
            if sheet.isHidden, !sheet.cells.allSatisfy(\.text.isEmpty) {
                notices.append(.hiddenLeftOut(name: sheet.name, position: nil))
            }
            guard !sheet.isHidden, !layout.parts.isEmpty else { continue }
            notices += layout.hidden.map {
                .hiddenLeftOut(name: "\(sheet.name)!\($0)", position: transcript.text.count)
            }
            try write(layout, of: sheet.name, to: &transcript, &sheets, &notices)
        }
        guard !sheets.isEmpty else { throw .noText(format: format) }
        var document = transcript.document(encoding: "UTF-8")
        document.sheets = sheets
        document.notices = notices
        return document
    }

    private static func write(
        _ layout: SheetLayout, of name: String, to transcript: inout Transcript, _ sheets: inout [Document.Sheet],
        _ notices: inout [DocumentNotice]
    ) throws(DocumentError) {
        let start = transcript.text.count
        transcript.append(caption: "〔工作表 \(name)〕")
        var cells: [Document.Sheet.Cell] = []
        for part in layout.parts {
            switch part {
            case .paragraph(let cell):
                cells.append(.init(start: transcript.text.count, row: cell.row, column: cell.column))
                try transcript.append(paragraph: cell.text)
            case .table(let rows, let columns, let own):
                try transcript.append(
                    Grid(
                        cells: own.map {
                            Grid.Cell(
                                row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan,
                                text: $0.text)
                        }))
                guard case .table(let table) = transcript.blocks.last else { continue }
                let stored = Dictionary(
                    own.compactMap { cell in cell.stored.map { ([cell.row, cell.column], $0) } },
                    uniquingKeysWith: { first, _ in first })
                for (row, line) in zip(rows, table.rows) {
                    for (column, cell) in zip(columns, line) where !cell.isContinuation && !cell.isMissing {
                        cells.append(.init(start: cell.range.lowerBound, row: row, column: column))
                        if let number = stored[[row, column]] {
                            let shown = String(decoding: transcript.text[cell.range], as: UTF8.self)
                            notices.append(.shownRounded(shown, stored: number, range: cell.range))
                        }
                    }
                }
            }
        }
        // An empty line between sheets, so that none goes on in the next.
        try transcript.append(paragraph: [])
        sheets.append(Document.Sheet(name: name, range: start..<transcript.text.count, cells: cells))
    }
}
