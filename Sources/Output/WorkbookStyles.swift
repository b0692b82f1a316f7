import CXLSXWriter

/// The cell formats of one workbook, each made once.
final class WorkbookStyles {
    enum Style: Hashable {
        case title
        case header
        case text
        /// What stands in a number column and is no number.
        case gap
        case number(before: String, after: String)
        case note
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[style] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        formats[style] = format
        switch style {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .note:
            break
        case .header:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_bg_color(format, 0xE7E6E6)
            align(format, LXW_ALIGN_CENTER)
        case .text:
            format_set_text_wrap(format)
            align(format, LXW_ALIGN_LEFT)
        case .gap:
            align(format, LXW_ALIGN_RIGHT)
        case .number(let before, let after):
            // The cell stays a number to count with; the words around it are only how it looks.
            let number = [Self.quoted(before), "General", Self.quoted(after)].joined()
            if number != "General" { format_set_num_format(format, number) }
            align(format, LXW_ALIGN_RIGHT)
        }
        return format
    }

    /// A cell of the table proper, with a line around it.
    private func align(_ format: UnsafeMutablePointer<lxw_format>, _ horizontal: lxw_format_alignments) {
        format_set_align(format, UInt8(horizontal.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }

    private static func quoted(_ text: String) -> String {
        text.isEmpty ? "" : "\"\(text)\""
    }
}
