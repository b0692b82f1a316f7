import Testing

@testable import Documents

@Suite struct HTMLTests {
    private func read(_ page: String, limits: Limits = Limits()) throws -> Document {
        let document = try DocumentReader.read(Array(page.utf8), name: "a.txt", limits: limits)
        document.expectInvariants()
        #expect(document.mediaType == .html)
        return document
    }

    @Test func linesAndWhiteSpace() throws {
        let document = try read(
            """
            <!DOCTYPE html><html><head><title>柳溪镇
              2022年</title><style>p{}</style></head>
            <body><nav>首页 &gt; 公开</nav><div>一、<b>总体</b>
            情况</div><p>甲<br>乙<br><br>丙<br></p><p></p><p>&nbsp;</p><p>　　0&nbsp;1</p>
            <script>var a = "<p>12</p>";</script><p style="DISPLAY: none">隐</p>末</body></html>
            """)
        #expect(document.blockTexts == ["一、总体 情况", "甲", "乙", "", "丙", "\u{A0}", "　　0\u{A0}1", "末"])
        #expect(document.title == "柳溪镇 2022年")
        #expect(document.encoding == "UTF-8")
    }

    @Test func preformattedTextKeepsItsLines() throws {
        #expect(try read("<body><pre>规章\n\t0\n\n 1</pre>").blockTexts == ["规章", "\t0", "", " 1"])
    }

