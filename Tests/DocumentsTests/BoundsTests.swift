import Testing

@testable import Documents

/// What costs more than a document is worth is refused before it is paid.
@Suite struct BoundsTests {
    private func error(_ bytes: [UInt8], _ name: String, _ limits: Limits = Limits()) -> DocumentError? {
        do throws(DocumentError) {
            _ = try DocumentReader.read(bytes, name: name, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private static let attributes = (0..<2000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    private static let page = "<html><body><p>柳溪镇</p>"

    @Test func attributesOfOneElementAreLimited() {
        let limit = Limits().attributes
        let word = WordFile.make(body: WordFile.paragraph("甲") + "<w:p \(Self.attributes)/>")
        #expect(error(word, "a.docx") == .limit(.attributes(limit)))
        #expect(error(Array("\(Self.page)<p \(Self.attributes)>".utf8), "a.html") == .limit(.attributes(limit)))
        let empty = (0..<2000).map { "a\($0)" }.joined(separator: "\n")
        #expect(error(Array("\(Self.page)<p \(empty)>".utf8), "a.html") == .limit(.attributes(limit)))
    }

    /// What looks like attributes and is none, or of another element.
    @Test(arguments: [
        "<script>if(a<b){\(attributes)}</script>", "<style>\(attributes)</style>", "<!-- <p \(attributes)> -->",
        "<p title='\(attributes)'>", "<p>\(attributes)</p>", "<p>3 < 4 \(attributes)</p>",
        String(repeating: "<p class=\"a\" id=b>", count: 200), "<script/>\(attributes)",
    ])
    func nothingElseIsTakenForAttributes(markup: String) throws {
        let document = try DocumentReader.read(Array("\(Self.page)\(markup)".utf8), name: "a.html")
        #expect(document.blockTexts.first == "柳溪镇")
    }

    /// A mark that opens in a comment or in a script must not hide what comes behind it.
    @Test(arguments: [
        "<!-- <p a=\" --><p %>", "<script>\"<p a='\"</script><p %>", "<p a=\"'\"><p %>", "<p a='\"'><p %>",
        "<!--><p %>",
        "<p a=b\"><p %>", "<style><p a=\"</STYLE><p %>", "<? a=\" ><p %>", "</p a=\"><p %>",
    ])
    func nothingHidesAttributes(markup: String) {
        let bytes = Array("\(Self.page)\(markup.replacing("%", with: Self.attributes))".utf8)
        #expect(error(bytes, "a.html") == .limit(.attributes(Limits().attributes)))
    }

    @Test func attributesAreSeenInOtherEncodings() {
        let xml = "<w:wordDocument xmlns:w=\"w\" \(Self.attributes)/>"
        let declared = Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(xml)".utf16).flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
        let main = [PackedFile.Member("word/document.xml", [0xFF, 0xFE] + declared)]
        let file = WordFile.make(body: "", main: "x.xml", extra: main)
        #expect(error(file, "a.docx") != nil)
        let tree = Result { () throws(DocumentError) in
            try XMLTree(xml: [0xFF, 0xFE] + declared, part: "x", format: Word.format, limits: Limits())
        }
        guard case .failure(let error) = tree else {
            Issue.record("no error")
            return
        }
        #expect(error == .limit(.attributes(Limits().attributes)))
    }

    @Test func xmlInAnEncodingOfItsOwnIsRead() throws {
        let head: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"GB2312\"?><a>".utf8)
        let tree = try XMLTree(
            xml: head + [0xC1, 0xF8] + Array("</a>".utf8), part: "x", format: Word.format, limits: Limits())
        #expect(tree.root?.text == "柳")
    }

    @Test func nodesOfATreeAreLimited() {
        var limits = Limits()
        limits.nodes = 1000
        let paragraphs = String(repeating: "<p>1</p>", count: 600)
        #expect(error(Array("\(Self.page)\(paragraphs)".utf8), "a.html", limits) == .limit(.nodes(1000)))
        let body = String(repeating: WordFile.paragraph("1"), count: 600)
        #expect(error(WordFile.make(body: body), "a.docx", limits) == .limit(.nodes(1000)))
    }

    /// Every rule is held against every element that it may be about.
    @Test func rulesOfAStyleSheetCountForEachElement() {
        let rules = (1...1000).map { "p:nth-child(\($0 % 100)) b{display:none}" }.joined()
        let elements = String(repeating: "<p><b>1</b></p>", count: 2000)
        let page = "<html><head><style>\(rules)</style></head><body>" + elements
        guard case .limit(.styleSteps) = error(Array(page.utf8), "a.html") else {
            Issue.record("no limit")
            return
        }
        let few =
            "<html><head><style>p.x{display:none}</style></head><body>" + String(repeating: "<p>1</p>", count: 2000)
        #expect(error(Array(few.utf8), "a.html") == nil)
    }

    @Test func textIsLimited() {
        var limits = Limits()
        limits.textBytes = 3000
        limits.blocks = 100
        let long = Array(String(repeating: "一", count: 1100).utf8)
        let lines = Array(String(repeating: "一\n", count: 120).utf8)
        #expect(error(long, "a.txt", limits) == .limit(.textBytes(3000, found: 3300)))
        #expect(error(lines, "a.txt", limits) == .limit(.blocks(100)))
        #expect(error(Array(String(repeating: "a,1,2\n", count: 600).utf8), "a.csv", limits) != nil)
        let page = Array("<html><body><p>\(String(repeating: "一", count: 1100))</p>".utf8)
        guard case .limit(.textBytes(3000, _)) = error(page, "a.html", limits) else {
            Issue.record("no limit")
            return
        }
        limits.markupBytes = 3000
        #expect(error(page, "a.html", limits) == .limit(.markupBytes(3000, found: page.count)))
        #expect(
            error(WordFile.make(body: String(decoding: page, as: UTF8.self) + "</p></body></html>"), "a.docx", limits)
                != nil)
    }

    @Test func partsOfADocumentAreLimitedTogether() {
        var limits = Limits()
        limits.packageBytes = 10_000
        let media = (0..<3).map {
            PackedFile.Member("word/media/\($0).png", [UInt8](repeating: UInt8($0), count: 4000))
        }
        let file = WordFile.make(body: WordFile.paragraph("甲"), extra: media)
        #expect(error(file, "a.docx", limits) == .limit(.expandedBytes(10_000)))
    }
}
