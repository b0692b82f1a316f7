import Catalogue
import Support
import Testing

@testable import Reports

/// Of every cell of its form a report says what became of it, whatever the document.
@Suite struct CellStatesTests {
    private static let contents = [
        "", "0", "7", "1,234", "/", "无", "√", "⑫", "1372²", "见附件", "1 2", "\u{FFFC}", "12.", "-3",
    ]

    @Test(arguments: ["2014", "2019", "2021"], Flattening.allCases)
    func addUpToTheForm(edition: String, flattening: Flattening) throws {
        let codebook = try LoadedCatalogue.codebook()
        let form = try #require(codebook.form(edition))
        for seed in UInt64(0)..<12 {
            var random = SeededRandom(seed: seed)
            let filled = PrintedForm(form) { _ in
                Bool.random(using: &random) ? "3" : Self.contents.randomElement(using: &random) ?? ""
            }
            // Some lines are lost, others stand twice.
            let lines = filled.text(flattening).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
                line in
                let chance = Int.random(in: 0..<20, using: &random)
                return chance == 0 ? [] : chance == 1 ? [line, line] : [line]
            }
            let text = "青禾县柳溪镇2020年政府信息公开工作年度报告\n" + lines.joined(separator: "\n")
            let report = try ReadCells(Array(text.utf8), name: "a.txt").report
            guard report.edition != "narrative" else { continue }
            let own = try #require(codebook.form(report.edition)).codes.compactMap(codebook.place(of:))
            let told = report.figures.filter { own.contains($0.indicator) }
            #expect(Set(told.map(\.indicator)).count == told.count, "seed \(seed)")
            #expect(report.cells == CellStates(told), "seed \(seed)")
            #expect(report.cellsMissing == own.count - told.count, "seed \(seed)")
            #expect(report.cells.read + report.cells.unreadable + report.cellsMissing == report.cellsExpected)
        }
    }
}
