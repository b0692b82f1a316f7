import Testing

@testable import Documents

/// What a page or a Word file holds as text and does not show, and what it shows that it does not hold as text.
@Suite struct UnseenTextTests {
    private func cell(_ content: String, sheet: String = "") throws -> String {
        let page = "<html><style>\(sheet)</style><body><table><tr><td>规章<td>\(content)<tr><td>甲<td>乙</table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        document.expectInvariants()
        return String(document.blockTexts.first?.split(separator: "\n").first?.dropFirst(3) ?? "")
    }

    @Test(arguments: [
        "<span style=\"position:absolute;left:-9999px\">9</span>7", "<p style=\"position:fixed;top:-999em\">9</p>7",
        "<span style=\"position:absolute;clip:rect(0, 0, 0, 0)\">9</span>7",
        "<span style=\"clip:rect(1px 1px 1px 1px)\">9</span>7", "<span style=\"clip-path:inset(50%)\">9</span>7",
        "<span style=\"content-visibility:hidden\">9</span>7", "<dialog>9</dialog>7", "<span class=\"sr\">9</span>7",
    ])
    func whatIsMovedAwayOrCutDownToNothing(content: String) throws {
        #expect(try cell(content, sheet: ".sr { position: absolute; clip: rect(0,0,0,0); width: 1px }") == "7")
    }

    @Test(arguments: [
        "<span style=\"clip:rect(0,40px,20px,0)\">7</span>", "<span style=\"margin-left:-2px;left:-1px\">7</span>",
        "<dialog open>7</dialog>", "<span style=\"clip-path:inset(5%)\">7</span>", "<bdo dir=\"ltr\">7</bdo>",
        "<span style=\"margin-left:-9999px;padding-left:9999px\">7</span>", "<b style=\"left:-1200px\">7</b>",
        "<span style=\"position:relative;top:1px\">7</span>", "<span class=\"icon\">7</span>",
    ])
    func whatIsStillThere(content: String) throws {
        let sheet = """
            .icon::before { content: "\\f101" } .icon:after { content: ''; display: none } td { content: '9' }
            """
        #expect(try cell(content, sheet: sheet) == "7")
    }

    /// Word writes these marks around what other programs are to show; a browser passes over them.
    @Test func conditionalMarks() throws {
        #expect(try cell("<![if !mso]>7<![endif]>") == "7")
        #expect(try cell("<![if !supportEmptyParas]>&nbsp;<![endif]>") == "\u{A0}")
        #expect(try cell("<!--[if gte mso 9]><b>9</b><![endif]-->7<!--[if !mso]><!-->1<!--<![endif]-->") == "71")
        let script = "<html><script>//<![CDATA[\nvar a = '<table><tr><td>规章<td>7</table>';\n//]]></script><p>甲"
        #expect(try DocumentReader.read(Array(script.utf8), name: "a.html").blockTexts == ["甲", "规章|7"])
    }

    @Test(arguments: ["b::before", "td b:after", "tr > td > .n::AFTER", ".n:before"])
    func numbersOfTheStyleSheetAreSeen(selector: String) throws {
        let sheet = "\(selector) { content: \"1\" }"
        #expect(try cell("<b class=\"n\">7</b>", sheet: sheet.lowercased()).contains("\u{FFFC}"))
        #expect(try cell("<b class=\"n\"></b>", sheet: sheet.lowercased()) == "\u{FFFC}")
        #expect(try cell("7", sheet: "td.n::before, td:last-child::before { content: counter(row) }") == "7\u{FFFC}")
        #expect(try cell("一、<b class=\"n\">本年新收</b>", sheet: sheet.lowercased()) == "一、本年新收")
    }

    @Test func digitsThatRunTheOtherWay() throws {
        #expect(try cell("<bdo dir=\"rtl\">12</bdo>") == "\u{202E}12\u{202C}")
        #expect(try word("<w:p><w:bdo w:val=\"rtl\">\(run("12"))</w:bdo></w:p>") == "\u{202E}12\u{202C}")
    }

    @Test func digitsThatAreLifted() throws {
        #expect(try cell("7<span style=\"position: relative; top: -0.5em\">1</span>") == "7¹")
        #expect(try cell("7<span style=\"bottom: 4px; position: relative\">1</span>") == "7¹")
    }

    // MARK: Word

    private func run(_ text: String, _ looks: String = "") -> String {
        "<w:r><w:rPr>\(looks)</w:rPr><w:t>\(text)</w:t></w:r>"
    }

    private func word(_ content: String, styles: String = "") throws -> String {
        let body =
            "<w:tbl><w:tr>\(WordFile.cell("规章"))<w:tc>\(content)</w:tc></w:tr>"
            + "<w:tr>\(WordFile.cell("甲"))\(WordFile.cell("乙"))</w:tr></w:tbl>"
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        let part = "<w:styles \(space)>\(styles)</w:styles>"
        let bytes = WordFile.make(body: body, extra: [.init("word/styles.xml", Array(part.utf8))])
        let document = try DocumentReader.read(bytes, name: "a.docx")
        return String(document.blockTexts.first?.split(separator: "\n").first?.dropFirst(3) ?? "")
    }

    @Test(arguments: [
        "<w:altChunk/><w:p/>", "<w:p><w:subDoc/></w:p>", "<w:p><w:r><w:pgNum/></w:r></w:p>",
        "<w:p><w:r><w:dayShort/></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p>",
    ])
    func whatAWordFileShowsWithoutText(content: String) throws {
        #expect(try word(content).trimmingPrefix(" ").hasPrefix("\u{FFFC}"))
    }

    @Test func listsThatAParagraphIsTakenOutOf() throws {
        #expect(try word("<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:p>") == "")
    }

    @Test func styleOfParagraphsThatNameNone() throws {
        let styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="b"/>
            """
        #expect(try word("<w:p>\(run("7"))</w:p>", styles: styles) == "7")
        let other = "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>\(run("9"))\(run("7", "<w:strike w:val=\"0\"/>"))</w:p>"
        #expect(try word(other, styles: styles) == "7")
    }
}
