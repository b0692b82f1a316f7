import Catalogue
import Reports
import Support
import Testing

@testable import Checks

/// Wrong cells, put into a form that adds up, are found again.
@Suite struct FaultTests {
    let codebook: Codebook
    let checker: Checker

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        checker = try Loaded.checker.get()
    }

    private func solutions(_ form: FilledForm) -> [[String: Int64]] {
        let checked = form.checked()
        let history = History(checked, earlier: [], reach: 1)
        var trial = FaultSearch.Trial()
        for number in checker.compiled.relations(of: form.edition) {
            if let difference = history.difference(checker.compiled.relations[number]), let exact = difference.lower,
                checker.compiled.relations[number].equation.relation == .equal
            {
                trial.append(number, residual: exact)
            }
        }
        let faults = FaultSearch.faults(
            trial, compiled: checker.compiled, checked: checked, indicators: codebook.indicators)
        #expect(faults.count <= 2)
        return faults.flatMap(\.solutions).map { changes in
            Dictionary(uniqueKeysWithValues: changes.map { ($0.indicator.code, $0.wanted) })
        }
    }

    @Test(arguments: ["2019", "2021"], [Int64(1), -1, 10, 90])
    func everyWrongCellOfTable3IsFoundAtItsCrossing(edition: String, by: Int64) {
        let form = FilledForm(codebook, edition: edition)
        let cells = form.readings.keys.filter { $0.hasPrefix("requests.") }
        #expect(cells.count == (edition == "2019" ? 161 : 175))
        for code in cells {
            var wrong = form
            wrong[code] = (form[code] ?? 0) + by
            #expect(solutions(wrong) == [[code: form[code] ?? 0]], "\(code)")
        }
    }

    /// A block of table 4 is one sum: it tells that a cell is wrong, and cannot tell which.
    @Test(arguments: ["2019", "2021"])
    func wrongCellOfTable4IsAmongTheCandidates(edition: String) {
        let form = FilledForm(codebook, edition: edition)
        for block in ["reconsideration", "litigation_direct", "litigation_after_reconsideration"] {
            for column in ["upheld", "corrected", "other", "pending", "total"] {
                var wrong = form
                wrong["\(block).\(column)"] = (form["\(block).\(column)"] ?? 0) + 1
                let found = solutions(wrong)
                #expect(found.contains(["\(block).\(column)": form["\(block).\(column)"] ?? 0]))
                #expect(
                    found.count > 1 && found.allSatisfy { $0.count == 1 && $0.keys.first?.hasPrefix(block) == true })
            }
        }
    }

    /// A sentence that agrees with a total of table 4 clears it, and one that disagrees too accuses it.
    @Test func sentenceHelpsToFindTheCell() {
        var form = FilledForm(codebook, edition: "2021")
        form["narrated_reconsideration.total"] = form["reconsideration.total"]
        var wrong = form
        wrong["reconsideration.total"] = (form["reconsideration.total"] ?? 0) + 1
        #expect(solutions(wrong) == [["reconsideration.total": form["reconsideration.total"] ?? 0]])
        wrong = form
        wrong["reconsideration.upheld"] = (form["reconsideration.upheld"] ?? 0) + 1
        #expect(!solutions(wrong).contains { $0.keys.contains("reconsideration.total") })
    }

    @Test(arguments: ["2019", "2021"])
    func twoWrongCellsOfTable3AreFound(edition: String) {
        let form = FilledForm(codebook, edition: edition)
        let cells = form.readings.keys.filter { $0.hasPrefix("requests.") }.sorted()
        var random = SeededRandom(seed: 3)
        var unique = 0
        for _ in 0..<300 {
            let first = cells[Int.random(in: cells.indices, using: &random)]
            let second = cells[Int.random(in: cells.indices, using: &random)]
            guard first != second else { continue }
            var wrong = form
            wrong[first] = (form[first] ?? 0) + 7
            wrong[second] = (form[second] ?? 0) + 20
            let truth = [first: form[first] ?? 0, second: form[second] ?? 0]
            let found = solutions(wrong)
            // Two faults that share no sum are told apart and found one by one.
            let isFound = found.contains(truth) || Set(found) == Set(truth.map { [$0.key: $0.value] })
            #expect(isFound, "\(first) \(second): \(found)")
            if isFound, found.count <= 2 { unique += 1 }
        }
        #expect(unique > 240)
    }

    @Test func findingsSayWhereTheCellIsAndWhatItShouldBe() throws {
        var form = FilledForm(codebook, edition: "2021")
        let right = form["requests.disclosed.total"] ?? 0
        form["requests.disclosed.total"] = right + 1
        let result = checker.examine(form.checked())
        for finding in result.findings {
            #expect(finding.message.zh.contains("“予以公开·总计”由 \(right + 1) 改为 \(right)"), "\(finding.message.zh)")
            #expect(finding.message.en.contains("'Requests disclosed: total' \(right) instead of \(right + 1)"))
        }
        let wrong = try #require(result.findings.first { $0.rule == "wrong-cell" })
        #expect(wrong.indicators.map(\.code) == ["requests.disclosed.total"])
        #expect(wrong.statement.expected == .number(right, .items))
        #expect(wrong.severity == .note)
    }

    /// What is noted of a finding has places of its own: the sum is a row, the wrong cell one of its cells.
    @Test func notesHaveTheirOwnPlaces() throws {
        var form = FilledForm(codebook, edition: "2021")
        form["requests.disclosed.total"] = (form["requests.disclosed.total"] ?? 0) + 1
        var result = checker.examine(form.checked())
        var line = 7
        result.setLines { _ in
            line += 1
            return line
        }
        let sum = try #require(result.findings.first { $0.rule == "row-total" })
        let note = try #require(sum.notes.first)
        #expect(sum.notes.count == 1)
        #expect(sum.locations.count == 7)
        #expect(note.locations.map(\.indicator?.code) == ["requests.disclosed.total"])
        #expect(sum.located.zh.contains("，相差 1（第 8—14 行）；把"))
        #expect(sum.located.zh.hasSuffix("各项即相符（第 15 行）"))
        let wrong = try #require(result.findings.first { $0.rule == "wrong-cell" })
        #expect(wrong.statement == note.statement)
    }

    /// Twenty cells at random: whatever is said, it is said soon.
    @Test func hopelessFormsDoNotTakeForever() {
        var form = FilledForm(codebook, edition: "2021")
        var random = SeededRandom(seed: 9)
        for code in form.readings.keys.sorted() where code.hasPrefix("requests.") {
            form[code] = Int64.random(in: 0...50, using: &random)
        }
        let result = checker.examine(form.checked())
        #expect(result.findings.count > 20)
    }
}
