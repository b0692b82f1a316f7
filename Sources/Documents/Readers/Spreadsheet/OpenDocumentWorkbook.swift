import Values

/// The content of an OpenDocument workbook as it comes by: styles first, then sheets of rows of cells, in which what is
/// alike in neighbours stands once, with how often.
final class OpenDocumentWorkbook: XMLEventReader {
    private(set) var workbook = Workbook()
    let styles = OpenDocumentStyles()
    private var budget: SheetBudget
    private var sheet: Workbook.Sheet?
    /// How many tables are open; one within a cell's drawing or another table is none of the workbook's.
    private var depth = 0
    private var isLinked = false
    private var row = 0
    private var rowCount = 1
    private var rowCells: [SheetCell] = []
    private var column = 0
    private var columnOfWidths = 0
    private var cell: OpenDocumentCell?
    private var isInSpreadsheet = false
    private var isInLinks = false

    init(_ limits: Limits) { budget = SheetBudget(limits) }

    // MARK: Events

    func open(_ name: String, _ attributes: XMLAttributes) throws(DocumentError) {
        if name == "spreadsheet" { isInSpreadsheet = true }
        guard isInSpreadsheet else { return styles.open(name, attributes) }
        // What other programs had sent to the workbook.
        if name == "dde-links" { isInLinks = true }
        guard !isInLinks else { return }
        if name == "table" { return beginTable(attributes) }
        guard depth == 1 else { return }
        if cell != nil {
            cell?.open(name, attributes, styles)
            return
        }
        switch name {
        // The cached cells of another file.
        case "table-source": isLinked = true
        case "table-column":
            let count = Self.count(attributes["number-columns-repeated"], upTo: CellName.columns - columnOfWidths)
            if Self.isCollapsed(attributes) {
                sheet?.hiddenColumns.insert(columnOfWidths..<columnOfWidths + count)
            }
            columnOfWidths += count
        case "table-row":
            rowCount = Self.count(attributes["number-rows-repeated"], upTo: CellName.rows - row)
            if Self.isCollapsed(attributes) { sheet?.hiddenRows.insert(row..<row + rowCount) }
            column = 0
            rowCells = []
        case "table-cell": cell = OpenDocumentCell(attributes, styles)
        case "covered-table-cell":
            column += Self.count(attributes["number-columns-repeated"], upTo: CellName.columns - column)
            cell = OpenDocumentCell(covered: attributes)
        default: break
        }
    }

    private func beginTable(_ attributes: XMLAttributes) {
        depth += 1
        guard depth == 1 else { return }
        sheet = Workbook.Sheet(
            name: attributes["name"] ?? "", isHidden: styles.look("table", attributes["style-name"]).isHidden)
        (isLinked, row, columnOfWidths) = (false, 0, 0)
    }

    func close(_ name: String) throws(DocumentError) {
        guard isInSpreadsheet else { return styles.close(name) }
        if name == "dde-links" { isInLinks = false }
        guard !isInLinks else { return }
        if name == "table" {
            depth -= 1
            if depth == 0, let sheet, !isLinked { workbook.sheets.append(sheet) }
            return
        }
        guard depth == 1 else { return }
        switch name {
        case "spreadsheet": isInSpreadsheet = false
        case "table-cell", "covered-table-cell":
            guard let closed = cell else { return }
            cell = nil
            if !closed.isCovered { try finish(closed) }
        case "table-row": try finishRow()
        default: cell?.close(name)
        }
    }

    func take(_ text: UnsafeBufferPointer<UInt8>) { cell?.take(text) }

    // MARK: Cells

    private func finish(_ closed: OpenDocumentCell) throws(DocumentError) {
        let count = Self.count(closed.repeated, upTo: CellName.columns - column)
        defer { column += count }
        let shown = closed.shown
        let isBlank = !shown.text.contains { $0 > 0x20 }
        guard !isBlank || closed.rowSpan > 1 || closed.columnSpan > 1 else { return }
        let made = SheetCell(
            row: row, column: column, rowSpan: closed.rowSpan, columnSpan: closed.columnSpan,
            text: isBlank ? [] : shown.text, stored: shown.stored)
        try budget.spend(on: made, times: count)
        for number in 0..<count {
            var cell = made
            cell.column += number
            rowCells.append(cell)
        }
    }

    private func finishRow() throws(DocumentError) {
        defer { row += rowCount }
        guard !rowCells.isEmpty, rowCount > 0 else { return }
        if rowCount > 1 {
            for cell in rowCells { try budget.spend(on: cell, times: rowCount - 1) }
        }
        for number in 0..<rowCount {
            sheet?.cells += rowCells.map { cell in
                var cell = cell
                cell.row += number
                return cell
            }
        }
    }

    /// 19.676 and 19.679, number-columns-repeated and number-rows-repeated; within the sheet's size.
    private static func count(_ attribute: String?, upTo limit: Int) -> Int {
        max(0, min(attribute.flatMap { Int($0) } ?? 1, limit))
    }

