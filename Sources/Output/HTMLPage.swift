import Values

/// A page of tables that needs no other file and no script. Merged cells are real ones, and headers say what they head.
struct HTMLPage: SheetEncoder {
    private var wording: EntryWording
    private var sheet = Sheet(columns: [])
    /// Of the sheet's own rows, which come first.
    private var merges = MergeLayout(Sheet(columns: []))
    private var rowCount = 0

    init(_ language: Language) {
        wording = EntryWording(language)
    }

    mutating func begin(_ sheet: Sheet, isFirst: Bool, to output: OutputBuffer) {
        self.sheet = sheet
        merges = MergeLayout(sheet)
        rowCount = 0
        var page: Markup = isFirst ? head(sheet.title) : ""
        page += "<table>\n"
        if let title = sheet.title { page += "<caption>\(wording.title(title))</caption>\n" }
        page += header(of: sheet)
        page += "<tbody>\n"
        output.bytes.append(contentsOf: page.text.utf8)
    }

    mutating func append(_ row: [Entry], _ emphasis: Emphasis?, to output: OutputBuffer) {
        append(row, into: &output.bytes)
        rowCount += 1
    }

    mutating func end(footnotes: [Phrase], to output: OutputBuffer) {
        output.bytes.append(ascii: "</tbody>\n</table>\n")
        for note in wording.notes(footnotes) {
            output.bytes.append(contentsOf: ("<p>\(note)</p>\n" as Markup).text.utf8)
        }
    }

    mutating func finish(to output: OutputBuffer) {
        output.bytes.append(ascii: "</body>\n</html>\n")
    }

    private func head(_ title: Phrase?) -> Markup {
        let name = title ?? Phrase(zh: "政府信息公开工作年度报告", en: "Yearly reports on government information disclosure")
        return """
            <!DOCTYPE html>
            <html lang="\(wording.language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            \(Markup(Generator.meta))
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

    private mutating func append(_ row: [Entry], into bytes: inout [UInt8]) {
        bytes.append(ascii: "<tr>")
        for (index, column) in sheet.columns.enumerated() where !merges.isCovered(rowCount, index) {
            let isHead = index == 0 && column.kind == .text
            bytes.append(ascii: isHead ? "<th scope=\"row\"" : "<td")
            if column.kind == .number { bytes.append(ascii: Self.numberStyle) }
            if let merge = merges.merge(at: rowCount, index) {
                let span = " rowspan=\"\(merge.rows.count)\" colspan=\"\(merge.columns.count)\""
                bytes.append(contentsOf: span.utf8)
            }
            bytes.append(UInt8(ascii: ">"))
            append(index < row.count ? row[index] : .empty, into: &bytes)
            bytes.append(ascii: isHead ? "</th>" : "</td>")
        }
        bytes.append(ascii: "</tr>\n")
    }

    private mutating func append(_ entry: Entry, into bytes: inout [UInt8]) {
        let start = bytes.count
        wording.append(entry, to: &bytes)
        let isPlain = bytes.withUnsafeBufferPointer { bytes in
            PlainText.width(of: UnsafeBufferPointer(rebasing: bytes[start...]), escapes: Markup.escapes) != nil
        }
        if isPlain { return }
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: ("\(wording.text(entry))" as Markup).text.utf8)
    }

    private static let numberStyle: StaticString = " class=\"n\""

    private static func style(_ kind: Column.Kind) -> Markup {
        kind == .number ? Markup(numberStyle) : ""
    }
}
