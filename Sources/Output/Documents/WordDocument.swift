/// A document of Word (ECMA-376, WordprocessingML): A4, margins and type as official letters have them (GB/T 9704),
/// numbered pages, tables whose header stands on every page.
struct WordDocument {
    /// Of the text, in twentieths of a point: A4 less its margins.
    private static let textWidth = 8844

    private let document: TextDocument

    init(_ document: TextDocument) {
        self.document = document
    }

    func bytes() throws(OutputError) -> [UInt8] {
        try ZipFile.bytes(of: [
            ("docProps/app.xml", WordParts.properties), ("[Content_Types].xml", WordParts.contentTypes),
            ("_rels/.rels", WordParts.relations), ("word/_rels/document.xml.rels", WordParts.documentRelations),
            ("word/styles.xml", WordParts.styles), ("word/footer1.xml", WordParts.footer), ("word/document.xml", text),
        ])
    }

    private var text: String {
        let body = [Self.paragraph(document.title, style: "Title")] + document.blocks.map(Self.block)
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

    private static func block(_ block: TextDocument.Block) -> Markup {
        switch block {
        case .heading(let text, let level): paragraph(text, style: level < 2 ? "Heading1" : "Heading2")
        case .paragraph(let text, .prose): paragraph(text, style: "Prose")
        case .paragraph(let text, .margin): paragraph(text)
        case .paragraph(let text, .right): paragraph(text, style: "Signature")
        case .table(let table): self.table(table)
        }
    }

    private static func paragraph(_ text: String, style: String? = nil) -> Markup {
        let look: Markup = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            "<w:t xml:space=\"preserve\">\(String(line))</w:t>" as Markup
        }
        return "<w:p>\(look)<w:r>\(lines.joined(by: "<w:br/>"))</w:r></w:p>"
    }

    private static func table(_ table: TextDocument.Table) -> Markup {
        let total = max(1, table.widths.reduce(0, +))
        let widths = table.widths.map { $0 * textWidth / total }
        let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" as Markup }.joined()
        let rows = [row(table.header, widths, isHeader: true)] + table.rows.map { row($0, widths) }
        // Word wants a paragraph between two tables, and after the last.
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="\(textWidth)" w:type="dxa"/>\
            <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
            \(rows.joined(by: "\n"))
            </w:tbl><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>
            """
    }

    private static func row(_ cells: [String], _ widths: [Int], isHeader: Bool = false) -> Markup {
        let header: Markup = isHeader ? "<w:tblHeader/>" : ""
        let content = zip(widths, cells + Array(repeating: "", count: max(0, widths.count - cells.count))).map {
            width, text in
            """
            <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/></w:tcPr>\
            \(paragraph(text, style: isHeader ? "CellHeader" : "Cell"))</w:tc>
            """ as Markup
        }
        return "<w:tr><w:trPr><w:cantSplit/>\(header)</w:trPr>\(content.joined())</w:tr>"
    }
}
