import Values

/// A page of tables that needs no other file and no script. Merged cells are real ones, and headers say what they head.
struct HTMLPage: SheetEncoder {
    private var wording: EntryWording

    init(_ language: Language) {
        wording = EntryWording(language)
    }

    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) {
        var page: Markup = isFirst ? head(sheet.title) : ""
        page += "<table>\n"
        if let title = sheet.title { page += "<caption>\(wording.title(title))</caption>\n" }
        page += header(of: sheet)
        let merges = MergeLayout(sheet)
        page += "<tbody>\n"
        for row in sheet.rows.indices { page += self.row(row, of: sheet, merges) }
        page += "</tbody>\n</table>\n"
        for note in wording.notes(of: sheet) { page += "<p>\(note)</p>\n" }
        bytes.append(contentsOf: page.text.utf8)
    }

    mutating func finish(into bytes: inout [UInt8]) {
        bytes.append(ascii: "</body>\n</html>\n")
    }

    private func head(_ title: Phrase?) -> Markup {
        let name = title ?? Phrase(zh: "政府信息公开工作年度报告", en: "Yearly reports on government information disclosure")
        return """
            <!DOCTYPE html>
            <html lang="\(wording.language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            \(Markup(stringLiteral: Generator.meta))
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(wording.title(name))</title>
            <style>
            :root { color-scheme: light dark }
            body { font-family: system-ui, sans-serif; margin: 1rem }
            table { border-collapse: collapse; margin-top: 1.5rem }
            caption { font-weight: bold; text-align: left; padding-bottom: .5rem }
            th, td { border: 1px solid gray; padding: .25rem .5rem; text-align: left }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            thead th[colspan] { text-align: center }
            p { margin: .25rem 0 }
            </style>
            </head>
            <body>

            """
    }

    private func header(of sheet: Sheet) -> Markup {
        let layout = HeaderLayout(sheet)
        var header: Markup = "<thead>\n"
        for level in 0...layout.levels.count {
            header += "<tr>"
            let groups = level < layout.levels.count ? layout.levels[level] : []
            for (index, column) in sheet.columns.enumerated() {
                if let group = groups.first(where: { $0.columns.lowerBound == index }) {
                    var span: Markup = group.columns.count > 1 ? " colspan=\"\(group.columns.count)\"" : ""
                    if layout.isWhole(group, in: sheet) { span += " rowspan=\"\(layout.levels.count - level + 1)\"" }
                    header += "<th scope=\"colgroup\"\(span)>\(wording.title(group.title))</th>"
                }
                guard layout.titleLevels[index] == level, layout.showsTitle(of: index, in: sheet) else { continue }
                let rows = layout.levels.count - level + 1
                let span: Markup = rows > 1 ? " rowspan=\"\(rows)\"" : ""
                header += "<th scope=\"col\"\(Self.style(column.kind))\(span)>\(wording.title(column.title))</th>"
            }
            header += "</tr>\n"
        }
        return header + "</thead>\n"
    }

    private mutating func row(_ row: Int, of sheet: Sheet, _ merges: MergeLayout) -> Markup {
        var cells: Markup = ""
        for (index, column) in sheet.columns.enumerated() where !merges.isCovered(row, index) {
            let entry = index < sheet.rows[row].count ? sheet.rows[row][index] : .empty
            let span: Markup =
                merges.merge(at: row, index).map { merge in
                    " rowspan=\"\(merge.rows.count)\" colspan=\"\(merge.columns.count)\""
                } ?? ""
            let inner: Markup = "\(Self.style(column.kind))\(span)>\(wording.text(entry))"
            cells += index == 0 && column.kind == .text ? "<th scope=\"row\"\(inner)</th>" : "<td\(inner)</td>"
        }
        return "<tr>\(cells)</tr>\n"
    }

    private static func style(_ kind: Column.Kind) -> Markup {
        kind == .number ? " class=\"n\"" : ""
    }
}
