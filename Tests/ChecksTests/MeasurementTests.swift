import Catalogue
import Support
import Testing
import Values

@testable import Checks

@Suite struct MeasurementTests {
    private static let checked = Result {
        let indicators = try LoadedCatalogue.codebook().indicators
        return try MeasureList.load(indicators).examples(indicators)
    }
    let checks: [MeasureExampleCheck]

    init() throws { checks = try Self.checked.get() }

    /// Each was worked out by hand.
    @Test func everyExampleHolds() {
        #expect(checks.count >= 90)
        for check in checks {
            #expect(check.holds, "\(check.measure.code) line \(check.example.line): \(check.found)")
        }
    }

    private func measure(_ code: String) throws -> Measure {
        try #require(checks.first { $0.measure.code == code }?.measure)
    }

    private func filled(_ measure: Measure, _ amounts: [String: Amount]) -> MeasuredSides? {
        MeasuredSides(measure.formulas[0]) { amounts[$0.code] }
    }

    /// 139.6万元 is written to 1,000 元, so that it may be 999.99 元 more or less.
    @Test func roundedMoneyGivesAValueAndItsBounds() throws {
        let average = try measure("averages.subsistence_allowance.per_household")
        let sides = try #require(
            filled(
                average,
                [
                    "subsistence_allowance.amount": Amount(value: 139_600_000, precision: 100_000),
                    "subsistence_allowance.households": Amount(value: 179),
                ]))
        #expect(
            average.measurement(sides)
                == .rounded(779_888, Measurement.Range(lower: 779_329, upper: 780_447)))
    }

    @Test func severalReportsAreOneRatioOfSums() throws {
        let rate = try measure("rates.disclosure")
        func one(_ disclosed: Int64, _ concluded: Int64) throws -> MeasuredSides {
            try #require(
                filled(
                    rate,
                    [
                        "requests.disclosed.total": Amount(value: disclosed),
                        "requests.disclosed_partly.total": Amount(value: 0),
                        "requests.concluded.total": Amount(value: concluded),
                    ]))
        }
        var all = try one(1, 2)
        all.add(try one(5, 6))
        #expect(rate.measurement(all) == .exact(7500))
        #expect(rate.isOverFew(all))
        all.add(try one(0, 2))
        #expect(!rate.isOverFew(all))
    }

    @Test func nothingOverflows() throws {
        let rate = try measure("rates.disclosure")
        let largest = Amount(value: .max)
        let sides = try #require(
            filled(
                rate,
                [
                    "requests.disclosed.total": largest, "requests.disclosed_partly.total": largest,
                    "requests.concluded.total": Amount(value: 1),
                ]))
        #expect(rate.measurement(sides) == .between(Measurement.Range(lower: nil, upper: nil)))
    }
}
