import Foundation
import Support
import Testing
import Values

@testable import Output

@Suite struct TextDocumentTests {
    private static let letter = TextDocument(
        title: "整改通知 <一>",
        blocks: [
            .paragraph("白杨镇人民政府：", .margin), .heading("2021年度", level: 1),
            .paragraph("经核对，有 1 处\u{1B}[31m存疑 & \"不符\"。", .prose),
            .table(
                TextDocument.Table(
                    header: ["序号", "问题"], widths: [1, 4], rows: [["1", "由 5 改为 4 | *"], ["2"], ["3", "第一行\n第二行"]])),
            .paragraph("2026年1月5日", .right),
        ])

    /// With everything that a brief has: contents, footnotes in prose and in a table.
    private static let brief: TextDocument = {
        var table = TextDocument.Table(header: ["指标", "件"], widths: [3, 1], rows: [["申请 <b>", "12"]], numeric: [1])
        table.notes[TextDocument.CellPlace(row: 0, column: 1)] = "柳溪镇 & 白杨镇.txt:7"
        return TextDocument(
            title: "青禾县<b>分析",
            blocks: [
                .contents(title: "目录"), .heading("一、总体情况", level: 1),
                .noted([
                    TextDocument.Span("共 "), TextDocument.Span("5", note: "柳溪镇\u{1B}[31m <i>.txt:3"),
                    TextDocument.Span(" 个。"),
                ]),
                .heading("（一）数据", level: 2), .table(table),
            ])
    }()

