import Reports
import Support
import Testing
import Values

@testable import Catalogue
@testable import Checks

/// What is checked of a report besides its figures.
@Suite struct FactTests {
    let codebook: Codebook
    let checker: Checker

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        checker = try Loaded.checker.get()
    }

    private static let headings = [
        "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
    ]

    private func rules(_ change: (inout Report) -> Void) -> [String] {
        var form = FilledForm(codebook, edition: "2021")
        form.report.sections = Self.headings.map { Section(heading: $0, range: 0..<1) }
        change(&form.report)
        return checker.examine(form.checked()).rules
    }

    @Test func soundReportRaisesNothing() {
        #expect(rules { _ in } == [])
        #expect(rules { $0.publishedOn = "2022-01-20" } == [])
        #expect(rules { $0.sections = [] } == [])
    }

    /// A doubt that a reader left has a rule of its name, which says how grave it is.
    @Test(arguments: Doubt.Kind.allCases)
    func everyDoubtIsAFindingOfItsName(kind: Doubt.Kind) throws {
        #expect(rules { $0.doubts = [Doubt(kind, at: 3..<5, found: "甲", expected: "乙")] } == [kind.rawValue])
        #expect(try checker.rulebook.rule(named: kind.rawValue).test == .fact)
    }

    /// A column that nobody could read is one thing to say, not twenty-five.
    @Test func rowsUnreadableForTheSameReasonAreToldOnce() throws {
        var form = FilledForm(codebook, edition: "2021")
        form.report.doubts = (1...4).map { Doubt(.unreadableRow, at: $0 * 9..<$0 * 9 + 1, found: "6", expected: "7") }
        form.report.doubts.append(Doubt(.unreadableRow, at: 99..<100, found: "8", expected: "7"))
        let findings = checker.examine(form.checked()).findings
        #expect(findings.map(\.rule) == ["unreadable-row", "unreadable-row"])
        #expect(findings.map(\.locations.count) == [4, 1])
    }

    @Test func manyBlankCellsAreToldAndAFewAreNot() throws {
        let limit = checker.rulebook.limits.blankCells
        #expect(limit > 7)
        let codes = try #require(codebook.form("2021")?.codes.filter { $0.hasPrefix("requests.withheld") })
        func found(_ count: Int, corrected: Int = 0) -> [Finding] {
            var form = FilledForm(codebook, edition: "2021")
            for code in codes.prefix(count) { form.readings[code] = .blank }
            let corrections = Dictionary(uniqueKeysWithValues: codes.prefix(corrected).map { ($0, Int64(0)) })
            return checker.examine(form.checked(corrections: corrections)).findings.filter { $0.rule == "blank-cells" }
        }
        #expect(found(limit - 1).isEmpty)
        #expect(found(limit).map(\.statement) == [.blankCells(limit)])
        #expect(found(limit, corrected: 1).isEmpty)
        // A waiver is of so many, and of no more.
        #expect(found(limit).map(\.identity) == ["blank-cells : \(limit)"])
    }

    @Test func doubtKeepsBothSides() throws {
        var form = FilledForm(codebook, edition: "2021")
        form.report.doubts = [
            Doubt(.periodNotFullYear, at: 3..<5, found: "2020-01-01/2020-12-28", expected: "2020-01-01/2020-12-31")
        ]
        let finding = try #require(checker.examine(form.checked()).findings.first)
        #expect(finding.statement.actual == .text("2020-01-01/2020-12-28"))
        #expect(finding.statement.expected == .text("2020-01-01/2020-12-31"))
        #expect(finding.locations.map(\.range) == [3..<5])
    }

    @Test func yearLeftInCopiedTextIsSuspect() throws {
        var checked = FilledForm(codebook, edition: "2021").checked()
        checked.staleYears = [StaleYear(year: 2020, due: 2021, range: 3..<11, clause: "2020年，我镇")]
        let finding = try #require(checker.examine(checked).findings.first)
        #expect(finding.rule == "stale-year" && finding.locations.map(\.range) == [3..<11])
        #expect(finding.statement.expected == .text("2021年") && finding.statement.actual == .text("2020年"))
        #expect(finding.message.zh.contains("“2020年，我镇”"))
    }

    @Test func publicationBeforeThePeriodEndedIsSuspect() {
        #expect(rules { $0.publishedOn = "2021-12-20" } == ["published-early"])
        #expect(
            rules {
                $0.periodEnd = "2021-12-15"
                $0.publishedOn = "2021-12-20"
            } == [])
        #expect(
            rules {
                $0.periodEnd = nil
                $0.publishedOn = "2021-06-01"
            } == ["published-early"])
    }

    @Test func formOlderThanTheYearIsTold() {
        for (edition, year, isFound) in [
            ("2019", 2021, true), ("2019", 2020, false), ("2021", 2023, false), ("2014", 2019, true),
            ("2021", 2020, false),
        ] {
            let form = FilledForm(codebook, edition: edition, year: year)
            #expect(
                checker.examine(form.checked()).rules == (isFound ? ["edition-outdated"] : []), "\(edition) \(year)")
        }
    }

    @Test func missingAndMisnumberedChaptersAreTold() {
        #expect(rules { $0.sections.remove(at: 4) } == ["section-missing"])
        #expect(rules { $0.sections.remove(at: 0) } == [])
        #expect(rules { $0.sections[4].heading = "四、存在的主要问题及改进情况" } == ["section-misnumbered"])
        #expect(rules { $0.sections[4].heading = "5．存在问题" } == [])
        #expect(rules { $0.sections[4].heading = "５、存在问题" } == [])
    }

    /// A seventh chapter was dropped without a word.
    @Test func everyChapterHasANumeral() {
        let chapters = (1...21).map { Chapter(title: Phrase("\($0)"), words: ["章\($0)"], hasOptionalHeading: false) }
        let headings = ChapterHeading.all(chapters)
        #expect(headings.map(\.numeral).suffix(3) == ["十九", "二十", "二十一"])
        #expect(headings[6].numeral == "七" && headings[9].numeral == "十")
        #expect(headings[6].isNumbered(Array("７、其他".utf8)) && headings[11].isNumbered(Array("十二、其他".utf8)))
    }

    /// Reports of narrative alone, as there were before 2014, have no form to depart from.
    @Test func narrativeReportIsNotHeldToAForm() {
        let report = Report(
            township: "甲镇", county: "", year: 2012, edition: "narrative", title: "年报",
            sections: [Section(heading: "一、概述", range: 0..<1)])
        let result = checker.examine(CheckedReport(report, indicators: codebook.indicators))
        #expect(result.findings == [])
        #expect(result.tally("row-total", checker) == Tally())
    }

    @Test func factsThatHoldAreCounted() {
        let result = checker.examine(FilledForm(codebook, edition: "2021").checked())
        #expect(result.tally("edition-outdated", checker) == Tally(held: 1, failed: 0, undecided: 0))
    }

    @Test func gravestFindingsStandFirst() {
        var result = checker.nothing
        var form = FilledForm(codebook, edition: "2021")
        form["rules.in_force"] = 1
        form["reconsideration.total"] = 77
        result.append(checker.examine(form.checked(), waived: ["dispute-total"]))
        form["licensing.decisions"] = -1
        result.append(checker.examine(form.checked()))
        result.sortFindings()
        #expect(
            result.findings.map(\.rule) == [
                "dispute-total", "negative-count", "rules-of-township", "rules-of-township", "wrong-cell",
                "dispute-total",
            ])
        #expect(result.findings.last?.isWaived == true)
    }
}
