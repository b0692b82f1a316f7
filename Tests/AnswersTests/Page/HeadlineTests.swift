import Checks
import Storage
import Testing
import Values

@testable import Answers

@Suite struct HeadlineTests {
    let sample: SampleArchive
    private static let townships = ["古渡镇", "望湖街道", "柳溪镇", "白杨镇", "石桥乡"]

    init() throws { sample = try SampleArchive.made.get() }

    /// The sum of what a careful reader takes from the reports.
    private func sum(_ townships: [String], _ year: Int) throws -> Int {
        try townships.reduce(0) { sum, township in
            sum + (Int(try SampleArchive.expected(township, year)["requests.received.total"] ?? "") ?? 0)
        }
    }

    @Test func totalAndChangeAreThoseOfTheReports() throws {
        let facts = CountyFacts(try sample.page(.chinese))
        let (now, before) = (try sum(Self.townships, 2022), try sum(Self.townships, 2021))
        let total = try #require(facts.totalFigure)
        #expect(total.text == "\(now)")
        #expect(total.change?.zh.hasPrefix("比上年减少 \(before - now) 件") == true, "\(total)")
        #expect(total.basis.zh == "全部 5 个乡镇、街道")
        #expect(facts.missing.isEmpty && facts.missingInAll == 1)
    }

    /// Sums over different townships have no change: only those with both years are compared, and it says so.
    @Test func changeIsOverTheTownshipsOfBothYears() throws {
        let facts = CountyFacts(try sample.page(.chinese, Filter(years: [2019, 2020])))
        let both = Self.townships.filter { $0 != "望湖街道" }
        let difference = try sum(both, 2020) - sum(both, 2019)
        #expect(facts.missing.map(\.township) == ["望湖街道"])
        #expect(facts.totalFigure?.basis.zh == "5 个乡镇、街道中有数的 4 个")
        #expect(facts.totalFigure?.change?.zh.hasPrefix("两年都有数的 4 个比上年增加 \(difference) 件") == true)
        #expect(facts.coverage?.zh.contains("缺 1 个（望湖街道）") == true)
    }

    @Test func riserIsTheTownshipThatRoseMost() throws {
        let rises = try Self.townships.map { try sum([$0], 2022) - sum([$0], 2021) }
        let risers = zip(Self.townships, rises).filter { $0.1 == rises.max() }.map(\.0)
        #expect(CountyFacts(try sample.page(.chinese)).risers.map(\.name) == risers)
    }

    /// What staff have waived is no error any more.
    @Test func errorsAreThoseThatNobodyWaived() throws {
        var findings = try sample.findings(Filter(counties: ["青禾县"]))
        let errors = findings.count { $0.severity == .error }
        let first = try #require(findings.firstIndex { $0.severity == .error })
        findings[first].isWaived = true
        let facts = CountyFacts(try sample.page(.chinese, findings: findings))
        #expect(facts.errorsInAll == errors - 1)
        #expect(facts.errors == findings.count { $0.severity == .error && !$0.isWaived && $0.year == 2022 })
    }

    /// A rate is that of the reports' figures, leads to the row that it begins with, and is never the county's total.
    @Test func ratesAreThoseOfTheReports() throws {
        let page = try sample.html(.chinese)
        let rest = try #require(page.components(separatedBy: "<h2>公开率 ").last)
        let section = rest.components(separatedBy: "</section>")[0]
        for township in Self.townships {
            let told = try SampleArchive.expected(township, 2021)
            func number(_ code: String) -> Double { Double(told[code] ?? "") ?? 0 }
            let (disclosed, all) = (
                number("requests.disclosed.total") + number("requests.disclosed_partly.total"),
                number("requests.concluded.total")
            )
            let row = try #require(section.all("<tr><th scope=\"row\">\(township)</th>(.+)</tr>").first)
            let cells = try row.all("<td[^>]*>(?:<a [^>]+>)?([0-9.]*)")
            let rate = try #require(Double(cells[3]), "\(row)")
            #expect(all > 0 && abs(rate - disclosed / all * 100) < 0.006, "\(township): \(row)")
        }
        #expect(try CountyFacts(sample.page(.chinese)).totalFigure?.section == 1)
    }

    @Test func bothLanguagesAreWhole() throws {
        for language in [Language.chinese, .english] {
            let page = try sample.html(language)
            let lead = try #require(page.all("<p class=\"lead\">([^<]+)</p>").first)
            #expect(lead.contains("74") && lead.contains("2022"))
            #expect(language == .chinese || !lead.contains("，"), "\(lead)")
        }
    }
}
