import Checks
import Foundation
import Storage
import Testing
import Values

@testable import Answers

@Suite struct CountyPageTests {
    let sample: SampleArchive

    init() throws { sample = try SampleArchive.made.get() }

    private func html(_ language: Language, findings: [Finding]? = nil) throws -> String {
        let places = sample.archive.indicators.indices.filter {
            CountyPage.usualIndicators.contains(sample.archive.indicators[$0].code)
        }
        var page = try CountyPage(
            sample.archive, county: "青禾县", indicators: places, filter: Filter(),
            successions: sample.codebook.successions,
            findings: findings ?? sample.findings(Filter(counties: ["青禾县"])), language: language)
        return page.html().text
    }

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        try text.matches(of: Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
    }

    @Test(arguments: [Language.chinese, .english])
    func everyLinkLeadsToAPassageOfThePage(language: Language) throws {
        let page = try html(language)
        let links = try matches("href=\"#([^\"]+)\"", in: page)
        let anchors = try matches("id=\"([^\"]+)\"", in: page)
        #expect(links.count > 100)
        #expect(Set(links).isSubset(of: Set(anchors)))
        #expect(anchors.count == Set(anchors).count)
    }

    @Test func pageNeedsNothingElse() throws {
        let page = try html(.chinese)
        for word in ["<script", "http:", "https:", "src=", "@import", "url("] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("<html lang=\"zh-CN\">") && page.contains("<meta charset=\"utf-8\">"))
    }

    @Test func figuresAreMarkedInTheirSentences() throws {
        let page = try html(.chinese)
        #expect(page.contains("<mark>467件</mark>"))
        #expect(page.contains("青禾县/2022/望湖街道.txt:"))
    }

    @Test func drawingsSayWhatTheyShow() throws {
        let page = try html(.english)
        let drawings = page.components(separatedBy: "<svg ").dropFirst()
        #expect(!drawings.isEmpty)
        for drawing in drawings {
            let isNamed = drawing.hasPrefix("role=\"img\"") && drawing.contains("<title>")
            #expect(isNamed || drawing.hasPrefix("aria-hidden=\"true\""))
        }
        #expect(!page.contains("<th>"))
    }

    @Test func sameArchiveGivesTheSamePage() throws {
        #expect(try html(.chinese) == html(.chinese))
    }

    @Test func textOfADocumentIsNeverMarkup() throws {
        var finding = try #require(sample.findings(Filter()).first)
        finding.township = "<b>\"甲'&\u{202E}镇"
        finding.statement = .misnumberedChapter(
            heading: "<script>\u{1B}[31m", numeral: "一", title: Phrase(zh: "甲", en: "a"))
        let page = try html(.chinese, findings: [finding])
        #expect(page.contains("&lt;script&gt;␛[31m"))
        #expect(page.contains("&lt;b&gt;&quot;甲&#39;&amp;\\u{202E}镇"))
    }

    @Test(
        arguments: [
            ([0, 31], 1, [0, 10, 20, 30, 40]), ([-3, 4], 1, [-3, -2, -1, 0, 1, 2, 3, 4]), ([], 1, [0]),
            ([9740], 100, [0, 5000, 10000]),
        ]
            as [([Int64], Int64, [Int64])])
    func axesHaveRoundNumbers(values: [Int64], unit: Int64, ticks: [Int64]) {
        #expect(ChartScale(values, unit: unit).ticks == ticks)
    }

    @Test func axesHoldAnyNumber() {
        for values in [[Int64.max], [.min], [.min, .max], [.max, 0]] {
            let scale = ChartScale(values, unit: 100)
            #expect(scale.ticks.count <= 12)
            for value in values { #expect((0...100).contains(scale.position(of: value, along: 100))) }
        }
    }
}
