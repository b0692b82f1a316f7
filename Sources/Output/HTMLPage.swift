import Values

/// A page of tables that needs no other file and no script. Merged cells are real ones, and headers say what they head.
struct HTMLPage: SheetEncoder {
    private var wording: Wording

    init(_ language: Language) {
        wording = Wording(language)
    }

    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) {
        if isFirst { appendHead(sheet.title, into: &bytes) }
        bytes.append(ascii: "<table>\n")
        if let title = sheet.title {
            bytes.append(contentsOf: "<caption>\(Self.escaped(wording.title(title)))</caption>\n".utf8)
        }
        appendHeader(of: sheet, into: &bytes)
        let merges = MergeLayout(sheet)
        bytes.append(ascii: "<tbody>\n")
        for row in sheet.rows.indices { append(row, of: sheet, merges, into: &bytes) }
        bytes.append(ascii: "</tbody>\n</table>\n")
        for note in wording.notes(of: sheet) { bytes.append(contentsOf: "<p>\(Self.escaped(note))</p>\n".utf8) }
    }

    mutating func finish(into bytes: inout [UInt8]) {
        bytes.append(ascii: "</body>\n</html>\n")
    }

    private func appendHead(_ title: Phrase?, into bytes: inout [UInt8]) {
        let name = title ?? Phrase(zh: "政府信息公开工作年度报告", en: "Yearly reports on government information disclosure")
        let head = """
            <!DOCTYPE html>
            <html lang="\(wording.language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(wording.title(name)))</title>
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
        bytes.append(contentsOf: head.utf8)
    }

    private func appendHeader(of sheet: Sheet, into bytes: inout [UInt8]) {
        let layout = HeaderLayout(sheet)
        bytes.append(ascii: "<thead>\n")
        for level in 0...layout.levels.count {
            bytes.append(ascii: "<tr>")
            let groups = level < layout.levels.count ? layout.levels[level] : []
            for (index, column) in sheet.columns.enumerated() {
                if let group = groups.first(where: { $0.columns.lowerBound == index }) {
                    var span = group.columns.count > 1 ? " colspan=\"\(group.columns.count)\"" : ""
                    if layout.isWhole(group, in: sheet) { span += " rowspan=\"\(layout.levels.count - level + 1)\"" }
                    let title = Self.escaped(wording.title(group.title))
                    bytes.append(contentsOf: "<th scope=\"colgroup\"\(span)>\(title)</th>".utf8)
                }
                guard layout.titleLevels[index] == level, layout.showsTitle(of: index, in: sheet) else { continue }
                let rows = layout.levels.count - level + 1
                let span = rows > 1 ? " rowspan=\"\(rows)\"" : ""
                let title = Self.escaped(wording.title(column.title))
                bytes.append(contentsOf: "<th scope=\"col\"\(Self.style(column.kind))\(span)>\(title)</th>".utf8)
            }
            bytes.append(ascii: "</tr>\n")
        }
        bytes.append(ascii: "</thead>\n")
    }

    private mutating func append(_ row: Int, of sheet: Sheet, _ merges: MergeLayout, into bytes: inout [UInt8]) {
        bytes.append(ascii: "<tr>")
        for (index, column) in sheet.columns.enumerated() where !merges.isCovered(row, index) {
            let entry = index < sheet.rows[row].count ? sheet.rows[row][index] : .empty
            let tag = index == 0 && column.kind == .text ? "th scope=\"row\"" : "td"
            let span = merges.merge(at: row, index).map { merge in
                " rowspan=\"\(merge.rows.count)\" colspan=\"\(merge.columns.count)\""
            }
            let text = Self.escaped(wording.text(entry))
            bytes.append(contentsOf: "<\(tag)\(Self.style(column.kind))\(span ?? "")>\(text)</\(tag.prefix(2))>".utf8)
        }
        bytes.append(ascii: "</tr>\n")
    }

    private static func style(_ kind: Column.Kind) -> String {
        kind == .number ? " class=\"n\"" : ""
    }

    /// Text as HTML shows it; what is left of its controls, `VisibleText` has replaced.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
