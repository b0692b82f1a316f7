import Catalogue
import Checks
import Output
import Storage
import Testing
import Values

@testable import Answers

/// What is made piece by piece says the same as what is made at once.
@Suite struct StreamingTests {
    let sample: SampleArchive

    init() throws { sample = try SampleArchive.made.get() }

    private func rows(_ write: (SheetWriter) throws -> Void) throws -> [String] {
        var bytes: [UInt8] = []
        let writer = SheetWriter(.ndjson, language: .english, audience: .program) { bytes += $0 }
        try write(writer)
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func linesMadeOneByOneAreThoseThatAreKept() throws {
        let archive = sample.archive
        let measures = try archive.measures().meaning(of: ["公开率", "纠错率"], among: archive.indicators).measures
        let breaks = EditionBreaks(
            sample.codebook.successions, indicators: archive.indicators, acrossEditions: true, measures: measures)
        let filter = Filter(counties: ["青禾县"])
        let subjects = ComparedLines.Subjects(
            indicators: try sample.ids("requests", "fees.amount"), divisor: nil, measures: measures)
        let grid = try ComparisonGrid(archive, filter: filter)
        func lines(_ mostCells: Int) throws -> [String] {
            var lines: [String] = []
            try ComparedLines(archive, subjects, grid: grid, filter: filter, breaks, mostCells: mostCells).visit {
                let cells = $0.cells.joined().map { "\($0.content) \($0.succession ?? -1) \($0.isOverFew)" }
                lines.append("\($0.code): \(cells) \($0.totals.map(\.includes))")
            }
            return lines
        }
        let kept = try lines(.max)
        #expect(kept.count == subjects.count)
        #expect(try lines(0) == kept)
    }

    @Test func theGravestFindingsStandFirst() throws {
        let check = try sample.check
        let sheets = FindingSheets(
            rulebook: try Rulebook(sample.codebook), indicators: sample.archive.indicators, language: .english
        ) { body in try check.visit(Filter()) { try body($1) } }
        let written = try rows { try sheets.writeFindings(to: $0, isForPeople: false) }
        let sorted = try sample.findings(Filter())
        try #require(Set(sorted.map(\.severity)).count > 1)
        #expect(written.count == sorted.count)
        for (row, finding) in zip(written, sorted) {
            #expect(row.contains("\"rule\":\"\(finding.rule)\",\"severity\":\"\(finding.severity.rawValue)\""))
            #expect(row.contains("\"township\":\"\(finding.township)\",\"year\":\(finding.year)"))
        }
    }

    /// The codes stand below their headers, whatever else is asked for.
    @Test func divisionCodesStandInTheLastColumns() throws {
        let archive = sample.archive
        let comparison = try IndicatorComparison(
            archive, indicators: try sample.ids("hotline_12345.received"), filter: Filter(counties: ["青禾县"]),
            options: benchmarked, successions: sample.codebook.successions, codes: try DivisionCodes(archive),
            language: .english)
        let sheet = try comparison.rows
        #expect(sheet.columns.suffix(2).map(\.key) == ["county_code", "township_code"])
        #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
        let place = try #require(sheet.columns.firstIndex { $0.key == "benchmark" })
        #expect(sheet.rows.first?[place] == .text("青禾县"))
    }

    private var benchmarked: ComparisonOptions {
        var options = ComparisonOptions()
        options.benchmark = .county
        return options
    }
}
