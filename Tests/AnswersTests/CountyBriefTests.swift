import Catalogue
import Checks
import Foundation
import Output
import Storage
import Support
import Testing
import Values

@testable import Answers

/// The brief of the sample county, whose figures careful readers took from the reports.
@Suite struct CountyBriefTests {
    private let sample: SampleArchive

    init() throws {
        sample = try SampleArchive.made.get()
    }

    private func template(_ change: (String) -> String = { $0 }) throws -> BriefTemplate {
        let codes = Set(sample.archive.indicators.map(\.code)).union(try sample.archive.measures().map(\.code))
        return try BriefTemplate.load(
            LocalFile(name: "句式.yaml", text: change(BriefTemplate.text)), codes: codes)
    }

    private func document(
        _ year: Int, _ template: BriefTemplate? = nil, language: Language = .chinese
    ) throws -> TextDocument {
        let findings = try sample.findings(Filter(counties: ["青禾县"], years: [year]))
        return try CountyBrief(
            sample.archive, county: "青禾县", year: year, asOf: nil, codebook: sample.codebook,
            template: template ?? self.template(), findings: findings, day: "2023-02-04", language: language
        ).document
    }

    private func tables(_ document: TextDocument) -> [TextDocument.Table] {
        document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    private func prose(_ document: TextDocument) -> [String] {
        document.blocks.compactMap { block in
            switch block {
            case .noted(let spans): spans.map(\.text).joined()
            case .paragraph(let text, _): text
            default: nil
            }
        }
    }

    /// Sentences say themselves that a total is one.
    private static func subject(_ label: String) -> String { label.replacing("·总计", with: "") }

    private static let townships = ["古渡镇", "望湖街道", "柳溪镇", "白杨镇", "石桥乡"]

    /// A row of 石桥乡's report could not be read: nothing is wrong with the report, and that is not all there is to say.
    @Test func whatWasNotReadIsTold() throws {
        let told = try prose(document(2022)).filter { $0.contains("没有发现错误和存疑之处") }
        #expect(told.count == 2 && told.allSatisfy { $0.contains("另有 1 处是读取原件的疑问") }, "\(told)")
    }

    /// Every total is the sum of what readers took from the reports, and every figure of a township is theirs.
    @Test(arguments: [2021, 2022])
    func everyNumberIsTheArchives(year: Int) throws {
        let document = try document(year)
        let template = try template()
        let found = tables(document)
        let (totals, rankings) = (try #require(found.first), try #require(found.dropFirst().first))
        let expected = try Dictionary(
            uniqueKeysWithValues: Self.townships.map { ($0, try SampleArchive.expected($0, year)) })
        var compared = 0
        for code in template.totals {
            let label = Self.subject(sample.archive.indicators[try sample.ids(code)[0]].label.zh)
            let values = Self.townships.compactMap { expected[$0]?[code] }.compactMap { Decimal(string: $0) }
            guard let row = totals.rows.first(where: { $0[0] == label }), !values.isEmpty else { continue }
            #expect(row[2].filter { $0.isNumber || $0 == "." } == "\(values.reduce(0, +))", "\(code)")
            compared += 1
        }
        #expect(compared > 6)
        for row in rankings.rows {
            for (column, code) in template.rankings.enumerated() where sample.archive.indicators.id(of: code) != nil {
                let label = Self.subject(sample.archive.indicators[try sample.ids(code)[0]].label.zh)
                guard let place = rankings.header.firstIndex(where: { $0.hasPrefix(label) }) else { continue }
                let value = expected[row[0]]?[code] ?? "—"
                #expect(row[place].filter(\.isNumber) == value.filter(\.isNumber), "\(row[0]) \(code) \(column)")
            }
        }
        // What is told in prose of a total is what the table has.
        let text = prose(document).joined()
        for row in totals.rows where row[3] == "件" && row[2] != "—" {
            #expect(text.contains("\(row[0])：各乡镇合计 \(row[2])件"), "\(row[0])")
        }
    }

    /// A footnote names township, year, code and the line of the file, once for each number.
    @Test func everyTotalHasAFootnoteWithItsFigures() throws {
        let document = try document(2022)
        let notes = document.blocks.flatMap { block -> [String] in
            switch block {
            case .noted(let spans): spans.compactMap(\.note)
            case .table(let table): Array(table.notes.values)
            default: []
            }
        }
        #expect(Set(notes).count == notes.count)
        let totals = try #require(tables(document).first)
        for code in try template().totals {
            let label = sample.archive.indicators[try sample.ids(code)[0]].label.zh
            guard let row = totals.rows.first(where: { $0[0] == label }) else { continue }
            for (year, count) in zip([2021, 2022], row[4].split(separator: "、")) where count != "0" {
                let note = try #require(notes.first { $0.hasPrefix("\(year) \(code)：") }, "\(year) \(code)")
                #expect(note.matches(of: /青禾县\/20[0-9]{2}\/[^:（）]+:[0-9]+/).count <= Self.townships.count)
            }
        }
        let rankings = try #require(tables(document).dropFirst().first)
        #expect(rankings.notes.count == rankings.rows.count)
    }

    /// In tenths, as a comparison tells them.
    @Test func changesAreToldAsComparisonsTellThem() throws {
        let text = prose(try document(2022)).joined()
        let percentages = text.matches(of: /(?:增长|下降) ([0-9.,]+)%/).map { String($0.1) }
        #expect(percentages.count > 2)
        for percentage in percentages {
            #expect(percentage.contains(/^[0-9,]+(?:\.[0-9])?$/), "\(percentage)")
        }
    }

    @Test func chaptersFollowOneAnother() throws {
        let headings = try document(2022).blocks.compactMap { block in
            if case .heading(let text, 1) = block { text } else { nil }
        }
        #expect(headings.first == "一、总体情况" && headings.last?.hasSuffix("、数据说明") == true)
        #expect(try document(2022).title == "青禾县2022年度乡镇政府信息公开工作年度报告分析")
        let english = try document(2022, language: .english)
        #expect(english.blocks.contains(.heading("1. Overview", level: 1)))
    }

    /// The first year has no year before it: what compares is not said. A figure that nobody has is left out and noted.
    @Test func whatTheArchiveDoesNotHoldIsNotSaid() throws {
        let first = prose(try document(2019)).joined()
        #expect(!first.contains("由上年的") && !first.contains("两年可比的"))
        let other = try template {
            $0.replacing("  - disclosed.total\n", with: "  - disclosed.total\n  - responses.press_conferences\n")
        }
        let text = prose(try document(2022, other))
        let label = sample.archive.indicators[try sample.ids("responses.press_conferences")[0]].label.zh
        #expect(!text.contains { $0.hasPrefix("\(label)：各乡镇合计") })
        #expect(text.contains { $0.contains("没有写") && $0.contains(label) })
    }

    @Test(arguments: [
        ("{county}共有", "{countie}共有", "{countie}"), ("scene: coverage", "scene: cover", "cover"),
        ("when: complete", "when: never", "never"), ("table: totals", "table: total", "total"),
        ("- disclosed.total", "- disclosed.totl", "disclosed.totl"), ("times: 2", "times: 1", "1"),
        ("，尚缺 {missing_count}", "，尚缺 {missing_count", "{missing_count"),
        // What a section does not know is not passed over.
        ("findings: {most: 20}", "findings: {most: 20, percent: 3}", "percent"),
        ("  - {table: totals}", "  - {table: totals, scene: totals}", "scene"),
    ])
    func badTemplateIsRefusedWithItsLine(old: String, new: String, named: String) throws {
        let line = try #require(
            BriefTemplate.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(old) })
        let error = #expect(throws: CatalogueError.self) {
            try template { $0.replacing(old, with: new, maxReplacements: 1) }
        }
        let text = try #require(error).explanation.zh
        #expect(text.contains("句式.yaml 第 \(line + 1) 行") && text.contains(named), "\(text)")
    }

    @Test func unknownYearIsAnError() {
        #expect(throws: LookupError.self) { try document(2012) }
    }
}
