import Testing

@testable import Documents

@Suite struct WordTests {
    private func read(_ body: String, limits: Limits = Limits()) throws -> Document {
        let document = try DocumentReader.read(WordFile.make(body: body), name: "a.doc", limits: limits)
        document.expectInvariants()
        #expect(document.mediaType == .docx)
        return document
    }

    @Test func paragraphsTabsAndBreaks() throws {
        let document = try read(
            """
            <w:p><w:r><w:t>一、</w:t></w:r><w:hyperlink><w:r><w:t>总体</w:t></w:r></w:hyperlink></w:p><w:p/>
            <w:p><w:r><w:tab/><w:t xml:space="preserve"> 0</w:t><w:br/><w:t>次行</w:t></w:r></w:p>
            <w:sdt><w:sdtContent><w:p><w:r><w:t>框</w:t><w:noBreakHyphen/></w:r></w:p></w:sdtContent></w:sdt>
            """)
        #expect(document.blockTexts == ["一、总体", "", "\t 0", "次行", "框-"])
    }

    @Test func titleOfTheProperties() throws {
        let core = "<cp:p xmlns:cp=\"a\" xmlns:dc=\"b\"><dc:title>年报</dc:title></cp:p>"
        let bytes = WordFile.make(body: WordFile.paragraph("a"), extra: [.init("docProps/core.xml", Array(core.utf8))])
        #expect(try DocumentReader.read(bytes, name: "").title == "年报")
    }

    /// Word on the web calls the main part `document2.xml`.
    @Test func mainPartIsFoundByItsRelation() throws {
        let bytes = WordFile.make(body: WordFile.paragraph("甲"), main: "word/document2.xml")
        #expect(try DocumentReader.read(bytes, name: "").blockTexts == ["甲"])
    }

    @Test func trackedChangesAreTheFinalText() throws {
        let document = try read(
            """
            <w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del>
            <w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>
            <w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo></w:p>
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>
            <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>
            <w:tr><w:tc>\(WordFile.paragraph("a"))</w:tc><w:tc>\(WordFile.paragraph("b"))</w:tc></w:tr></w:tbl>
            """)
        #expect(document.blockTexts == ["收到4件", "前后", "a|b"])
    }

    @Test func hiddenTextFieldCodesAndNotesAreLeftOut() throws {
        let document = try read(
            """
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr>
            <w:t>显</w:t></w:r><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>
            <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:ruby><w:rt><w:r><w:t>zhèn</w:t></w:r></w:rt>
            <w:rubyBase><w:r><w:t>镇</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>
            """)
        #expect(document.blockTexts == ["显1镇"])
    }

    @Test func textBoxesStandOnceAfterTheirParagraph() throws {
        let box = "<w:txbxContent>\(WordFile.paragraph("框"))</w:txbxContent>"
        let document = try read(
            """
            <w:p><w:r><w:t>甲</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>\(box)</wps:txbx>
            </w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>
            </mc:AlternateContent><w:t>乙</w:t></w:r></w:p>
            """)
        #expect(document.blockTexts == ["甲乙", "框"])
    }