    /// 19.749 table:visibility
    private static func isCollapsed(_ attributes: XMLAttributes) -> Bool {
        attributes["visibility"].map { $0 != "visible" } ?? false
    }
}

/// One cell of an OpenDocument sheet while it comes by: its text is what it shows.
struct OpenDocumentCell {
    let repeated: String?
    let rowSpan: Int
    let columnSpan: Int
    let isCovered: Bool
    private let type: String?
    private let value: String?
    private let formula: String?
    private var line = MarkedLine()
    private var paragraphs = 0
    /// The looks of the spans that are open, the cell's own first.
    private var looks: [TextLook]
    private var ground = TextColour.known(.white)
    /// Whether text is being read, and how many elements are open whose text is none of the cell's: a comment, a
    /// drawing, a reading aid.
    private var isInParagraph = false
    private var strangers = 0

    init(_ attributes: XMLAttributes, _ styles: OpenDocumentStyles) {
        repeated = attributes["number-columns-repeated"]
        rowSpan = Self.span(attributes.number("number-rows-spanned"), CellName.rows)
        columnSpan = Self.span(attributes.number("number-columns-spanned"), CellName.columns)
        type = attributes["value-type"]
        value =
            attributes["value"] ?? attributes["date-value"] ?? attributes["time-value"] ?? attributes["boolean-value"]
            ?? attributes["string-value"]
        formula = attributes["formula"]
        looks = [styles.look("table-cell", attributes["style-name"])]
        ground = styles.ground(ofCell: attributes["style-name"])
        isCovered = false
    }

    /// One that a merged cell lies over, whatever it holds.
    init(covered attributes: XMLAttributes) {
        (repeated, type, value, formula) = (nil, nil, nil, nil)
        (rowSpan, columnSpan) = (1, 1)
        looks = [TextLook(isHidden: true)]
        isCovered = true
    }

    private static func span(_ number: Int?, _ limit: Int) -> Int { min(max(number ?? 1, 1), limit) }

    mutating func open(_ name: String, _ attributes: XMLAttributes, _ styles: OpenDocumentStyles) {
        if strangers > 0 || Self.strange.contains(name) {
            strangers += 1
            return
        }
        let look = looks.last ?? TextLook()
        switch name {
        case "p":
            if paragraphs > 0 { line.append(0x0A) }
            paragraphs += 1
            isInParagraph = true
        case "span": looks.append(styles.look("text", attributes["style-name"], over: look, on: ground))
        case "s": line.append(repeatElement(0x20, count: min(max(attributes.number("c") ?? 1, 1), 1000)), look)
        case "tab": line.append(0x20)
        case "line-break": line.append(0x0A)
        default: break
        }
    }

    mutating func close(_ name: String) {
        if strangers > 0 {
            strangers -= 1
            return
        }
        switch name {
        case "p": isInParagraph = false
        case "span": if looks.count > 1 { looks.removeLast() }
        default: break
        }
    }

    mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
        guard isInParagraph, strangers == 0 else { return }
        line.append(text, looks.last ?? TextLook())
    }

    /// office:annotation, draw: and svg: shapes, ruby text, and forms' events.
    private static let strange: Set<String> = [
        "annotation", "frame", "custom-shape", "rect", "line", "control", "g", "ruby-text", "event-listeners",
        "caption", "ellipse", "path", "polygon", "polyline", "connector", "measure", "page-thumbnail",
        "regular-polygon",
    ]

    /// What the cell shows, and the number it holds where that is another.
    var shown: (text: [UInt8], stored: String?) {
        var line = line
        let struck = line.struck
        var text: [UInt8] = []
        if case .line(let kept) = [.line(line.end())].keeping(struck: struck).first { text = kept }
        switch type {
        case "float", "currency", "percentage":
            guard let number = value.flatMap({ StoredNumber($0.utf8) }) else { return (text, nil) }
            return shown(text, of: number, isPercentage: type == "percentage")
        // Days and hours are no counts, however short they are written.
        case "date", "time": return (Array((value ?? "").utf8), nil)
        default:
            if formula != nil, paragraphs == 0, type == nil { return (Array("=".utf8), nil) }
            return (text.isEmpty && paragraphs == 0 && type == "string" ? Array((value ?? "").utf8) : text, nil)
        }
    }

    private func shown(
        _ text: [UInt8], of number: StoredNumber, isPercentage: Bool
    ) -> (text: [UInt8], stored: String?) {
        guard text.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
            if paragraphs == 0 || number.isZero { return (Array(number.text.utf8), nil) }
            return (text.contains { $0 > 0x20 } ? text : ObjectMark.bytes, nil)
        }
        let digits = text.filter { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
        guard let seen = StoredNumber(digits) else { return (text, nil) }
        let whole = isPercentage ? number.shifted(by: 2) : number
        // What is shown in 万 has its digits elsewhere, and is as exact.
        let hasUnit = text.contains { $0 >= 0x80 }
        return (text, seen == whole.magnitude || hasUnit && seen.digits == whole.digits ? nil : number.text)
    }
}
