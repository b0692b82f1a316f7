import Checks
import Foundation
import Storage
import Support
import Testing
import Values

@testable import Answers

@Suite struct CountyPageTests {
    let sample: SampleArchive

    init() throws { sample = try SampleArchive.made.get() }

    @Test(arguments: [Language.chinese, .english])
    func everyLinkLeadsToAPlaceOfThePage(language: Language) throws {
        let page = try sample.html(language)
        let links = try page.all("href=\"#([^\"]+)\"")
        let anchors = try page.all("id=\"([^\"]+)\"")
        #expect(links.count > 100)
        #expect(Set(links).isSubset(of: Set(anchors)))
        #expect(anchors.count == Set(anchors).count)
    }

    @Test func pageNeedsNothingElse() throws {
        let page = try sample.html(.chinese)
        for word in ["http:", "https:", "src=", "@import", "url("] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("<html lang=\"zh-CN\">") && page.contains("<meta charset=\"utf-8\">"))
    }

    /// One script, which is ours; the policy of the page names it by its hash, and lets nothing be fetched.
    @Test func onlyOurScriptMayRun() throws {
        let page = try sample.html(.chinese)
        let parts = page.components(separatedBy: "<script")
        #expect(parts.count == 2)
        let own = try String(contentsOf: Self.data.appending(path: "page.js"), encoding: .utf8)
        #expect(parts[1].hasPrefix(">\(own)</script>"))
        #expect(
            page.contains(
                "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-"))
        #expect(!page.contains(" onclick") && !page.contains(" onload"))
    }

    @Test func pagesAreWrittenAllOrNone() throws {
        struct Stopped: Error {}
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "网页").path
            let stamp = PageStamp(archive: "a.sqlite", madeOn: "2023-01-01", asOf: nil)
            let pages = CountyPages(folder: place, replacing: false, stamp: stamp, language: .english)
            func write(_ findings: (String) throws -> [Finding]) throws -> [String] {
                try pages.write(
                    sample.archive, subjects: .usual(sample.archive), filter: Filter(), successions: [],
                    findings: findings)
            }
            var counties = 0
            #expect(throws: Stopped.self) {
                try write { _ in
                    counties += 1
                    if counties == 2 { throw Stopped() }
                    return []
                }
            }
            #expect(PartFile.names(in: folder.path) == [])
            let paths = try write { _ in [] }
            #expect(paths.count == 3)
            #expect(Set(PartFile.names(in: place).map { "\(place)/\($0)" }) == Set(paths))
        }
    }

    private static let data = SourceTree.root.appending(path: "Sources/Answers/Data")

    @Test func figuresAreMarkedInTheirSentences() throws {
        let page = try sample.html(.chinese)
        let number = try #require(page.all("<mark id=\"(s[0-9]+)\">467件</mark>").first)
        #expect(page.contains("<a href=\"#\(number)\">467</a>"))
        #expect(page.contains("青禾县/2022/望湖街道.txt"))
    }

    /// A finding leads to the row that it is about: the sum that does not hold.
    @Test func findingsLeadToTheirRows() throws {
        let page = try sample.html(.chinese)
        let findings = try #require(page.components(separatedBy: "<section id=\"findings\"").last)
        let table = try #require(findings.components(separatedBy: "</section>").first)
        let links = try table.all("href=\"#(s[0-9]+)\">第 165 行")
        #expect(!links.isEmpty)
        for link in links { #expect(page.contains("<mark id=\"\(link)\">5</mark>")) }
    }

    @Test func sameArchiveGivesTheSamePage() throws {
        #expect(try sample.html(.chinese) == sample.html(.chinese))
    }

    @Test func pageSaysWhenAndFromWhatItWasMade() throws {
        let page = try sample.html(.chinese)
        #expect(page.contains("制作日期 2023-02-01，档案 样例.sqlite，年报 19 份"))
        #expect(!page.contains("/档案/"))
    }

    @Test func textOfADocumentIsNeverMarkup() throws {
        var finding = try #require(sample.findings(Filter()).first)
        finding.township = "<b>\"甲'&\u{202E}镇"
        finding.statement = .misnumberedChapter(
            heading: "<script>\u{1B}[31m", numeral: "一", title: Phrase(zh: "甲", en: "a"))
        let page = try sample.html(.chinese, findings: [finding])
        #expect(page.contains("&lt;script&gt;␛[31m"))
        #expect(page.contains("&lt;b&gt;&quot;甲&#39;&amp;\\u{202E}镇"))
    }

    /// Sixty townships over ten years must make less than three million bytes.
    @Test func pageOfALargeCountyIsNotTooLarge() throws {
        func measure(_ townships: [String]) throws -> (bytes: Int, reports: Int) {
            let filter = Filter(counties: ["青禾县"], townships: townships)
            let page = try sample.html(.chinese, filter, findings: sample.findings(filter))
            return (page.utf8.count, try sample.archive.reports(filter).count)
        }
        let (few, all) = (try measure(["古渡镇", "柳溪镇"]), try measure([]))
        #expect(all.reports > few.reports)
        let growth = (all.bytes - few.bytes) / (all.reports - few.reports)
        #expect(few.bytes + growth * (600 - few.reports) < 3_000_000)
    }

    @Test func coverageTellsEditionAndReadingApart() throws {
        let page = try sample.html(.chinese)
        #expect(page.contains("<td>✓ 200<span class=\"edition\">2021年表样</span></td>"))
        #expect(page.contains("<span class=\"part\">◐ 193/200</span><span class=\"edition\">2021年表样</span>"))
        #expect(page.contains("<td class=\"missing\">缺报</td>"))
    }

    /// Names that cannot be files' names, that would be another county's file, or that of the index.
    @Test func everyCountyHasAFileOfItsOwn() {
        let names = CountyPages.fileNames(["青禾县", "a/b", "a:b", "index", "", ".."], .chinese)
        #expect(names == ["青禾县", "a_b", "a_b (2)", "index (2)", "未注明县区", "_."])
    }
}
