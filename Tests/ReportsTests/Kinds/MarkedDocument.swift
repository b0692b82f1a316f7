import Foundation
import Support

/// Table 2 with a marked text in every cell, as files of many formats.
enum MarkedDocument {
    static let title = "松溪县白石镇2023年政府信息公开工作年度报告"

    /// The rows: each a list of cells, with the columns each of them spans.
    private static func rows<Text>(
        _ plain: @escaping (String) -> Text, _ label: Text, _ value: @escaping (Int) -> Text
    ) -> [[(Text, Int)]] {
        let single = { (name: String) in (plain(name), 1) }
        let group = { (caption: String, header: String, rows: [(Text, Int)]) -> [[(Text, Int)]] in
            [[(plain(caption), 4)], [single("信息内容"), (plain(header), 3)]] + rows.map { [($0.0, 1), (value($0.1), 3)] }
        }
        return [
            [(plain("第二十条第（一）项"), 4)],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].map(single),
            [single("规章")] + (0...2).map { (value($0), 1) }, [single("行政规范性文件")] + (3...5).map { (value($0), 1) },
        ] + group("第二十条第（五）项", "本年处理决定数量", [(label, 6)])
            + group("第二十条第（六）项", "本年处理决定数量", [(plain("行政处罚"), 7), (plain("行政强制"), 8)])
            + group("第二十条第（八）项", "本年收费金额（单位：万元）", [(plain("行政事业性收费"), 9)])
    }

    static var html: String {
        let rows = rows({ $0 }, MarkedCell.licensingLabel.html) { MarkedCell.all[$0].html }
        let table = rows.map { cells in
            "<tr>" + cells.map { "<td colspan=\"\($0.1)\">\($0.0)</td>" }.joined() + "</tr>"
        }.joined()
        return "<html><head><meta charset=\"utf-8\">\(MarkedCell.sheet)</head><body><h1>\(title)</h1>"
            + "<p>二、主动公开政府信息情况</p><table>\(table)</table></body></html>"
    }

    static var mht: String {
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html; "
            + "charset=utf-8\n"
            + "Content-Transfer-Encoding: 8bit\n\n\(html)\n--b--\n"
    }

    static func json() throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: ["title": title, "content": html]), as: UTF8.self)
    }

    static func script() throws -> String {
        "document.write(\(try json().split(separator: ":", maxSplits: 1)[1].dropLast()));"
    }

    /// The body of a Word file.
    static var body: String {
        let run = { (text: String) in "<w:r><w:t>\(text)</w:t></w:r>" }
        let rows = rows(run, MarkedCell.licensingLabel.word) { MarkedCell.all[$0].word }
        let table = rows.map { cells in
            "<w:tr>"
                + cells.map {
                    "<w:tc><w:tcPr><w:tcW w:w=\"\($0.1 * 2000)\" w:type=\"dxa\"/><w:gridSpan "
                        + "w:val=\"\($0.1)\"/></w:tcPr>"
                        + "<w:p>\($0.0)</w:p></w:tc>"
                }.joined() + "</w:tr>"
        }.joined()
        let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: 4)
        let lines = [title, "二、主动公开政府信息情况"].map { "<w:p>\(run($0))</w:p>" }.joined()
        return "<w:body>\(lines)<w:tbl><w:tblPr><w:tblW w:w=\"8000\" w:type=\"dxa\"/></w:tblPr>"
            + "<w:tblGrid>\(grid)</w:tblGrid>\(table)</w:tbl><w:p/><w:sectPr/></w:body>"
    }

    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"

    static var flat: String {
        let package = "http://schemas.microsoft.com/office/2006/xmlPackage"
        return "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"\(package)\"><pkg:part pkg:name=\"/word/document.xml\">"
            + "<pkg:xmlData><w:document xmlns:w=\"\(main)\">\(body)</w:document></pkg:xmlData></pkg:part></pkg:package>"
    }

    /// Word 2003 marks deletions and insertions in a language of its own.
    static var word2003: String {
        var body = body
        for (name, kind) in [("del", "Deletion"), ("ins", "Insertion")] {
            body = body.replacing("<w:\(name) ", with: "<aml:annotation w:type=\"Word.\(kind)\" ")
                .replacing("</w:\(name)>", with: "</aml:annotation>")
        }
        return
            "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" "
            + "xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\">\(body)</w:wordDocument>"
    }

    /// The same rows in a sheet.
    static func workbook(_ values: [WorkbookFile.Value] = MarkedCell.all.map(\.sheet)) -> WorkbookFile {
        let plain = { (text: String) in WorkbookFile.Value.text(text) }
        let rows = rows(plain, MarkedCell.licensingLabel.sheet) { values[$0] }
        let lines = [[(plain(title), 4)], [(plain("二、主动公开政府信息情况"), 4)]] + rows
        var sheet = WorkbookFile.Sheet("表2")
        for (row, cells) in lines.enumerated() {
            var column = 0
            for (value, span) in cells {
                sheet.cells[[row, column]] = value
                if span > 1 { sheet.merges.append(.init(row, column, columns: span)) }
                column += span
            }
        }
        return WorkbookFile([sheet])
    }

    /// Writes the Word file into a folder.
    static func writeDocx(to folder: Folder) throws {
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        try folder.write(
            "<Types xmlns=\"\(packages)/content-types\"><Default Extension=\"rels\" ContentType="
                + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
                + "PartName=\"/word/document.xml\" "
                + "ContentType=\"\(types)\"/></Types>", to: "[Content_Types].xml")
        try folder.write(
            "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)\" "
                + "Target=\"word/document.xml\"/></Relationships>", to: "_rels/.rels")
        try folder.write("<w:document xmlns:w=\"\(main)\">\(body)</w:document>", to: "word/document.xml")
        try ExternalProgram.python?.run(
            ["-m", "zipfile", "-c", "marked.docx", "[Content_Types].xml", "_rels", "word"], in: folder.url)
    }
}
