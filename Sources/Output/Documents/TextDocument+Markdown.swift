extension TextDocument {
    var markdown: String {
        (["# \(Self.line(title))"] + blocks.map(Self.markdown)).joined(separator: "\n\n") + "\n"
    }

    private static func markdown(_ block: Block) -> String {
        switch block {
        case .heading(let text, let level): String(repeating: "#", count: level + 1) + " " + line(text)
        case .paragraph(let text, _): line(text)
        case .table(let table):
            ([row(table.header), row(table.header.map { _ in "---" }, escaping: false)] + table.rows.map { row($0) })
                .joined(separator: "\n")
        }
    }

    private static func row(_ cells: [String], escaping: Bool = true) -> String {
        "| " + cells.map { escaping ? line($0) : $0 }.joined(separator: " | ") + " |"
    }

    /// On one line, and shown as it is.
    private static func line(_ text: String) -> String {
        MarkdownTable.escaped(VisibleText.of(text.split(whereSeparator: \.isNewline).joined(separator: " ")))
    }
}
