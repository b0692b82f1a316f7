import Values

extension TextDocument {
    /// A page that needs no other file, laid out for print.
    var page: Markup {
        let body = blocks.map(Self.markup).joined(by: "\n")
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            \(Markup(stringLiteral: Generator.meta))
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            body { font-family: FangSong, "Noto Serif CJK SC", serif; max-width: 46rem; \
            margin: 2rem auto; padding: 0 1rem; line-height: 1.8 }
            h1 { text-align: center; font-size: 1.5rem }
            h2 { font-size: 1.15rem }
            p.prose { text-indent: 2em; margin: .4rem 0 }
            p.right { text-align: right; margin: .2rem 0 }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.5 }
            th, td { border: 1px solid; padding: .3rem .5rem; text-align: left; vertical-align: top }
            tr { break-inside: avoid }
            </style>
            </head>
            <body>
            <h1>\(title)</h1>
            \(body)
            </body>
            </html>

            """
    }

    private static func markup(_ block: Block) -> Markup {
        switch block {
        case .heading(let text, let level): return level < 2 ? "<h2>\(text)</h2>" : "<h3>\(text)</h3>"
        case .paragraph(let text, .prose): return "<p class=\"prose\">\(text)</p>"
        case .paragraph(let text, .margin): return "<p>\(text)</p>"
        case .paragraph(let text, .right): return "<p class=\"right\">\(text)</p>"
        case .table(let table):
            let head = table.header.map { "<th scope=\"col\">\($0)</th>" as Markup }.joined()
            let rows = table.rows.map { row in
                "<tr>\(row.map { "<td>\($0)</td>" as Markup }.joined())</tr>" as Markup
            }.joined(by: "\n")
            return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows)\n</tbody>\n</table>"
        }
    }
}