    @Test func spansAreExpanded() throws {
        let document = try read(Fixture.requestsTable)
        #expect(
            document.blockTexts == [Fixture.requestsRows])
        #expect(document.string.contains("三、本年度办理结果\t（一）予以公开\t\t1\t0\t0\t1\n"))
    }

    @Test func excessiveSpansReachNoFurtherThanTheTable() throws {
        let page =
            "<table><tr><td colspan=99999 rowspan=1>标题</td></tr><tr><td>a<td>b<td rowspan=70000>c<tr><td>d<td>e</table>"
        #expect(try read(page).blockTexts == ["标题|^|^\na|b|c\nd|e|^"])
    }

    @Test func spansEndWithTheirRowGroup() throws {
        let page = """
            <table><thead><tr><th rowspan=9>甲</th><th>乙</th></tr></thead>
            <tbody><tr><td rowspan=0>丙</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>
            """
        #expect(try read(page).blockTexts == ["甲|乙\n丙|1\n^|2"])
    }

    @Test func shortRowsHaveMissingPositions() throws {
        let document = try read("<table><tr><td>规章<td>1<td>2<tr><td>规范性文件<td>3</table>")
        guard case .table(let table) = document.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.rows[1].map(\.isMissing) == [false, false, true])
        #expect(document.string == "规章\t1\t2\n规范性文件\t3\t\n")
    }

    /// Sites wrap the whole page in a table, and an article in a table of two columns.
    @Test func layoutTablesAreTheirContent() throws {
        let article = "<p>\(String(repeating: "本镇公开信息。", count: 60))</p><p>二</p><p>三</p>"
        let page = """
            <table><tr><td>左栏</td><td><table><tr><td>正文</td></tr><tr><td>
            <table><tr><td>规章</td><td>0</td></tr></table></td></tr></table></td></tr></table>
            <table><tr><td>栏目</td><td>\(article)</td></tr></table>
            """
        #expect(
            try read(page).blockTexts
                == ["左栏", "正文", "规章|0", "栏目", String(repeating: "本镇公开信息。", count: 60), "二", "三"])
    }

    /// Editors put a table of one cell into a cell to draw a frame; the grid around it stays.
    @Test func framesWithinCellsAreText() throws {
        let page = "<table><tr><td><p>行政</p><p>许可</p></td><td><table><tr><td>7</td></tr></table></td></tr></table>"
        #expect(try read(page).blockTexts == ["行政 许可|7"])
    }

    @Test func textBetweenRowsStandsBeforeTheTable() throws {
        let page = "<table><caption>表 1</caption><tr><td>a</td><td>b</td></tr></table>"
        #expect(try read(page).blockTexts == ["表 1", "a|b"])
    }

    @Test(arguments: [
        ("<meta name=\"PubDate\" content=\"2021-01-22 10:33\">", "<p>a</p>", "2021-01-22"),
        ("<meta property=\"article:published_time\" content=\"2021-1-2T03:04:05\">", "<p>a</p>", "2021-01-02"),
        ("", "<span>发布时间：</span><span>2022年1月5日</span>", "2022-01-05"),
        ("", "<table><tr><td>发布日期</td><td>2022/01/05</td></tr></table>", "2022-01-05"),
        ("", "<p>发布时间：20230131</p>", "2023-01-31"),
    ])
    func publicationDay(meta: String, body: String, expected: String) throws {
        #expect(try read("<html><head>\(meta)</head><body>\(body)</body></html>").publishedOn == expected)
    }

    @Test(arguments: ["<p>发布时间：</p><p>2021年</p>", "<p>发布时间：2021-13-45</p>", "<p>a</p>"])
    func noPublicationDay(body: String) throws {
        #expect(try read("<html><body>\(body)</body></html>").publishedOn == nil)
    }

    @Test func labelOfTheEncodingIsNotTrusted() throws {
        let page = "<html><head><meta charset=gb2312></head><body><p>柳溪镇</p></body></html>"
        #expect(try read(page).encoding == "UTF-8")
        let gbk = Array("<html><meta charset=\"utf-8\"><body>".utf8) + Fixture.gb18030
        let document = try DocumentReader.read(gbk, name: "")
        #expect(document.encoding == "GB18030")
        #expect(document.blockTexts.first == "青禾县柳溪镇2020年报告。 一、总体情况 0")
    }

    @Test func utf16Page() throws {
        let page = "<html><body><p>柳溪镇</p></body></html>"
        let bytes = Fixture.utf16(page, bigEndian: false, mark: true)
        #expect(try DocumentReader.read(bytes, name: "").blockTexts == ["柳溪镇"])
    }

    /// Content systems cut the description in the middle of a character, here a lead byte before the closing quote.
    @Test func halfACharacterDoesNotSpoilThePage() throws {
        let head = Array("<html><head><meta name=description content=\"".utf8) + [0xC7, 0xE0, 0xFF]
        let page = head + Array("\"></head><body><p>".utf8) + Fixture.gb18030
        #expect(try DocumentReader.read(page, name: "").blockTexts.first == "青禾县柳溪镇2020年报告。 一、总体情况 0")
    }

    @Test func deepNestingIsRefused() {
        #expect(throws: DocumentError.limit(.elementDepth(256))) {
            try read("<html><body>" + String(repeating: "<div>", count: 5000))
        }
    }

    @Test func rowLimit() {
        var limits = Limits()
        limits.tableRows = 10
        let table = "<table>" + String(repeating: "<tr><td>a</td><td>1</td></tr>", count: 6) + "</table>"
        #expect(throws: Never.self) { try read(table, limits: limits) }
        #expect(throws: DocumentError.limit(.tableRows(10))) { try read(table + table, limits: limits) }
    }

    @Test func cellLimit() {
        var limits = Limits()
        limits.tableCells = 1000
        let row = "<tr>" + String(repeating: "<td>1</td>", count: 100) + "</tr>"
        #expect(throws: DocumentError.limit(.tableCells(1000))) {
            try read("<table>" + String(repeating: row, count: 11) + "</table>", limits: limits)
        }
        let table = "<table>" + String(repeating: row, count: 6) + "</table>"
        #expect(throws: DocumentError.limit(.tableCells(1000))) { try read(table + table, limits: limits) }
    }

    /// 1,000 rows that each claim 1,000 columns and all rows below are one column once expanded.
    @Test func hugeSpansCostNothing() throws {
        let rows = String(repeating: "<tr><td colspan=1000 rowspan=65534>1</td><td>2</td></tr>", count: 100)
        #expect(throws: Never.self) { try read("<table>\(rows)</table>") }
    }

    @Test func entitiesOfThePageAreNotExpanded() throws {
        let page = """
            <!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
            <html><body><p>[&b;&x;]</p></body></html>
            """
        let text = try read(page).string
        #expect(!text.contains("aaaa") && !text.contains("root:"))
    }

    @Test func pageWithoutTextIsRefused() {
        #expect(throws: DocumentError.noText(format: HTML.format)) {
            try read("<html><body><script>1</script></body></html>")
        }
    }

    @Test func everyTruncationReadsOrIsExplained() {
        let page = Array("<html><head><title>a</title></head><body>\(Fixture.requestsTable)</body></html>".utf8)
        Fixture.expectNoCrash(truncating: page)
    }
}
