import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Cells of which two readings of a picture differ, and what the form's sums make of them.
@Suite struct CandidateProofTests {
    private let table: RecognisedForm

    init() throws { table = try RecognisedForm() }

    private func number(_ code: String) -> Int { Int(table.texts[code] ?? "") ?? 0 }

    @Test func theReadingWithWhichTheSumsHoldIsTakenAndToldSo() throws {
        let code = "requests.received.business"
        let reading = try table.read([code: "\(number(code) + 5)\u{FFFD}\(number(code))"])
        let figure = try table.figure(code, of: reading)
        #expect(figure.reading == .reported(Amount(value: Int64(number(code)))))
        #expect(figure.recognition == .proved)
        let doubt = try #require(reading.doubts.first { $0.kind == .recognisedBySums })
        #expect(doubt.found == "\(number(code) + 5)/\(number(code))" && doubt.expected == "\(number(code))")
        #expect(!reading.doubts.contains { $0.kind == .unreadableCell })
        #expect(reading.cells == (try table.read([:]).cells))
    }

    @Test func severalCellsAreDecidedTogether() throws {
        let codes = ["received", "concluded", "carried_out"].map { "requests.\($0).natural_person" }
        let changes = codes.map { ($0, "\(number($0))\u{FFFD}\(number($0) + 7)") }
        let reading = try table.read(Dictionary(uniqueKeysWithValues: changes))
        for code in codes {
            #expect(try table.figure(code, of: reading).reading == .reported(Amount(value: Int64(number(code)))))
        }
    }

    /// 3 and 8, or 8 and 3: the sum of both is the same.
    @Test func whereSeveralChoicesHoldNoneIsTaken() throws {
        let (one, other) = ("reconsideration.upheld", "reconsideration.corrected")
        let total = number("reconsideration.total") - number(one) - number(other) + 11
        let reading = try table.read([
            one: "3\u{FFFD}8", other: "3\u{FFFD}8", "reconsideration.total": "\(total)",
        ])
        #expect(try table.figure(one, of: reading).reading == .unreadable)
        #expect(try table.figure(other, of: reading).reading == .unreadable)
        #expect(!reading.doubts.contains { $0.kind == .recognisedBySums })
    }

    @Test func whereNoChoiceHoldsNoneIsTaken() throws {
        let code = "requests.received.business"
        let reading = try table.read([code: "\(number(code) + 5)\u{FFFD}\(number(code) + 6)"])
        #expect(try table.figure(code, of: reading).reading == .unreadable)
    }

    /// Table 2 has no sums.
    @Test func withoutASumNothingIsDecided() throws {
        let reading = try table.read(["penalties.decisions": "3\u{FFFD}8"])
        #expect(try table.figure("penalties.decisions", of: reading).reading == .unreadable)
    }
}
