import CXLSXWriter

/// The cell formats of one workbook, each made once.
final class WorkbookStyles {
    enum Style: Hashable {
        /// Wrapped where it is merged over the table; else it runs on over the empty cells beside it.
        case title(isWrapped: Bool)
        case header
        case text
        /// What stands in a number column and is no number.
        case gap
        case number(Affix, digits: Digits)
        case note(isWrapped: Bool)
        /// A way to another worksheet.
        case link
    }

    /// How the digits of a number look.
    enum Digits: Hashable {
        /// A year, say, or the digits of an average.
        case asTheyAre
        /// Thousands apart, and as many decimals as the number has.
        case grouped(decimals: Int)

        init(_ number: Number) {
            guard number.isGrouped else {
                self = .asTheyAre
                return
            }
            let parts = number.digits.split(separator: ".")
            self = .grouped(decimals: parts.count > 1 ? parts[1].count : 0)
        }

        /// As Excel writes it.
        var format: String {
            switch self {
            case .asTheyAre: "General"
            case .grouped(let decimals): "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
            }
        }
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
        case .title(let isWrapped):
            format_set_bold(format)
            format_set_font_size(format, 14)
            if isWrapped { format_set_text_wrap(format) }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        case .note(let isWrapped):
            if isWrapped { format_set_text_wrap(format) }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .link:
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x0563C1)
            align(format, LXW_ALIGN_LEFT)
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
        case .number(let affix, let digits):
            // The cell stays a number to count with; the words around it are only how it looks.
            let number = Self.quoted(affix.before) + digits.format + Self.quoted(affix.after)
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
