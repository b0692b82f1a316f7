import Catalogue
import Documents
import Support

/// The ways in which a table is flattened when a report becomes text.
enum Flattening: CaseIterable {
    /// A cell a line, each led by a tab; a blank line after every row.
    case tabLed
    /// A cell a line, blank lines between all of them.
    case cellPerLine
    /// A row a line, `| a | b |`.
    case pipes
    /// A row a line, cells separated by tabs.
    case tabs
    /// A row a line, cells separated by spaces; blank cells vanish.
    case spaces

    var keepsBlanks: Bool { self == .tabLed || self == .pipes || self == .tabs }
}

/// A form filled with values, as the rows that a person sees.
struct PrintedForm {
    /// A row: texts, with nil where a cell above or to the left covers the position.
    private(set) var rows: [[String?]] = []
    /// In which rows which positions are covered from above although a text stands to their left.
    private var coveredFromAbove: [Int: Set<Int>] = [:]
    /// The rows of each grid; what lies between is a heading of its own.
    private var grids: [Range<Int>] = []

    /// `value` gives each cell's text by its code.
    init(_ form: Form, value: (String) -> String) {
        for table in form.tables {
            rows.append([table.heading.printed])
            for block in table.blocks { add(block, value) }
        }
    }

    private mutating func add(_ block: Form.Block, _ value: (String) -> String) {
        let start = rows.count
        defer { grids.append(start..<rows.count) }
        if let caption = block.caption { rows.append([caption.printed]) }
        let depth = block.rows.first?.label == nil ? 0 : block.rows.map(\.depth).max() ?? 1
        let corner =
            depth == 0
            ? [] : (block.corner.map(\.printed).suffix(1) + Array(repeating: nil, count: depth)).prefix(depth)
        if block.columns.contains(where: { !$0.above.isEmpty }) {
            rows.append(corner + header(block, level: 0))
            if depth == 0 { rows.append(header(block, level: 1)) }
            let alone = block.columns.indices.filter { block.columns[$0].above.isEmpty }
            coveredFromAbove[rows.count] = Set(alone.map { $0 + depth })
            rows.append(
                Array(repeating: nil, count: depth)
                    + block.columns.map { $0.above.isEmpty ? nil : $0.header.printed })
        } else {
            rows.append(corner + block.columns.map(\.header.printed))
        }
        for row in block.rows { add(row, of: block, before: [], depth: depth, value) }
    }

    /// One line of the headers that span columns, or the columns' own where nothing spans them.
    private func header(_ block: Form.Block, level: Int) -> [String?] {
        var last: String?
        return block.columns.map { column in
            guard level < column.above.count else { return level == 0 ? column.header.printed : nil }
            defer { last = column.above[level].printed }
            return column.above[level].printed == last ? nil : column.above[level].printed
        }
    }

    private mutating func add(
        _ row: Form.Row, of block: Form.Block, before: [String?], depth: Int, _ value: (String) -> String
    ) {
        let labels = before + [row.label?.printed]
        let codes = block.columns.map { Form.code(row, $0) }
        if codes.contains(where: { $0 != nil }) {
            let padded = depth == 0 ? [] : labels + Array(repeating: nil, count: max(0, depth - labels.count))
            rows.append(padded + codes.map { $0.map(value) })
            for child in row.rows { add(child, of: block, before: before, depth: depth, value) }
        } else {
            for (number, child) in row.rows.enumerated() {
                let own = number == 0 ? row.label?.printed : nil
                add(child, of: block, before: before + [own], depth: depth, value)
            }
        }
    }

    func text(_ flattening: Flattening) -> String {
        switch flattening {
        case .tabLed: rows.map { $0.map { "\t\($0 ?? "")\n" }.joined() }.joined(separator: "\n")
        case .cellPerLine:
            rows.map { $0.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n") }
                .joined(separator: "\n\n")
        case .pipes: rows.map { "| " + $0.map { $0 ?? "" }.joined(separator: " | ") + " |" }.joined(separator: "\n")
        case .tabs: rows.map { $0.map { $0 ?? "" }.joined(separator: "\t") }.joined(separator: "\n")
        case .spaces:
            rows.map { $0.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "  ") }
                .joined(separator: "\n")
        }
    }

