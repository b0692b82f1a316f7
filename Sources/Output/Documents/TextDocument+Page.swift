import Values

extension TextDocument {
    /// A page that needs no other file, laid out for print.
    var page: Markup {
        var notes = Footnotes()
        var heading = 0
        let body = blocks.map { markup($0, &notes, &heading) }.joined(by: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            \(Markup(Generator.meta))
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            body { font-family: FangSong, "Noto Serif CJK SC", serif; max-width: 46rem; \
            margin: 2rem auto; padding: 0 1rem; line-height: 1.8 }
            h1 { text-align: center; font-size: 1.5rem }
            h2 { font-size: 1.15rem }
            h3 { font-size: 1rem }
            p.prose { text-indent: 2em; margin: .4rem 0 }
            p.right { text-align: right; margin: .2rem 0 }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.5 }
            th, td { border: 1px solid; padding: .3rem .5rem; text-align: left; vertical-align: top }
            td.n { text-align: right; font-variant-numeric: tabular-nums }
            tr { break-inside: avoid }
            nav ul { list-style: none; padding-left: 1em }
            sup { line-height: 0 }
            ol.notes { font-size: .85rem; line-height: 1.5; overflow-wrap: anywhere; border-top: 1px solid; \
            margin-top: 2rem; padding-top: 1rem }
            </style>
            </head>
            <body>
            <h1>\(title)</h1>
            \(body)
            \(Self.list(notes))</body>
            </html>

            """
    }

    private func markup(_ block: Block, _ notes: inout Footnotes, _ heading: inout Int) -> Markup {
        switch block {
        case .heading(let text, let level):
            heading += 1
            return level < 2
                ? "<h2 id=\"part-\(heading)\">\(text)</h2>" : "<h3 id=\"part-\(heading)\">\(text)</h3>"
        case .paragraph(let text, .prose): return "<p class=\"prose\">\(text)</p>"
        case .paragraph(let text, .margin): return "<p>\(text)</p>"
        case .paragraph(let text, .right): return "<p class=\"right\">\(text)</p>"
        case .noted(let spans):
            let inner = spans.map { "\($0.text)\(Self.mark($0.note, &notes))" as Markup }.joined()
            return "<p class=\"prose\">\(inner)</p>"
        case .table(let table): return Self.markup(table, &notes)
        case .contents(let title):
            let entries = headings.enumerated().map { number, heading in
                "<li><a href=\"#part-\(number + 1)\">\(heading.text)</a></li>" as Markup
            }
            return "<nav aria-label=\"\(title)\"><ul>\n\(entries.joined(by: "\n"))\n</ul></nav>"
        }
    }

    private static func markup(_ table: Table, _ notes: inout Footnotes) -> Markup {
        let head = table.header.map { "<th scope=\"col\">\($0)</th>" as Markup }.joined()
        var rows: [Markup] = []
        for (number, row) in table.rows.enumerated() {
            var cells: Markup = ""
            for (column, text) in row.enumerated() {
                let look: Markup = table.numeric.contains(column) ? " class=\"n\"" : ""
                let mark = mark(table.notes[CellPlace(row: number, column: column)], &notes)
                cells += "<td\(look)>\(text)\(mark)</td>"
            }
            rows.append("<tr>\(cells)</tr>")
        }
        return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined(by: "\n"))\n</tbody>\n</table>"
    }

    private static func mark(_ note: String?, _ notes: inout Footnotes) -> Markup {
        guard let note else { return "" }
        let number = notes.add(note)
        return "<sup><a id=\"ref-\(number)\" href=\"#note-\(number)\">\(number)</a></sup>"
    }

    private static func list(_ notes: Footnotes) -> Markup {
        guard !notes.texts.isEmpty else { return "" }
        let items = notes.texts.enumerated().map { number, text in
            "<li id=\"note-\(number + 1)\">\(text) <a href=\"#ref-\(number + 1)\">↩</a></li>" as Markup
        }
        return "<ol class=\"notes\">\n\(items.joined(by: "\n"))\n</ol>\n"
    }
}
