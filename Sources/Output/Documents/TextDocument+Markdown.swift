import Values

extension TextDocument {
    var markdown: String {
        var notes = Footnotes()
        let body = ["# \(Self.line(title))"] + blocks.map { markdown($0, &notes) }
        let footnotes = notes.texts.enumerated().map { "[^\($0.offset + 1)]: \(Self.line($0.element))" }
        return (body + footnotes + [Generator.comment]).joined(separator: "\n\n") + "\n"
    }

    private func markdown(_ block: Block, _ notes: inout Footnotes) -> String {
        switch block {
        case .heading(let text, let level): return String(repeating: "#", count: level + 1) + " " + Self.line(text)
        case .paragraph(let text, _): return Self.line(text)
        case .noted(let spans):
            var text = ""
            for span in spans {
                text += Self.line(span.text)
                if let note = span.note { text += "[^\(notes.add(note))]" }
            }
            return text
        case .table(let table):
            let rule = table.header.indices.map { table.numeric.contains($0) ? "---:" : "---" }
            var rows = [Self.row(table.header.map(Self.line)), Self.row(rule)]
            for (number, row) in table.rows.enumerated() {
                var cells = row.map(Self.line)
                for column in cells.indices {
                    guard let note = table.notes[CellPlace(row: number, column: column)] else { continue }
                    cells[column] += "[^\(notes.add(note))]"
                }
                rows.append(Self.row(cells))
            }
            return rows.joined(separator: "\n")
        case .contents(let title):
            let entries = headings.map { heading in
                String(repeating: "  ", count: heading.level - 1)
                    + "- [\(Self.line(heading.text))](#\(Self.anchor(heading.text)))"
            }
            return (["**\(Self.line(title))**", ""] + entries).joined(separator: "\n")
        }
    }

    /// What a heading is called where Markdown is shown: its words, with hyphens for spaces.
    private static func anchor(_ heading: String) -> String {
        String(
            heading.lowercased().compactMap { character -> Character? in
                if character.isLetter || character.isNumber || character == "-" { return character }
                return character == " " ? "-" : nil
            })
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// On one line, and shown as it is.
    private static func line(_ text: String) -> String {
        MarkdownTable.escaped(VisibleText.of(text.split(whereSeparator: \.isNewline).joined(separator: " ")))
    }
}
