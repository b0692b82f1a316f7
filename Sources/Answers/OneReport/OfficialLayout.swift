import Catalogue
import Output
import Values

extension OfficialTables {
    /// The tables as they are printed, one sheet a table: headers over headers, the labels of groups beside their rows,
    /// and the parts of a table one below the other.
    package func layouts(edition: String, language: Language) -> [Sheet] {
        guard let form = codebook.form(edition) else { return [] }
        return form.tables.flatMap { table in
            // Rows below rows that have figures of their own are no groups: such a table is printed with indents.
            let isGrouped = !table.blocks.flatMap(\.allRows).contains { $0.code != nil && !$0.rows.isEmpty }
            guard isGrouped else { return sheets(table, language) }
            var layout = OfficialLayout(self, table, language)
            for (number, block) in table.blocks.enumerated() { layout.add(block, isFirst: number == 0) }
            return [layout.sheet]
        }
    }
}

/// One official table on its way to a sheet with merged cells.
private struct OfficialLayout {
    private(set) var sheet: Sheet
    private let tables: OfficialTables
    private let language: Language
    /// Columns for labels, as many as the deepest row needs, and for values.
    private let labelCount: Int
    private let valueCount: Int

    init(_ tables: OfficialTables, _ table: Form.Table, _ language: Language) {
        self.tables = tables
        self.language = language
        labelCount = table.blocks.map { $0.rows.map(Self.depth).max() ?? 0 }.max() ?? 0
        valueCount = table.blocks.map(\.columns.count).max() ?? 0
        sheet = Sheet(title: table.heading.phrase, columns: [])
    }

    private static func depth(_ row: Form.Row) -> Int {
        (row.label == nil ? 0 : 1) + (row.rows.map(depth).max() ?? 0)
    }

    mutating func add(_ block: Form.Block, isFirst: Bool) {
        if isFirst { setHeader(block) } else { addHeader(block) }
        for row in block.rows { add(row, level: 0, of: block) }
    }

    /// The first block's headers are the sheet's own; its caption spans them all.
    private mutating func setHeader(_ block: Form.Block) {
        let corner = Phrase(zh: block.corner.first?.printed ?? "项目", en: "item")
        for level in 0..<labelCount {
            sheet.columns.append(Column("label\(level + 1)", labelCount == 1 ? corner : Phrase(zh: "", en: "")))
        }
        for column in block.columns {
            sheet.columns.append(
                Column(column.code ?? "value", tables.header(column, in: block), .number))
        }
        if let caption = block.caption { sheet.groups.append(ColumnGroup(caption.phrase, over: sheet.columns.indices)) }
        if labelCount > 1 { sheet.groups.append(ColumnGroup(corner, over: 0..<labelCount)) }
        sheet.groups += tables.groups(block, offset: labelCount)
    }

    /// A later block's caption and headers are rows.
    private mutating func addHeader(_ block: Form.Block) {
        if let caption = block.caption {
            merge(columns: sheet.columns.indices)
            sheet.rows.append([.text(caption.phrase[language])])
        }
        let corner = Phrase(zh: block.corner.first?.printed ?? "项目", en: "item")[language]
        let headers = block.columns.map { column in
            Entry.text(tables.header(column, in: block)[language])
        }
        append(label: [.text(corner)], labelStart: 0, cells: headers)
    }

    private mutating func add(_ row: Form.Row, level: Int, of block: Form.Block) {
        let codes = block.columns.map { Form.code(row, $0) }
        let label = row.label.map { Entry.text(tables.label($0, codes, language)) }
        guard row.rows.isEmpty else {
            let first = sheet.rows.count
            for child in row.rows { add(child, level: level + 1, of: block) }
            if let label { sheet.rows[first][level] = label }
            if sheet.rows.count - first > 1 {
                sheet.merges.append(Merge(rows: first..<sheet.rows.count, columns: level..<level + 1))
            }
            return
        }
        let cells = block.columns.map { tables.cell(row, $0) }
        let padding = [Entry](repeating: .empty, count: label == nil ? 0 : level)
        append(label: padding + (label.map { [$0] } ?? []), labelStart: level, cells: cells)
    }

    /// Appends a row; the last label and the last value reach to the end of their columns.
    private mutating func append(label: [Entry], labelStart: Int, cells: [Entry]) {
        let padded = label + Array(repeating: .empty, count: max(0, labelCount - label.count))
        if labelCount > 0 { merge(columns: min(labelStart, labelCount - 1)..<labelCount) }
        if cells.count < valueCount, !cells.isEmpty {
            merge(columns: labelCount + cells.count - 1..<labelCount + valueCount)
        }
        sheet.rows.append(padded + cells)
    }

    private mutating func merge(columns: Range<Int>) {
        guard columns.count > 1 else { return }
        sheet.merges.append(Merge(rows: sheet.rows.count..<sheet.rows.count + 1, columns: columns))
    }
}