    @Test func spansAndMerges() throws {
        let document = try read(WordFile.requestsTable)
        #expect(
            document.blockTexts == [Fixture.requestsRows.replacing("商业企业", with: "商业 企业")])
    }

    /// Header rows pasted between rows of a group: what goes on below them goes over other columns of the grid.
    @Test func mergedCellsGoOnOverTheSameColumnsOnly() throws {
        let rows = [
            WordFile.cell("办理结果", merge: "restart") + WordFile.cell("予以公开") + WordFile.cell("1"),
            WordFile.cell("项目", span: 2, merge: "restart") + WordFile.cell("总计"),
            WordFile.cell("", span: 2, merge: "") + WordFile.cell("件"),
            WordFile.cell("", merge: "") + WordFile.cell("部分公开") + WordFile.cell("2"),
            WordFile.cell("", merge: "") + WordFile.cell("不予公开") + WordFile.cell("3"),
        ]
        let document = try read("<w:tbl>\(rows.map { "<w:tr>\($0)</w:tr>" }.joined())</w:tbl>")
        #expect(document.blockTexts == ["办理结果|予以公开|1\n项目|^|总计\n^|^|件\n|部分公开|2\n^|不予公开|3"])
    }

    /// pandoc expands merged cells right; the page it makes of the file must hold the same table.
    @Test(.enabled(if: InstalledPrograms.ofSystem.first(of: "pandoc") != nil, "apt install pandoc"))
    func tablesAreThoseThatPandocReads() throws {
        let bytes = WordFile.make(body: WordFile.requestsTable)
        let program = try #require(InstalledPrograms.ofSystem.first(of: "pandoc"))
        let arguments = ["-f", "docx", "-t", "html", "-s", "input.docx"]
        let converter = Converter(
            program: program, arguments: arguments, folder: try WorkFolder(), limits: Limits())
        try converter.folder.write(bytes, to: "input.docx")
        try converter.run()
        let page = try DocumentReader.read(try #require(try converter.output("stdout")), name: "")
        #expect(page.blockTexts.last == (try DocumentReader.read(bytes, name: "")).blockTexts.last)
    }

    @Test func rowsThatBeginLateOrEndEarlyHaveMissingPositions() throws {
        let document = try read(
            """
            <w:tbl><w:tr>\(WordFile.cells(["a", "b", "c"]))</w:tr>
            <w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>\(WordFile.cells(["d"]))</w:tr>
            </w:tbl>
            """)
        guard case .table(let table) = document.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.rows[1].map(\.isMissing) == [true, false, true])
        #expect(document.blockTexts == ["a|b|c\n|d|"])
    }

    @Test func nestedTables() throws {
        let inner = "<w:tbl><w:tr>\(WordFile.cells(["规章", "0"]))</w:tr></w:tbl>"
        let frame = "<w:tbl><w:tr>\(WordFile.cells(["7"]))</w:tr></w:tbl>"
        let document = try read(
            """
            <w:tbl><w:tr>\(WordFile.cells(["左"]))<w:tc>\(inner)<w:p/></w:tc></w:tr></w:tbl>
            <w:tbl><w:tr>\(WordFile.cells(["许可"]))<w:tc>\(frame)</w:tc></w:tr></w:tbl>
            """)
        #expect(document.blockTexts == ["左", "规章|0", "", "许可|7"])
    }

    @Test func hugeSpanIsNoAllocation() throws {
        let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>\(WordFile.paragraph("a"))</w:tc>"
        let document = try read("<w:tbl><w:tr>\(cell)\(cell)</w:tr></w:tbl>")
        #expect(document.blockTexts == ["a|a"])
    }

    @Test func documentTypeIsRefused() {
        let xml = "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "a", count: 999))\">]>" + WordFile.xml(body: "<w:p/>")
        let bytes = WordFile.make(xml: xml)
        #expect(throws: DocumentError.documentType(part: "word/document.xml")) {
            try DocumentReader.read(bytes, name: "")
        }
    }

    @Test func deepNestingIsRefused() {
        #expect(throws: DocumentError.limit(.elementDepth(256))) {
            try read(String(repeating: "<w:sdt>", count: 400) + String(repeating: "</w:sdt>", count: 400))
        }
    }

    @Test func brokenXMLIsRefusedWithItsLine() {
        #expect(throws: DocumentError.damaged(format: Word.format, detail: "word/document.xml:2")) {
            try DocumentReader.read(WordFile.make(xml: "<a>\n</b>"), name: "")
        }
    }

    /// Zeros shrink to a thousandth.
    @Test func bombIsRefused() {
        var limits = Limits()
        let bytes = WordFile.make(xml: String(repeating: " ", count: 4 << 20))
        #expect(throws: DocumentError.limit(.expansionRatio(200))) {
            try DocumentReader.read(bytes, name: "", limits: limits)
        }
        limits.expandedBytes = 1 << 20
        #expect(throws: DocumentError.limit(.expandedBytes(1 << 20))) {
            try DocumentReader.read(bytes, name: "", limits: limits)
        }
    }

    @Test func fileOfPicturesOnlyIsRefused() {
        #expect(throws: DocumentError.noText(format: Word.format)) { try read("<w:p><w:r><w:drawing/></w:r></w:p>") }
    }

    @Test func everyTruncationIsExplained() {
        Fixture.expectNoCrash(truncating: WordFile.make(body: WordFile.requestsTable))
    }
}