    @Test func footnotesAndContentsInMarkdown() throws {
        let text = String(decoding: try Self.brief.bytes(as: .md), as: UTF8.self)
        #expect(
            text == """
                # 青禾县&lt;b&gt;分析

                **目录**

                - [一、总体情况](#一总体情况)
                  - [（一）数据](#一数据)

                ## 一、总体情况

                共 5[^1] 个。

                ### （一）数据

                | 指标 | 件 |
                | --- | ---: |
                | 申请 &lt;b&gt; | 12[^2] |

                [^1]: 柳溪镇␛\\[31m &lt;i&gt;.txt:3

                [^2]: 柳溪镇 &amp; 白杨镇.txt:7

                <!-- nianbao -->

                """)
    }

    @Test func footnotesAndContentsOfAPageLeadToTheirPlaces() throws {
        let text = String(decoding: try Self.brief.bytes(as: .html), as: UTF8.self)
        let targets = text.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
        #expect(targets.count == 6)
        for target in targets { #expect(text.contains("id=\"\(target)\""), "\(target)") }
        #expect(!text.contains("<i>") && text.contains("<td class=\"n\">12<sup>"))
    }

    @Test(.enabled(if: ExternalProgram.python != nil, "python3 is not installed"))
    func footnotesOfAWordFileAreReferredToOnce() throws {
        let script = """
            import re, sys, zipfile, xml.dom.minidom
            book = zipfile.ZipFile(sys.argv[1])
            names = book.namelist()
            for name in names: xml.dom.minidom.parseString(book.read(name))
            types = book.read('[Content_Types].xml').decode()
            print([n for n in re.findall('PartName="/(.*?)"', types) if n not in names])
            print([n for n in names if '/' + n not in types and not n.endswith('.rels') and n[0] != '['])
            text, notes = (book.read('word/' + n + '.xml').decode() for n in ('document', 'footnotes'))
            print(re.findall('footnoteReference w:id="(.*?)"', text), re.findall('<w:footnote w:id="(.*?)"', notes))
            marks = set(re.findall('w:name="(_Toc.*?)"', text))
            print(len(marks), set(re.findall('w:anchor="(.*?)"', text)) == marks)
            print(text.count('"begin"') == text.count('"end"'))
            styles = book.read('word/styles.xml').decode()
            print(set(re.findall('[pr]Style w:val="(.*?)"', text + notes)) - set(re.findall('styleId="(.*?)"', styles)))
            print('"heading 1"' in styles, '"toc 1"' in styles)
            """
        let output = try Self.brief.answer(of: script)
        #expect(output == "[]\n[]\n['1', '2'] ['1', '2']\n2 True\nTrue\nset()\nTrue True\n")
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeKnowsHeadingsContentsAndFootnotes() throws {
        let text = try Self.brief.convertedByOffice(to: "fodt", ending: "fodt")
        #expect(text.matches(of: /<text:h [^>]*text:outline-level="1"/).count == 1)
        #expect(text.matches(of: /<text:h [^>]*text:outline-level="2"/).count == 1)
        #expect(text.contains("<text:table-of-content ") && text.contains("text:note-class=\"footnote\""))
        #expect(text.contains("白杨镇.txt:7"))
    }

    @Test func markdownShowsTextAsItIs() throws {
        let text = String(decoding: try Self.letter.bytes(as: .md), as: UTF8.self)
        #expect(
            text == """
                # 整改通知 &lt;一&gt;

                白杨镇人民政府：

                ## 2021年度

                经核对，有 1 处␛\\[31m存疑 &amp; "不符"。

                | 序号 | 问题 |
                | --- | --- |
                | 1 | 由 5 改为 4 \\| \\* |
                | 2 |
                | 3 | 第一行 第二行 |

                2026年1月5日

                <!-- nianbao -->

                """)
    }

    @Test func pageEscapesTextAndSaysWhoWroteIt() throws {
        let bytes = try Self.letter.bytes(as: .html)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("<h1>整改通知 &lt;一&gt;</h1>") && text.contains("<td>由 5 改为 4 | *</td>"))
        #expect(Generator.wrote(bytes.prefix(Generator.headSize)))
    }

    @Test func sameDocumentGivesTheSameBytesAndSaysWhoWroteIt() throws {
        let bytes = try Self.letter.bytes(as: .docx)
        #expect(try Self.letter.bytes(as: .docx) == bytes)
        #expect(bytes.starts(with: Array("PK".utf8)))
        #expect(Generator.wrote(bytes.prefix(Generator.headSize)))
        #expect(!Generator.wrote(try Sample.bytes([Sample.official], .xlsx).prefix(Generator.headSize)))
    }

    @Test(.enabled(if: ExternalProgram.python != nil, "python3 is not installed"))
    func everyPartIsWellFormedAndReferredTo() throws {
        let script = """
            import re, sys, zipfile, xml.dom.minidom
            book = zipfile.ZipFile(sys.argv[1])
            names = book.namelist()
            for name in names: xml.dom.minidom.parseString(book.read(name))
            types = book.read('[Content_Types].xml').decode()
            print(book.testzip(), [n for n in re.findall('PartName="/(.*?)"', types) if n not in names])
            for folder, part in (('', '_rels/.rels'), ('word/', 'word/_rels/document.xml.rels')):
                print([t for t in re.findall('Target="(.*?)"', book.read(part).decode()) if folder + t not in names])
            text = book.read('word/document.xml').decode()
            print(text.count('<w:tr>'), text.count('<w:tc>'), text.count('w:tblHeader'))
            styles = book.read('word/styles.xml').decode()
            print(set(re.findall('[pr]Style w:val="(.*?)"', text)) - set(re.findall('styleId="(.*?)"', styles)))
            """
        let output = try Self.letter.answer(of: script)
        #expect(output == "None []\n[]\n[]\n4 8 1\nset()\n")
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeReadsWhatWasWritten() throws {
        let text = try Self.letter.convertedByOffice(to: "txt:Text (encoded):UTF8", ending: "txt")
        for part in ["整改通知 <一>", "白杨镇人民政府：", "由 5 改为 4 | *", "第二行", "2026年1月5日"] {
            #expect(text.contains(part), "\(part)")
        }
    }
}

extension TextDocument {
    /// What a Python script says of it as a Word file.
    fileprivate func answer(of script: String) throws -> String {
        let python = try #require(ExternalProgram.python)
        return try asWordFile { file in try python.run(["-c", script, file.path], keepingErrors: true).text }
    }

    /// Its Word file as LibreOffice writes it in another format.
    fileprivate func convertedByOffice(to format: String, ending: String) throws -> String {
        let office = try #require(ExternalProgram.office)
        return try asWordFile { file in
            let result = file.deletingLastPathComponent().appending(path: "result")
            try office.convert(file, to: format, in: result)
            return try String(contentsOf: result.appending(path: "a.\(ending)"), encoding: .utf8)
        }
    }

    private func asWordFile(_ body: (URL) throws -> String) throws -> String {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.docx")
            try Data(bytes(as: .docx)).write(to: file)
            return try body(file)
        }
    }
}