    /// The same rows as a page with real tables, cells merged as the official form merges them.
    func html(title: String, style: PrintStyle = PrintStyle()) -> String {
        var body = "<h1>\(title)</h1>"
        var next = 0
        for grid in grids {
            for row in next..<grid.lowerBound { body += "<p>\(rows[row].compactMap { $0 }.joined())</p>" }
            body += table(grid, style)
            next = grid.upperBound
        }
        let head = "<meta charset=\"utf-8\"><title>\(title)</title><style>\(style.page)</style>"
        return "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    }

    /// A text of a grid, and the rows and columns that it spans.
    struct PlacedCell {
        var text: String
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
    }

    private func table(_ grid: Range<Int>, _ style: PrintStyle) -> String {
        let cells = placed(grid)
        var html = "<table \(style.table)>"
        for row in grid {
            html += "<tr>"
            for cell in cells where cell.row == row {
                let spans = "rowspan=\"\(cell.rowSpan)\" colspan=\"\(cell.columnSpan)\""
                html += "<td \(spans) style=\"\(style.cell)\">\(cell.text)</td>"
            }
            html += "</tr>"
        }
        return html + "</table>"
    }

    private func placed(_ grid: Range<Int>) -> [PlacedCell] {
        let width = grid.map { rows[$0].count }.max() ?? 0
        /// The position whose cell stands at each position.
        var owners: [[[Int]]] = []
        for row in grid {
            var line: [[Int]] = []
            for column in 0..<width {
                let text = column < rows[row].count ? rows[row][column] : nil
                let hasLeft = rows[row].prefix(column).contains { $0 != nil }
                let isFromAbove = !hasLeft || coveredFromAbove[row]?.contains(column) == true
                if text != nil {
                    line.append([row, column])
                } else if isFromAbove, let above = owners.last?[column] {
                    line.append(above)
                } else {
                    line.append(line.last ?? [row, column])
                }
            }
            owners.append(line)
        }
        let all = owners.flatMap { $0 }
        return grid.flatMap { row in
            rows[row].indices.compactMap { column in
                rows[row][column].map { text in
                    let count = all.filter { $0 == [row, column] }.count
                    let rowSpan = owners.count { $0.contains([row, column]) }
                    return PlacedCell(
                        text: text, row: row, column: column, rowSpan: rowSpan, columnSpan: count / max(1, rowSpan))
                }
            }
        }
    }

    /// The same rows as sheets of a workbook, merged as the official form merges them: one below the other, or a sheet
    /// for each of the form's headings.
    func sheets(title: String, isOneSheet: Bool, value: (String) -> WorkbookFile.Value) -> [WorkbookFile.Sheet] {
        var sheets: [WorkbookFile.Sheet] = []
        var sheet = WorkbookFile.Sheet("表1")
        var line = 0
        func add(heading: String) {
            sheet.cells[[line, 0]] = .text(heading)
            sheet.merges.append(.init(line, 0, columns: 10))
            line += 1
        }
        add(heading: title)
        var next = 0
        for grid in grids {
            for row in next..<grid.lowerBound {
                let heading = rows[row].compactMap { $0 }.joined()
                if !isOneSheet, line > 1, heading.hasPrefix("三") || heading.hasPrefix("四") {
                    sheets.append(sheet)
                    sheet = WorkbookFile.Sheet("表\(sheets.count + 1)")
                    line = 0
                }
                add(heading: heading)
            }
            for cell in placed(grid) {
                let row = line + cell.row - grid.lowerBound
                sheet.cells[[row, cell.column]] = cell.text.isEmpty ? .blank : value(cell.text)
                guard cell.rowSpan > 1 || cell.columnSpan > 1 else { continue }
                sheet.merges.append(.init(row, cell.column, rows: cell.rowSpan, columns: cell.columnSpan))
            }
            line += grid.count
            next = grid.upperBound
        }
        return sheets + [sheet]
    }

    /// The same rows as a real grid.
    var document: Document {
        var text: [UInt8] = []
        var cells: [[Table.Cell]] = []
        for row in rows {
            var line: [Table.Cell] = []
            for cell in row {
                let start = text.count
                text += Array((cell ?? "").utf8)
                line.append(Table.Cell(range: start..<text.count, isContinuation: cell == nil))
                text.append(0x09)
            }
            text[text.count - 1] = 0x0A
            cells.append(line)
        }
        return Document(
            text: text, blocks: [.table(Table(rows: cells, range: 0..<text.count))], mediaType: .docx, encoding: "UTF-8"
        )
    }
}

extension Form.Row {
    fileprivate var depth: Int { code != nil ? 1 : 1 + (rows.map(\.depth).max() ?? 0) }
}

extension Document {
    /// A document of lines, as the reader of plain text makes it.
    init(lines string: String) {
        let text = Array(string.utf8)
        var blocks: [Block] = []
        var start = 0
        for (position, byte) in text.enumerated() where byte == 0x0A {
            blocks.append(.paragraph(start..<position))
            start = position + 1
        }
        if start < text.count { blocks.append(.paragraph(start..<text.count)) }
        self.init(text: text, blocks: blocks, mediaType: .plainText, encoding: "UTF-8")
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

/// How a form is drawn as a web page. Borders stand at each cell, since LibreOffice knows no rules for all cells of a
/// page.
struct PrintStyle {
    /// Rules for the page: its size, its type.
    var page = ""
    /// The attributes of each table.
    var table = "border=\"1\" style=\"border-collapse:collapse\""
    /// The declarations of each cell.
    var cell = ""
}
