import CXLSXWriter
import Values

/// The first worksheet of a workbook that has many: what each of them is, with a way to it.
final class WorkbookContents {
    private static let widths = [34, 64, 8]

    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let styles: WorkbookStyles
    private var row: UInt32 = 0

    init?(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ styles: WorkbookStyles, _ wording: EntryWording,
        _ names: inout WorksheetNames
    ) {
        let name = names.name(for: wording.title(Phrase(zh: "目录", en: "Contents")))
        guard let worksheet = workbook_add_worksheet(workbook, name) else { return nil }
        self.worksheet = worksheet
        self.styles = styles
        for (column, title) in Generator.contents.enumerated() {
            let text = WorkbookText.escaped(wording.title(title))
            worksheet_write_string(worksheet, 0, UInt16(column), text, styles.format(.header))
            worksheet_set_column(worksheet, UInt16(column), UInt16(column), Double(Self.widths[column]), nil)
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, 0)
    }

    /// - Parameter name: what the worksheet of the sheet is called.
    func add(_ sheet: Sheet, _ name: String, _ wording: EntryWording) {
        row += 1
        let title = sheet.title.map(wording.title) ?? name
        let shown = WorkbookText.escaped(name)
        worksheet_write_url_opt(worksheet, row, 0, "internal:'\(name)'!A1", styles.format(.link), shown, nil)
        worksheet_write_string(worksheet, row, 1, WorkbookText.escaped(title), styles.format(.text))
        let count = styles.format(.number(Affix(), digits: .grouped(decimals: 0)))
        worksheet_write_number(worksheet, row, 2, Double(sheet.rows.count), count)
        let lines = PrintWidth.lines(title, width: Self.widths[1] - 1)
        if lines > 1 { worksheet_set_row(worksheet, row, Double(lines) * 15 + 3, nil) }
    }
}
