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
        let python = try #require(ExternalProgram.python)
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
        let output = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.docx")
            try Data(Self.letter.bytes(as: .docx)).write(to: file)
            return try python.run(["-c", script, file.path], keepingErrors: true).text
        }
        #expect(output == "None []\n[]\n[]\n4 8 1\nset()\n")
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeReadsWhatWasWritten() throws {
        let office = try #require(ExternalProgram.office)
        let text = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.docx")
            try Data(Self.letter.bytes(as: .docx)).write(to: file)
            let result = folder.appending(path: "result")
            try office.convert(file, to: "txt:Text (encoded):UTF8", in: result)
            return try String(contentsOf: result.appending(path: "a.txt"), encoding: .utf8)
        }
        for part in ["整改通知 <一>", "白杨镇人民政府：", "由 5 改为 4 | *", "第二行", "2026年1月5日"] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
