import Foundation
import Support
import Testing

@testable import Output

@Suite struct HTMLPageTests {
    @Test func officialTableKeepsItsMergedCells() throws {
        let page = try Sample.text([Sample.official], .html)
        let start = try #require(page.range(of: "<table>"))
        #expect(
            page[start.lowerBound...] == """
                <table>
                <caption>收到和处理政府信息公开申请情况</caption>
                <thead>
                <tr><th scope="col" rowspan="3"></th><th scope="col" rowspan="3">信息内容</th>\
                <th scope="colgroup" colspan="3">申请人情况</th></tr>
                <tr><th scope="col" class="n" rowspan="2">自然人</th><th scope="colgroup" colspan="2">法人或其他组织</th></tr>
                <tr><th scope="col" class="n">商业企业</th><th scope="col" class="n">其他</th></tr>
                </thead>
                <tbody>
                <tr><th scope="row" rowspan="1" colspan="2">一、本年新收</th>\
                <td class="n">3</td><td class="n">0</td><td class="n">（空白）</td></tr>
                <tr><th scope="row" rowspan="2" colspan="1">三、办理结果</th><td>（一）予以公开</td>\
                <td class="n">2</td><td class="n">0</td><td class="n">（空白）</td></tr>
                <tr><td>（二）部分公开</td><td class="n">1</td><td class="n">0</td><td class="n">（空白）</td></tr>
                </tbody>
                </table>
                <p>（空白）：报告中此格未填</p>
                </body>
                </html>

                """)
    }

    @Test func hostileTextIsText() throws {
        let page = try Sample.text([Sample.hostile], .html)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("~~x~~ &amp; &amp;amp;"))
        #expect(page.contains("␛[31mred"))
        #expect(!page.contains("<script"))
        #expect(!page.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    }

    @Test(.enabled(if: ExternalProgram.python != nil, "python3 is not installed"))
    func everyElementIsClosed() throws {
        let python = try #require(ExternalProgram.python)
        let script = """
            import sys, xml.etree.ElementTree as tree
            text = open(sys.argv[1], encoding='utf-8').read()
            body = text[text.index('<body>'):text.index('</html>')]
            print(len(tree.fromstring(body).findall('table')), end='')
            """
        let count = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.html")
            try Data(Sample.bytes([Sample.official, Sample.comparison, Sample.hostile], .html)).write(to: file)
            return try python.run(["-c", script, file.path]).data
        }
        #expect(String(decoding: count, as: UTF8.self) == "3")
    }
}
