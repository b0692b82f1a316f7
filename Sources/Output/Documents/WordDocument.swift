/// A document of Word (ECMA-376, WordprocessingML): A4, margins and type as official letters have them (GB/T 9704),
/// numbered pages, tables whose header stands on every page, a table of contents, footnotes.
struct WordDocument {
    /// Of the text, in twentieths of a point: A4 less its margins.
    private static let textWidth = 8844

    private let document: TextDocument
    private var notes = Footnotes()
    private var headingCount = 0

    init(_ document: TextDocument) {
        self.document = document
    }

    func bytes() throws(OutputError) -> [UInt8] {
        var writing = self
        let text = writing.text()
        let notes = writing.notes.texts
        var parts: [(name: String, content: String)] = [
            ("docProps/app.xml", WordParts.properties),
            ("[Content_Types].xml", WordParts.contentTypes(hasNotes: !notes.isEmpty)),
            ("_rels/.rels", WordParts.relations),
            ("word/_rels/document.xml.rels", WordParts.documentRelations(hasNotes: !notes.isEmpty)),
            ("word/styles.xml", WordParts.styles), ("word/footer1.xml", WordParts.footer),
            ("word/settings.xml", WordParts.settings(hasNotes: !notes.isEmpty)), ("word/document.xml", text),
        ]
        if !notes.isEmpty { parts.append(("word/footnotes.xml", WordParts.footnotes(notes))) }
        return try ZipFile.bytes(of: parts)
    }

    private mutating func text() -> String {
        var body = [Self.paragraph(document.title, style: "Title")]
        var isBelowProse = false
        for block in document.blocks {
            if isBelowProse, case .table = block { body.append(Self.gap) }
            body.append(markup(block))
            switch block {
            case .paragraph, .noted: isBelowProse = true
            default: isBelowProse = false
            }
        }
        let xml: Markup = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
            \(body.joined(by: "\n"))
            <w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1191" \
            w:gutter="0"/></w:sectPr></w:body></w:document>
            """
        return WordParts.declaration + xml.text
    }

    private mutating func markup(_ block: TextDocument.Block) -> Markup {
        switch block {
        case .heading(let text, let level): return heading(text, style: level < 2 ? "Heading1" : "Heading2")
        case .paragraph(let text, .prose): return Self.paragraph(text, style: "Prose")
        case .paragraph(let text, .margin): return Self.paragraph(text)
        case .paragraph(let text, .right): return Self.paragraph(text, style: "Signature")
        case .noted(let spans):
            var runs: Markup = ""
            for span in spans { runs += Self.run(span.text) + mark(span.note) }
            return Self.paragraph(runs: runs, style: "Prose")
        case .table(let table): return self.table(table)
        case .contents(let title): return contents(title)
        }
    }

    // MARK: Headings

    /// A heading with a bookmark that the table of contents leads to.
    private mutating func heading(_ text: String, style: String) -> Markup {
        headingCount += 1
        return Self.paragraph(
            runs: """
                <w:bookmarkStart w:id="\(headingCount)" w:name="\(Self.bookmark(headingCount))"/>\(Self.run(text))\
                <w:bookmarkEnd w:id="\(headingCount)"/>
                """, style: style)
    }

    private static func bookmark(_ heading: Int) -> Markup { "_Toc\(heading)" }

    /// A field that an office program can bring up to date, filled in already. Without page numbers: only the program
    /// that lays the document out knows them.
    private func contents(_ title: String) -> Markup {
        let headings = document.headings
        let begin: Markup = """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \
            \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
            """
        let end: Markup = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let entries = headings.enumerated().map { number, heading in
            Self.paragraph(
                runs: """
                    \(number == 0 ? begin : "")<w:hyperlink w:anchor="\(Self.bookmark(number + 1))" w:history="1">\
                    \(Self.run(heading.text))</w:hyperlink>\(number + 1 == headings.count ? end : "")
                    """, style: heading.level < 2 ? "TOC1" : "TOC2")
        }
        return Self.paragraph(title, style: "TOCHeading") + entries.joined(by: "\n")
    }

    // MARK: Paragraphs

    private static func paragraph(_ text: String, style: String? = nil) -> Markup {
        paragraph(runs: run(text), style: style)
    }

    private static func paragraph(runs: Markup, style: String?) -> Markup {
        let look: Markup = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(look)\(runs)</w:p>"
    }

    private static func run(_ text: String) -> Markup {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            "<w:t xml:space=\"preserve\">\(String(line))</w:t>" as Markup
        }
        return "<w:r>\(lines.joined(by: "<w:br/>"))</w:r>"
    }

    private mutating func mark(_ note: String?) -> Markup {
        guard let note else { return "" }
        return """
            <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>\
            <w:footnoteReference w:id="\(notes.add(note))"/></w:r>
            """
    }

    // MARK: Tables

    /// Between prose and a table.
    private static let gap: Markup = "<w:p><w:pPr><w:spacing w:line=\"160\" w:lineRule=\"exact\"/></w:pPr></w:p>"

    private mutating func table(_ table: TextDocument.Table) -> Markup {
        let total = max(1, table.widths.reduce(0, +))
        let widths = table.widths.map { $0 * Self.textWidth / total }
        let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" as Markup }.joined()
        var rows = [Self.row(table.header.map { Self.paragraph($0, style: "CellHeader") }, widths, isHeader: true)]
        for (number, row) in table.rows.enumerated() {
            var cells: [Markup] = []
            for (column, text) in row.enumerated() {
                let note = table.notes[TextDocument.CellPlace(row: number, column: column)]
                cells.append(
                    Self.paragraph(
                        runs: Self.run(text) + mark(note), style: table.numeric.contains(column) ? "CellNumber" : "Cell"
                    ))
            }
            rows.append(Self.row(cells, widths))
        }
        // Word wants a paragraph between two tables, and after the last.
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="\(Self.textWidth)" w:type="dxa"/>\
            <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
            \(rows.joined(by: "\n"))
            </w:tbl><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>
            """
    }

    private static func row(_ cells: [Markup], _ widths: [Int], isHeader: Bool = false) -> Markup {
        let header: Markup = isHeader ? "<w:tblHeader/>" : ""
        let blank = paragraph("", style: "Cell")
        let all = cells + Array(repeating: blank, count: max(0, widths.count - cells.count))
        let content = zip(widths, all).map { width, cell in
            """
            <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>\(cell)</w:tc>
            """ as Markup
        }
        return "<w:tr><w:trPr><w:cantSplit/>\(header)</w:trPr>\(content.joined())</w:tr>"
    }
}
