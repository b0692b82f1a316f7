import Support
import Testing

@testable import Documents

/// Ink as its ground in Word files, wherever the ground comes from, and what fields show.
@Suite struct WordGroundTests: WordSuite {
    private static let black = "<w:color w:val=\"000000\"/>"
    private static let fill = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>"

    /// Dark ink on a dark ground, with nothing white anywhere.
    @Test(arguments: [
        black + fill, "<w:color w:val=\"808080\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"808080\"/>",
        "<w:color w:val=\"1F497D\"/><w:shd w:val=\"solid\" w:color=\"1F497D\" w:fill=\"auto\"/>",
        "<w:color w:val=\"000080\"/><w:highlight w:val=\"darkBlue\"/>",
        "<w:color w:val=\"00FF00\"/><w:highlight w:val=\"green\"/>",
        "<w:textFill><w:solidFill><w:srgbClr w:val=\"FFFFFF\"/></w:solidFill></w:textFill>",
    ])
    func inkOfTheColourOfItsOwnGround(looks: String) throws {
        #expect(try word("<w:p>\(run("9", looks))\(run("7"))</w:p>") == "7")
    }

    /// Of dots and lines nobody can say what the eye makes of them.
    @Test(arguments: [
        "<w:color w:val=\"808080\"/><w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/>",
        "<w:color w:val=\"191919\"/><w:shd w:val=\"pct90\" w:color=\"auto\" w:fill=\"auto\"/>",
        "<w:color w:val=\"FF0000\"/><w:shd w:val=\"diagStripe\" w:color=\"auto\" w:fill=\"FF0000\"/>",
    ])
    func inkOfTheColourOfAPattern(looks: String) throws {
        #expect(try word("<w:p>\(run("9", looks))</w:p>") == "9\u{FFFC}")
        let black = "<w:color w:val=\"000000\"/><w:shd w:val=\"pct20\" w:color=\"auto\" w:fill=\"auto\"/>"
        #expect(try word("<w:p>\(run("7", black))</w:p>") == "7")
    }

    /// Light headings and coloured words are seen, and their elements need not be kept.
    @Test func inkThatIsSeen() throws {
        let grey = "<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D9D9D9\"/>"
        #expect(try word("<w:p>\(run("7", grey))</w:p>") == "7")
        #expect(!WordInkSearch.mayMatter(in: [Array("<w:rPr>\(grey)</w:rPr>".utf8)]))
        #expect(WordInkSearch.mayMatter(in: [Array(Self.black.utf8), Array(Self.fill.utf8)]))
    }

    @Test func groundsOfStyles() throws {
        let styles = [
            "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr>\(Self.fill)</w:rPr></w:style>",
            "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:pPr>\(Self.fill)</w:pPr></w:style>",
            "<w:style w:type=\"paragraph\" w:styleId=\"q\"><w:basedOn w:val=\"p\"/></w:style>",
            "<w:style w:type=\"paragraph\" w:styleId=\"r\"><w:rPr>\(Self.fill)</w:rPr></w:style>",
        ].joined()
        let own = run("9", "<w:rStyle w:val=\"c\"/>" + Self.black) + run("7")
        #expect(try word("<w:p>\(own)</w:p>", styles: styles) == "7")
        let white = run("7", "<w:color w:val=\"FFFFFF\"/>")
        for style in ["p", "q", "r"] {
            let properties = "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
            #expect(try word("<w:p>\(properties)\(run("9", Self.black))\(white)</w:p>", styles: styles) == "7")
        }
        let bare = "<w:pPr><w:pStyle w:val=\"p\"/><w:shd w:val=\"clear\" w:fill=\"auto\"/></w:pPr>"
        #expect(try word("<w:p>\(bare)\(run("7", Self.black))</w:p>", styles: styles) == "7")
        for (part, mark) in [("r", "rPrDefault"), ("p", "pPrDefault")] {
            let all = "<w:docDefaults><w:\(mark)><w:\(part)Pr>\(Self.fill)</w:\(part)Pr></w:\(mark)></w:docDefaults>"
            #expect(try word("<w:p>\(run("9", Self.black))\(white)</w:p>", styles: all) == "7")
        }
    }

    /// A formula field shows what its code says, whatever result was stored; what a letter is filled with may be empty.
    @Test func fieldsWithAnEmptyResult() throws {
        func field(_ code: String, _ result: String = "") -> String {
            func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
            return "<w:p>\(mark("begin"))<w:r><w:instrText> \(code) </w:instrText></w:r>\(mark("separate"))\(result)"
                + "\(mark("end"))</w:p>"
        }
        for code in ["EQ \\o(5,5)", "QUOTE 55", "=SUM(ABOVE)", "SEQ a"] {
            #expect(try word(field(code)) == "\u{FFFC}")
            #expect(try word(field(code, run("7"))) == "7")
        }
        for code in ["MERGEFIELD a", "IF 1 = 1 \"\"", "FORMTEXT", "XE a"] { #expect(try word(field(code)) == "") }
    }
}
