import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Cells of which two readings of a picture differ, and what the form's sums make of them.
@Suite struct CandidateProofTests {
    private let codebook: Codebook
    private let form: Form
    private let texts: [String: String]

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        form = try #require(codebook.form("2021"))
        texts = SummedFigures(form, seed: 3).texts
    }

    private func read(_ changes: [String: String]) throws -> TableReading {
        var document = PrintedForm(form) { changes[$0] ?? texts[$0] ?? "" }.document
        document.recognised = [0..<document.text.count]
        return document.text.withUnsafeBufferPointer { text in
            var reading = TableReader(codebook).read(document, text)
            RecognitionProof(codebook).weigh(&reading, in: document, text)
            return reading
        }
    }

    private func figure(_ code: String, of reading: TableReading) throws -> Figure {
        let id = try #require(codebook.indicators.id(of: code))
        return try #require(reading.figures.first { $0.indicator == id })
    }

    private func number(_ code: String) -> Int { Int(texts[code] ?? "") ?? 0 }

    @Test func theReadingWithWhichTheSumsHoldIsTakenAndToldSo() throws {
        let code = "requests.received.business"
        let reading = try read([code: "\(number(code) + 5)\u{FFFD}\(number(code))"])
        let figure = try figure(code, of: reading)
        #expect(figure.reading == .reported(Amount(value: Int64(number(code)))))
        #expect(figure.recognition == .proved)
        let doubt = try #require(reading.doubts.first { $0.kind == .recognisedBySums })
        #expect(doubt.found == "\(number(code) + 5)/\(number(code))" && doubt.expected == "\(number(code))")
        #expect(!reading.doubts.contains { $0.kind == .unreadableCell })
        #expect(reading.cells == (try read([:]).cells))
    }

    @Test func severalCellsAreDecidedTogether() throws {
        let codes = ["received", "concluded", "carried_out"].map { "requests.\($0).natural_person" }
        let changes = codes.map { ($0, "\(number($0))\u{FFFD}\(number($0) + 7)") }
        let reading = try read(Dictionary(uniqueKeysWithValues: changes))
        for code in codes {
            #expect(try figure(code, of: reading).reading == .reported(Amount(value: Int64(number(code)))))
        }
    }

    /// 3 and 8, or 8 and 3: the sum of both is the same.
    @Test func whereSeveralChoicesHoldNoneIsTaken() throws {
        let (one, other) = ("reconsideration.upheld", "reconsideration.corrected")
        let total = number("reconsideration.total") - number(one) - number(other) + 11
        let reading = try read([
            one: "3\u{FFFD}8", other: "3\u{FFFD}8", "reconsideration.total": "\(total)",
        ])
        #expect(try figure(one, of: reading).reading == .unreadable)
        #expect(try figure(other, of: reading).reading == .unreadable)
        #expect(!reading.doubts.contains { $0.kind == .recognisedBySums })
    }

    @Test func whereNoChoiceHoldsNoneIsTaken() throws {
        let code = "requests.received.business"
        let reading = try read([code: "\(number(code) + 5)\u{FFFD}\(number(code) + 6)"])
        #expect(try figure(code, of: reading).reading == .unreadable)
    }

    /// Table 2 has no sums.
    @Test func withoutASumNothingIsDecided() throws {
        let reading = try read(["penalties.decisions": "3\u{FFFD}8"])
        #expect(try figure("penalties.decisions", of: reading).reading == .unreadable)
    }
}
