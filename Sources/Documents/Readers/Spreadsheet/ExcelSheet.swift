import Values

/// One sheet of SpreadsheetML (ECMA-376 part 1, 18.3.1.99) as it comes by.
final class ExcelSheet: XMLEventReader {
    private(set) var budget: SheetBudget
    private var sheet: Workbook.Sheet
    private let strings: [ExcelText]
    private let styles: ExcelStyles
    private let index: ExcelIndex
    private var row = -1
    private var column = -1
    private var cell: OpenCell?
    private var merges: [SheetCell] = []
    private var hiddenRows: [Range<Int>] = []
    private var hiddenColumns: [Range<Int>] = []

    /// A cell whose end has not come yet.
    private struct OpenCell {
        var type: String
        var style: Int
        var value: [UInt8] = []
        var formula: [UInt8] = []
        var text = ExcelText()
        var hasFormula = false
        var hasValue = false
        /// Whether a value stands there twice, against the schema.
        var isAmbiguous = false
        /// Whether what comes by is for other programs.
        var isInExtension = false
        var part: String?
    }

    init(
        _ sheet: Workbook.Sheet, strings: [ExcelText], styles: ExcelStyles, index: ExcelIndex, budget: SheetBudget
    ) {
        self.sheet = sheet
        self.strings = strings
        self.styles = styles
        self.index = index
        self.budget = budget
    }

    // MARK: Events

    func open(_ name: String, _ attributes: XMLAttributes) throws(DocumentError) {
        if cell != nil { return openInCell(name, attributes) }
        switch name {
        case "col":
            guard let first = attributes.number("min"), let last = attributes.number("max"), first > 0, last >= first,
                last <= CellName.columns
            else { return }
            if attributes.isOn("hidden") || attributes["width"].flatMap(Double.init) == 0 {
                hiddenColumns.append(first - 1..<last)
            }
        case "row":
            row = attributes.number("r").map { $0 - 1 } ?? row + 1
            column = -1
            guard (0..<CellName.rows).contains(row) else { throw beyond("row \(row)") }
            if attributes.isOn("hidden") || attributes["ht"].flatMap(Double.init) == 0 {
                hiddenRows.append(row..<row + 1)
            }
        case "c":
            if let place = attributes["r"] {
                guard let place = CellName.place(place) else { throw beyond(place) }
                (row, column) = place
            } else {
                column += 1
            }
            guard row >= 0, column < CellName.columns else { throw beyond("column \(column)") }
            cell = OpenCell(type: attributes["t"] ?? "n", style: attributes.number("s") ?? 0)
        case "mergeCell": try merge(attributes["ref"] ?? "")
        default: break
        }
    }

    private func openInCell(_ name: String, _ attributes: XMLAttributes) {
        if cell?.isInExtension == true { return }
        switch name {
        case "extLst":
            cell?.isInExtension = true
            return
        case "v":
            if cell?.hasValue == true { cell?.isAmbiguous = true }
            cell?.hasValue = true
        case "f": cell?.hasFormula = true
        default: return cell?.text.open(name, attributes) ?? ()
        }
        cell?.part = name
    }

    func close(_ name: String) throws(DocumentError) {
        switch name {
        case "c":
            guard let closed = cell else { return }
            cell = nil
            try finish(closed)
        case "extLst": cell?.isInExtension = false
        case _ where cell?.isInExtension == true: break
        case "v", "f": cell?.part = nil
        default: cell?.text.close(name)
        }
    }

    func take(_ text: UnsafeBufferPointer<UInt8>) {
        if cell?.isInExtension == true { return }
        switch cell?.part {
        case "v": cell?.value.append(contentsOf: text)
        case "f": cell?.formula.append(contentsOf: text)
        default: cell?.text.take(text)
        }
    }

    private func beyond(_ place: String) -> DocumentError {
        .damaged(format: ExcelWorkbook.format, detail: "\(sheet.name)!\(place)")
    }

    // MARK: Cells

    private func finish(_ cell: OpenCell) throws(DocumentError) {
        let shown = shown(cell)
        guard shown.text.contains(where: { $0 > 0x20 }) else { return }
        let made = SheetCell(row: row, column: column, text: shown.text, stored: shown.stored)
        try budget.spend(on: made)
        sheet.cells.append(made)
    }

    /// What a cell shows, by its type (18.18.11 ST_CellType).
    private func shown(_ cell: OpenCell) -> (text: [UInt8], stored: String?) {
        let style = styles.style(cell.style)
        if cell.isAmbiguous { return (ObjectMark.bytes, nil) }
        if cell.hasFormula, index.isUncomputed || !cell.hasValue || cell.value.isEmpty && cell.type != "str" {
            // Nobody knows what it would say.
            return (Array("=".utf8) + cell.formula, nil)
        }
        switch cell.type {
        case "s":
            guard let number = Int(String(decoding: cell.value, as: UTF8.self)), strings.indices.contains(number) else {
                return (cell.value.isEmpty ? [] : ObjectMark.bytes, nil)
            }
            return (strings[number].shown(style), nil)
        case "inlineStr": return (cell.text.shown(style), nil)
        case "b": return (Array((cell.value == [0x31] ? "TRUE" : "FALSE").utf8), nil)
        case "n":
            guard let number = StoredNumber(cell.value) else { return (cell.value, nil) }
            let shown = style.format.shown(number, startsIn1904: index.startsIn1904)
            return (
                ExcelText(Array(shown.text.utf8)).shown(style), shown.isRounded ? number.text : nil
            )
        default: return (ExcelText(cell.value).shown(style), nil)
        }
    }

    // MARK: Merged cells

    private func merge(_ range: String) throws(DocumentError) {
        let ends = range.split(separator: ":").compactMap { CellName.place($0) }
        guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { return }
        let cell = SheetCell(
            row: ends[0].row, column: ends[0].column, rowSpan: ends[1].row - ends[0].row + 1,
            columnSpan: ends[1].column - ends[0].column + 1, text: [])
        try budget.spend(on: cell)
        merges.append(cell)
    }

    /// The sheet, once all of it has come by. What else is stored in the places of a merged cell is not shown.
    func finished() -> Workbook.Sheet {
        sheet.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        sheet.uniteTwins()
        sheet.merge(merges)
        sheet.hiddenRows = LineRanges(hiddenRows)
        sheet.hiddenColumns = LineRanges(hiddenColumns)
        return sheet
    }
}
