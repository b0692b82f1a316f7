@testable import Documents

/// Word files that tests make.
enum WordFile {
    static func make(body: String, main: String = "word/document.xml", extra: [PackedFile.Member] = []) -> [UInt8] {
        make(xml: xml(body: body), main: main, extra: extra)
    }

    static func make(xml: String, main: String = "word/document.xml", extra: [PackedFile.Member] = []) -> [UInt8] {
        let types = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/>
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/\(main)" ContentType=
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """
        let relations = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="\(main)"/></Relationships>
            """
        let members = [("[Content_Types].xml", types), ("_rels/.rels", relations), (main, xml)]
        return PackedFile.make(.zip, members.map { .init($0.0, Array($0.1.utf8)) } + extra)
    }

    static func xml(body: String) -> String {
        """
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
         xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
         xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\
        <w:body>\(body)</w:body></w:document>
        """
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    static func cells(_ texts: [String]) -> String { texts.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() }

    static func cell(_ text: String, span: Int = 1, merge: String? = nil) -> String {
        let vertical = merge.map { $0.isEmpty ? "<w:vMerge/>" : "<w:vMerge w:val=\"\($0)\"/>" } ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph(String($0)) }
        return "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/>\(vertical)</w:tcPr>\(lines.joined())</w:tc>"
    }

    /// The same table as `Fixture.requestsTable`.
    static let requestsTable = """
        <w:tbl><w:tblGrid>\(String(repeating: "<w:gridCol w:w=\"900\"/>", count: 7))</w:tblGrid>
        <w:tr>\(cell("（勾稽关系）", span: 3, merge: "restart"))\(cell("申请人情况", span: 4))</w:tr>
        <w:tr>\(cell("", span: 3, merge: ""))\(cell("自然人", merge: "restart"))\(cell("法人或其他组织", span: 2))
        \(cell("总计", merge: "restart"))</w:tr>
        <w:tr>\(cell("", span: 3, merge: "continue"))\(cell("", merge: ""))\(cell("商业\n企业"))\(cell("其他"))
        \(cell("", merge: ""))</w:tr>
        <w:tr>\(cell("一、本年新收", span: 3))\(cell("3"))\(cell(""))\(cell("/"))\(cell("3"))</w:tr>
        <w:tr>\(cell("三、本年度办理结果", merge: "restart"))\(cell("（一）予以公开", span: 2))\
        \(cell("1"))\(cell("0"))\(cell("0"))\(cell("1"))</w:tr>
        <w:tr>\(cell("", merge: ""))\(cell("（三）不予公开"))\(cell("1.属于国家秘密"))\
        \(cell("0"))\(cell("0"))\(cell("0"))\(cell("0"))</w:tr>
        </w:tbl>
        """
}

/// Suites that ask what a Word file shows in a cell of a table.
protocol WordSuite {}

extension WordSuite {
    func run(_ text: String, _ looks: String = "") -> String {
        "<w:r><w:rPr>\(looks)</w:rPr><w:t>\(text)</w:t></w:r>"
    }

    /// What is read of the second cell, whose content is given as elements.
    func word(_ content: String, styles: String = "", table: String = "") throws -> String {
        let body =
            "<w:tbl>\(table)<w:tr>\(WordFile.cell("规章"))<w:tc>\(content)</w:tc></w:tr>"
            + "<w:tr>\(WordFile.cell("甲"))\(WordFile.cell("乙"))</w:tr></w:tbl>"
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        let part = "<w:styles \(space)>\(styles)</w:styles>"
        let bytes = WordFile.make(body: body, extra: [.init("word/styles.xml", Array(part.utf8))])
        let document = try DocumentReader.read(bytes, name: "a.docx")
        return String(document.blockTexts.first?.split(separator: "\n").first?.dropFirst(3) ?? "")
    }
}
