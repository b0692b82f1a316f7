import Support
import Testing
import Values

@testable import Catalogue

@Suite struct MeasureTests {
    private static let loaded = Result { try MeasureList.load(LoadedCatalogue.codebook().indicators) }
    let measures: MeasureList
    let indicators: IndicatorList

    init() throws {
        measures = try Self.loaded.get()
        indicators = try LoadedCatalogue.codebook().indicators
    }

    private func own(_ text: String, _ head: String = "") throws -> MeasureList {
        try MeasureList.load(indicators, adding: [LocalFile(name: "own.yaml", text: head + "measures:\n" + text)])
    }

    private func refusal(_ text: String, _ head: String = "") -> (any Error)? {
        do {
            _ = try own(text, head)
            return nil
        } catch {
            return error
        }
    }

    @Test func everyMeasureSaysWhatItIs() {
        #expect(measures.count >= 70)
        for measure in measures {
            #expect(!measure.label.zh.isEmpty && !measure.label.en.isEmpty && !measure.source.isEmpty)
            #expect(!measure.examples.isEmpty, "\(measure.code)")
            let texts = [measure.label.zh, measure.label.en, measure.code] + measure.synonyms
            #expect(!texts.contains { $0.contains("{") }, "\(measure.code)")
        }
    }

    @Test func namesAreNoIndicators() {
        let names = MeasureList.names(of: indicators)
        for measure in measures {
            for name in measure.names { #expect(names[name.lowercased()] == nil, "\(measure.code): \(name)") }
        }
    }

    /// An archive with an indicator of a user's that is called as a measure of ours stays usable.
    @Test func userIndicatorMayBeCalledAsAMeasure() throws {
        let own = LocalFile(
            name: "own.yaml", text: "indicators:\n  - {code: mine.rate, zh: 公开率, en: Disclosure rate, unit: '%'}\n")
        let both = try MeasureList.load(adding: [own])
        let list = try Codebook.load(adding: [own]).indicators
        let meaning = try both.meaning(of: ["公开率"], among: list)
        #expect(meaning.measures.map(\.code) == ["rates.disclosure"])
        #expect(meaning.indicators.map { list[$0].code } == ["mine.rate"])
    }

    @Test func wordsMeanMeasuresAndIndicators() throws {
        func codes(_ words: String...) throws -> [String] {
            let meaning = try measures.meaning(of: words, among: indicators)
            return meaning.measures.map(\.code) + meaning.indicators.map { indicators[$0].code }
        }
        #expect(try codes("公开率") == ["rates.disclosure"])
        #expect(try codes("Disclosure Rate") == ["rates.disclosure"])
        #expect(try codes("rates.withheld_by").count == 8)
        // What was told stands beside what was computed.
        #expect(try codes("热线办结率") == ["rates.hotline_12345.handled", "hotline_12345.completion_rate"])
        // What means indicators means what it always did.
        #expect(try codes("710") == ["supervision_710.items", "supervision_710.handled"])
        #expect(throws: IndicatorWordError.unknown("公开律", nearest: "公开率")) { try codes("公开律") }
    }

    @Test func operandsMayBeSums() throws {
        let added = try own(
            """
              - {code: mine.refused, zh: 未公开率, en: not disclosed, sum: sums.withheld + sums.unavailable,
                 over: requests.concluded.total, unit: "%", examples: [{given: {}, gives: unknown}]}
            """)
        let formula = try #require(added.measure("mine.refused")?.formulas.first)
        #expect(formula.sum.terms.count == 11)
        // Of a sum with two ways to work it out, and of last year's.
        let twice = try own(
            """
              - {code: mine.change, zh: 增减, en: change, sum: 2 * sums.other - sums.other@-1, unit: 件,
                 examples: [{given: {}, gives: unknown}]}
            """)
        let formulas = try #require(twice.measure("mine.change")).formulas
        #expect(formulas.map(\.sum.terms.count) == [6, 2])
        #expect(formulas[1].sum.terms[1] == Term(coefficient: -1, code: "requests.other.total", yearOffset: -1))
        #expect(formulas[0].note == nil && formulas[1].note != nil)
    }

    @Test func badMeasuresAreRefusedWithTheirPlace() {
        let rest = "examples: [{given: {requests.concluded.total: 1}, gives: 1}]"
        #expect(
            refusal(
                "  - {code: a, zh: 甲, en: A, sum: b + c, unit: 件, \(rest)}\n"
                    + "  - {code: b, zh: 乙, en: B, sum: c, unit: 件, \(rest)}\n"
                    + "  - {code: c, zh: 丙, en: C, sum: b, unit: 件, \(rest)}")
                as? MeasureError == .circle(file: "own.yaml", line: 4, measures: ["b", "c", "b"]))
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: fees.amount + trainings.count, unit: 元, \(rest)}") as? RuleError
                == .mixedUnits(
                    file: "own.yaml", line: 2, text: "fees.amount + trainings.count", units: ["元", "次"]))
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: fees.amount, over: trainings.count, unit: '%', \(rest)}")
                as? MeasureError
                == .wrongUnit(file: "own.yaml", line: 2, measure: "a", unit: "%", operands: ["元", "次"]))
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: trainings.coumt, unit: 次, \(rest)}") as? RuleError
                == .unknownIndicator(
                    file: "own.yaml", line: 2, code: "trainings.coumt",
                    near: ["trainings.count", "trainings.participants"]))
        #expect(
            refusal("  - {code: a, zh: 公开率, en: A, sum: trainings.count, unit: 次, \(rest)}") as? MeasureError
                == .taken(file: "own.yaml", line: 2, name: "公开率", by: "rates.disclosure"))
        #expect(
            refusal("  - {code: requests, zh: 甲, en: A, sum: trainings.count, unit: 次, \(rest)}") as? MeasureError
                == .taken(file: "own.yaml", line: 2, name: "requests", by: "requests.received.natural_person"))
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: rates.disclosure, unit: '%', \(rest)}") is MeasureError)
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: trainings.count, unit: 次}") as? MeasureError
                == .noExample(file: "own.yaml", line: 2, measure: "a"))
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: trainings.count, unit: 元/户, \(rest)}") as? CatalogueError
                == .unknownValue(
                    file: "own.yaml", line: 2, key: "unit", value: "元/户", allowed: Unit.allCases.map(\.rawValue)))
        #expect(
            refusal("  - {code: a, zh: 甲, en: A, sum: trainings.count, unit: 次, colour: red, \(rest)}")
                is CatalogueError)
    }

    @Test(arguments: ["zh: '甲{名}'", "zh: '{'", "words: ['{zh}率'], zh: 甲"])
    func nameThatNothingStandsForIsRefused(label: String) throws {
        let error = refusal(
            """
              - {code: mine.one, \(label), en: A, sum: trainings.count, unit: 次,
                 examples: [{given: {}, gives: unknown}]}
            """)
        let text = try #require(error as? RuleError).explanation.en
        #expect(text.hasPrefix("own.yaml:2:") && text.contains("{"))
    }

    /// What doubles with each measure would fill the memory.
    @Test func chainsOfSumsStaySmall() throws {
        var text = ""
        for number in 0...70 {
            let sum = number == 0 ? "trainings.count" : "m\(number - 1) + m\(number - 1)"
            text += "  - {code: m\(number), zh: 数\(number), en: n\(number), sum: \(sum), unit: 次, "
            text += "examples: [{given: {}, gives: unknown}]}\n"
        }
        #expect(refusal(text) is RuleError)
    }
}
