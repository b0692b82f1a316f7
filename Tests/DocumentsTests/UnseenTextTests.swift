import Testing

@testable import Documents

/// What a page or a Word file holds as text and does not show, and what it shows that it does not hold as text.
@Suite struct UnseenTextTests: WordSuite {
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
        "<span style=\"clip-path:circle(0)\">9</span>7", "<span style=\"clip-path:polygon(0 0, 0 0, 0 0)\">9</span>7",
        "<b style=\"display:inline-block;transform:scale(0)\">9</b>7",
        "<b style=\"transform:translateX(-9999px)\">9</b>7",
        "<b style=\"display:inline-block;width:0;overflow:hidden\">9</b>7", "<span popover>9</span>7",
        "<noembed>9</noembed>7", "<details><summary>7</summary>9</details>", "<b style=\"display:/**/none\">9</b>7",
        "<p style=\"height:0;width:100px;overflow:hidden\">9</p>7",
        "<p style=\"max-height:0;height:9px;min-height:0;overflow:hidden\">9</p>7",
    ])
    func whatIsMovedAwayOrCutDownToNothing(content: String) throws {
        #expect(try cell(content, sheet: ".sr { position: absolute; clip: rect(0,0,0,0); width: 1px }") == "7")
    }

    /// Ink that is as its ground, that shines through, or is too small.
    @Test(arguments: [
        "color:white", "color:#FFF !important", "color:rgb(255, 255, 255)", "color:hsl(0,0%,100%)", "color:#fefefe",
        "color:transparent", "color:rgba(0,0,0,0)", "color:#0000", "-webkit-text-fill-color:transparent",
        "background:#eee;color:#eee", "opacity:0", "opacity:.01", "opacity:0%", "filter:opacity(0)", "font-size:1%",
        "font-size:.01em", "font-size:calc(0px)", "font-size:1px", "zoom:0.01", "visibility:hidden",
        "opacity:0;filter:alpha(opacity=0)", "font-size:0;zoom:1",
    ])
    func inkThatNobodySees(style: String) throws {
        #expect(try cell("<span style=\"\(style)\">9</span>7") == "7")
        #expect(try cell("<i class=\"u\">9</i>7", sheet: ".u { \(style) }") == "7")
    }

    @Test func inkOfAnAttributeThatNobodySees() throws {
        #expect(try cell("<font color=\"#FFFFFF\">9</font>7") == "7")
        #expect(try cell("<font color=FFFFFF>9</font>7") == "7")
        #expect(try cell("<table bgcolor=003366><tr><td><font color=white>7</font></table>") == "7")
        #expect(try cell("<table bgcolor=\"#003366\"><tr><td><font color=\"white\">7</font></table>") == "7")
    }

    /// White is seen on what is dark; and where a page does not tell what it lies on, a figure is unreadable.
    @Test func inkOnGroundsOfItsOwn() throws {
        #expect(try cell("<b>7</b>", sheet: "td { background: #036; color: #fff }") == "7")
        #expect(try cell("<b>7</b>", sheet: "body { background: #111; color: #fff }") == "7")
        #expect(try cell("7", sheet: "td { background: linear-gradient(#036, #147); color: #fff }") == "7")
        #expect(try cell("7", sheet: "td { background: url(a.png); color: #fff }") == "7\u{FFFC}")
        #expect(try cell("7", sheet: "td { color: #fff } tr:hover { background: #036 }") == "7\u{FFFC}")
        #expect(try cell("新收", sheet: "td { background: url(a.png); color: #fff }") == "新收")
        #expect(try cell("7", sheet: "td { background: url(a.png); color: #333 }") == "7")
        #expect(try cell("12件", sheet: "td { background: url(a.png); color: #fff }") == "12件\u{FFFC}")
        #expect(try cell("１２", sheet: "td { background: url(a.png); color: #fff }") == "１２\u{FFFC}")
        #expect(try cell("<p style=\"position:absolute;color:#fff\">7</p>") == "7\u{FFFC}")
    }

    /// A sheet that lies elsewhere may make ink white as well as a ground dark.
    @Test func inkOfSheetsThatLieElsewhere() throws {
        #expect(try cell("<b style=\"background:#000\">7</b>", sheet: "@import url(a.css);") == "7")
        #expect(try cell("<b style=\"background:#000;color:#000\">9</b>7", sheet: "@import url(a.css);") == "7")
    }

    @Test(arguments: [
        "transform:scaleX(-1)", "transform: rotate(180deg)", "rotate:180deg", "scale:-1 1", "transform:rotateY(180deg)",
        "transform:matrix(-1,0,0,1,0,0)", "unicode-bidi:bidi-override;direction:rtl", "-webkit-text-security:disc",
        "-webkit-text-security:disc;transform:translateZ(0)", "rotate:180deg;scale:1",
    ])
    func digitsThatAreTurnedRound(style: String) throws {
        #expect(try cell("<b style=\"\(style)\">12</b>") == "12\u{FFFC}")
        let page = "<html><p>收到<b style=\"\(style)\">12</b>件，办结3件。"
        let text = try DocumentReader.read(Array(page.utf8), name: "a.html").blockTexts
        #expect(text == ["收到\u{202E}12\u{202C}件，办结3件。"])
    }

    /// What stands apart on the page is no part of one number.
    @Test(arguments: ["float:right", "display:block", "order:2", "position:absolute;left:30px"])
    func digitsThatStandApart(style: String) throws {
        #expect(try cell("<b style=\"\(style)\">1</b>2").split { $0 == " " } == ["1", "2"])
        #expect(try cell("<b style=\"\(style)\">12</b>") == "12")
    }

    /// A rule that says more than is looked at may hide a figure or not.
    @Test(arguments: [
        "i + b", "i ~ b", "b:not(.k)", "td b:has(u)", "td b:nth-child(2n)", "b[class^=\"h\"]", "td b:last-of-type",
    ])
    func rulesThatPerhapsHide(selector: String) throws {
        #expect(try cell("<i></i><b class=\"h\">7</b>", sheet: "\(selector) { display: none }") == "7\u{FFFC}")
        #expect(try cell("<i></i><b class=\"h\">7</b>", sheet: "\(selector) { margin: 0 }") == "7")
        for at in ["@layer a", "@supports (display: grid)", "@media (min-width: 100px)"] {
            #expect(try cell("<b>7</b>", sheet: "\(at) { td b { display: none } }") == "7\u{FFFC}")
        }
    }

    /// One that says how a figure is seen, either way, may hold or not; what does not differ then is read.
    @Test func rulesThatPerhapsShow() throws {
        let sheets = [
            "td b { color: #fff } td b:not(.k) { color: #000 }", "b { display: none } td b:not(.k) { display: inline }",
            "b { opacity: 0 } b:not(.k) { opacity: 1 !important }",
            "b { display: block; height: 0; overflow: hidden } b:not(.k) { height: auto }",
        ]
        for sheet in sheets { #expect(try cell("<b>7</b>", sheet: sheet) == "7\u{FFFC}") }
        #expect(try cell("<b>7</b>", sheet: "b { color: #333 } b:not(.k) { color: #000; display: block }") == "7")
        let own = "<b style=\"display:none\">9</b>7"
        #expect(try cell(own, sheet: "b:not(.k) { display: inline; opacity: 1; color: #000 }") == "7")
    }

    @Test(arguments: [
        "td:hover", "b:empty", "tr:focus-within b", "::selection", ":root", "b::-webkit-scrollbar", ":not(:defined)",
        "@media print { td", "@media (max-width: 600px) { td",
    ])
    func rulesThatHideNothingNow(selector: String) throws {
        #expect(try cell("<b>7</b>", sheet: "\(selector) { display: none }") == "7")
    }

    @Test func numbersOfAttributesAndListsAreSeen() throws {
        let sheet = "b::after { content: attr(data-v) }"
        #expect(try cell("<b data-v=\"12\"></b>", sheet: sheet) == "\u{FFFC}")
        #expect(try cell("<b data-v=\"12\"></b>", sheet: "b::after { content: '约' attr(data-v) }") == "\u{FFFC}")
        #expect(try cell("<b data-v=\"新收\">7</b>", sheet: sheet) == "7")
        #expect(try cell("<ol start=\"12\"><li></li></ol>") == "\u{FFFC}")
    }

    /// Outside tables, what stands between two digits keeps them apart.
    @Test func numbersWithAPictureWithinAreNotOne() throws {
        let page = "<html><p>收到1<img src=\"7.png\">75件<img src=\"x.png\">，办结<img src=\"x.png\">3件。"
        #expect(try DocumentReader.read(Array(page.utf8), name: "a.html").blockTexts == ["收到1\u{FFFC}75件，办结3件。"])
    }

    @Test(arguments: ["big5", "gbk", "shift_jis", "utf-16"])
    func pagesInUTF8WhateverTheirLabel(label: String) throws {
        let page = "<html><meta charset=\"\(label)\"><p>柳溪镇收到申请7件。"
        for bytes in [Array(page.utf8), [0xEF, 0xBB, 0xBF] + Array(page.utf8)] {
            #expect(try DocumentReader.read(bytes, name: "a.html").blockTexts == ["柳溪镇收到申请7件。"])
        }
    }

    @Test(arguments: [
        "<span style=\"clip:rect(0,40px,20px,0)\">7</span>", "<span style=\"margin-left:-2px;left:-1px\">7</span>",
        "<dialog open>7</dialog>", "<span style=\"clip-path:inset(5%)\">7</span>", "<bdo dir=\"ltr\">7</bdo>",
        "<span style=\"margin-left:-9999px;padding-left:9999px\">7</span>", "<b style=\"left:-1200px\">7</b>",
        "<span style=\"position:relative;top:1px\">7</span>", "<span class=\"icon\">7</span>",
        "<b style=\"transform:rotate(90deg) scale(1.5)\">7</b>", "<div style=\"height:1%;overflow:hidden\">7</div>",
        "<b style=\"width:0;overflow:hidden\">7</b>", "<b style=\"color:#666;opacity:.5\">7</b>",
        "<i style=\"transform:scaleX(-1)\"></i>7", "<b style=\"color:inherit;background:none\">7</b>",
        "<p class=\"shut open\">7</p>", "<p style=\"width:0;min-width:100%;overflow:hidden\">7</p>",
        "<p style=\"width:calc(0px + 100%);overflow:hidden\">7</p>",
    ])
    func whatIsStillThere(content: String) throws {
        let sheet = """
            .icon::before { content: "\\f101" } .icon:after { content: ''; display: none } td { content: '9' }
            .shut { height: 0; overflow: hidden } .shut.open { height: auto }
            """
        #expect(try cell(content, sheet: sheet) == "7")
    }

    /// However deep functions are nested and however many comments there are.
    @Test(arguments: [
        "font-size:" + String(repeating: "calc(", count: 100_000) + "0" + String(repeating: ")", count: 100_000),
        "transform:" + String(repeating: "scale(", count: 100_000), String(repeating: "/**/", count: 100_000),
        "width:" + String(repeating: "/**/", count: 16_000) + "0",
    ])
    func styleAttributesThatAreMadeToDoHarm(style: String) throws {
        // How deep browsers go is not known.
        let mark = style.contains("(") ? "\u{FFFC}" : ""
        #expect(try cell("<b style=\"\(style)\">7</b>") == "7\(mark)")
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

    @Test(arguments: [
        "<w:altChunk/><w:p/>", "<w:p><w:subDoc/></w:p>", "<w:p><w:r><w:pgNum/></w:r></w:p>",
        "<w:p><w:r><w:dayShort/></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p>",
    ])
    func whatAWordFileShowsWithoutText(content: String) throws {
        #expect(try word(content).trimmingPrefix(" ").hasPrefix("\u{FFFC}"))
    }

    /// White, ink as its ground, letters of a point or next to no width, and letters without a filling.
    @Test(arguments: [
        "<w:color w:val=\"FFFFFF\"/>", "<w:color w:val=\"auto\" w:themeColor=\"background1\"/>", "<w:sz w:val=\"2\"/>",
        "<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>", "<w:w w:val=\"1\"/>",
        "<w:color w:val=\"FF0000\"/><w:shd w:val=\"clear\" w:fill=\"FF0000\"/>",
        "<w14:textFill><w14:noFill/></w14:textFill>", "<w:rStyle w:val=\"w\"/>",
    ])
    func inkThatNobodySeesInAWordFile(looks: String) throws {
        let white = "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>"
        let styles = "<w:style w:type=\"character\" w:styleId=\"w\">\(white)</w:style>"
        let looks = looks.replacing("w14:", with: "w:")
        #expect(try word("<w:p>\(run("9", looks))\(run("7"))</w:p>", styles: styles) == "7")
    }

    @Test func inkOnTheGroundsOfAWordFile() throws {
        let white = "<w:color w:val=\"FFFFFF\"/>"
        let dark = "<w:shd w:val=\"clear\" w:fill=\"1F497D\"/>"
        #expect(try word("<w:p>\(run("7", white + dark))</w:p>") == "7")
        #expect(try word("<w:tcPr>\(dark)</w:tcPr><w:p>\(run("7", white))</w:p>") == "7")
        #expect(try word("<w:p><w:pPr>\(dark)</w:pPr>\(run("7", white))</w:p>") == "7")
        let table = "<w:tblPr><w:tblStyle w:val=\"a\"/></w:tblPr>"
        #expect(try word("<w:p>\(run("7", white))</w:p>", table: table) == "7\u{FFFC}")
        #expect(try word("<w:p>\(run("7", "<w:color w:val=\"FF0000\"/>"))</w:p>", table: table) == "7")
    }

    private let whiteStyle = """
        <w:style w:type="character" w:styleId="w"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="d"><w:rPr><w:color w:val="FFFFFF"/>
        <w:shd w:val="clear" w:fill="000000"/></w:rPr></w:style>
        """

    /// The white ink of a style, on what the body lays under it.
    @Test func inkOfAStyleOnAGroundOfTheBody() throws {
        let white = "<w:rStyle w:val=\"w\"/>"
        let cell = "<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F497D\"/></w:tcPr><w:p>\(run("7", white))</w:p>"
        #expect(try word(cell, styles: whiteStyle) == "7")
        #expect(try word("<w:p>\(run("7", white + "<w:color w:val=\"000000\"/>"))</w:p>", styles: whiteStyle) == "7")
    }

    /// Automatic ink is white on what is dark; an automatic filling is none.
    @Test func automaticInkAndGrounds() throws {
        let black = "<w:shd w:val=\"clear\" w:fill=\"000000\"/>"
        let bare = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"auto\"/>"
        let white = "<w:color w:val=\"FFFFFF\"/>"
        #expect(try word("<w:p>\(run("7", black))</w:p>", styles: whiteStyle) == "7")
        let automatic = "<w:rStyle w:val=\"w\"/><w:color w:val=\"auto\"/>"
        #expect(try word("<w:p>\(run("7", automatic))</w:p>", styles: whiteStyle) == "7")
        let uncovered = "<w:p>\(run("9", "<w:rStyle w:val=\"d\"/>" + bare))\(run("7"))</w:p>"
        #expect(try word(uncovered, styles: whiteStyle) == "7")
        let cell = "<w:tcPr>\(bare)</w:tcPr><w:p>\(run("9", white))\(run("7"))</w:p>"
        #expect(try word(cell, table: "<w:tblPr>\(black)</w:tblPr>") == "7")
        let theme = "<w:color w:themeColor=\"light1\" w:val=\"auto\"/>"
        #expect(try word("<w:p>\(run("9", theme))\(run("7"))</w:p>") == "7")
    }

    private func textBox(_ content: String) -> String {
        "<w:p><w:r><w:pict><w:txbxContent>\(content)</w:txbxContent></w:pict></w:r></w:p>"
    }

    /// What a shape is filled with is not looked at.
    @Test func inkOfATextBox() throws {
        let body = textBox("<w:p>\(run("收到7件。", "<w:color w:val=\"FFFFFF\"/>"))</w:p>")
        let document = try DocumentReader.read(WordFile.make(body: body), name: "a.docx")
        #expect(document.blockTexts.contains("收到7件。"))
    }

    @Test func digitsOfAFontOfSigns() throws {
        let font = "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>"
        #expect(try word("<w:p>\(run("9", font))</w:p>") == "9\u{FFFC}")
    }

    /// What the styles of a paragraph and of a run both say is taken back (17.7.3).
    @Test(arguments: ["<w:strike/>", "<w:vanish/>"])
    func whatTwoStylesTakeBack(look: String) throws {
        let styles = ["paragraph", "character"].map { kind in
            "<w:style w:type=\"\(kind)\" w:styleId=\"\(kind)\"><w:rPr>\(look)</w:rPr></w:style>"
        }.joined()
        let run = run("7", "<w:rStyle w:val=\"character\"/>")
        let paragraph = "<w:p><w:pPr><w:pStyle w:val=\"paragraph\"/></w:pPr>\(run)</w:p>"
        #expect(try word(paragraph, styles: styles) == "7")
    }

    @Test func fieldsWithoutAResult() throws {
        #expect(try word("<w:p><w:fldSimple w:instr=\" MERGEFIELD a \"/></w:p>") == "\u{FFFC}")
        #expect(try word("<w:p><w:fldSimple w:instr=\" XE a \"/></w:p>") == "")
    }

    /// A sign, a fraction or a field without a result between the digits of a sentence.
    @Test(arguments: [
        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F08C\"/></w:r>", "<w:r><w:drawing><a/></w:drawing></w:r>",
        "<w:fldSimple w:instr=\" =7 \"/>", "<w:subDoc/>",
    ])
    func numbersOfSentencesWithSomethingWithin(between: String) throws {
        let body = "<w:p><w:r><w:t>收到1</w:t></w:r>\(between)<w:r><w:t>75件。</w:t></w:r></w:p>"
        let document = try DocumentReader.read(WordFile.make(body: body), name: "a.docx")
        #expect(document.blockTexts == ["收到1\u{FFFC}75件。"])
    }

    @Test func fractionsInSentences() throws {
        let part = { (name: String, text: String) in "<w:\(name)><w:r><w:t>\(text)</w:t></w:r></w:\(name)>" }
        let formula = "<w:oMath><w:f>\(part("num", "1"))\(part("den", "75"))</w:f></w:oMath>"
        let body = "<w:p><w:r><w:t>收到</w:t></w:r>\(formula)<w:r><w:t>件。</w:t></w:r></w:p>"
        let document = try DocumentReader.read(WordFile.make(body: body), name: "a.docx")
        #expect(document.blockTexts == ["收到1\u{FFFC}75件。"])
    }

    @Test func documentsWithinAWordFileAreNamed() throws {
        let body = "<w:p><w:r><w:t>收到7件。</w:t></w:r></w:p><w:altChunk/>"
        let document = try DocumentReader.read(WordFile.make(body: body), name: "a.docx")
        #expect(document.blockTexts == ["收到7件。"] && document.notices == [.partUnread])
        for other in ["<w:p><w:subDoc/></w:p>", textBox("<w:p>\(run("甲"))</w:p><w:altChunk/>")] {
            let body = "<w:p>\(run("收到7件。"))</w:p>\(other)"
            #expect(try DocumentReader.read(WordFile.make(body: body), name: "a.docx").notices == [.partUnread])
        }
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
