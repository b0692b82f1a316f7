import Testing

@testable import Output

@Suite struct NumberTests {
    @Test(arguments: [
        (0, "0"), (7, "0.07"), (-7, "-0.07"), (50, "0.5"), (100, "1"), (9850, "98.5"), (10988, "109.88"),
        (216_310_000, "2163100"), (-10_001, "-100.01"), (Int64.max, "92233720368547758.07"),
        (Int64.min, "-92233720368547758.08"),
    ])
    func hundredthsAreExactAndEndWithoutZeros(units: Int64, digits: String) {
        #expect(Number(units, .hundredths).digits == digits)
    }

    @Test(arguments: [(0, "0"), (-11, "-11"), (213, "213"), (Int64.min, "-9223372036854775808")])
    func wholeNumbersAreThemselves(units: Int64, digits: String) {
        #expect(Number(units).digits == digits)
    }

    @Test(
        arguments: [(1_260_000, "1.26"), (1, "0.000001"), (-15_300_000_000, "-15300"), (100_000, "0.1")]
            as [(Int64, String)])
    func moneyInTenThousandsIsExact(units: Int64, digits: String) {
        #expect(Number(units, .millionths).digits == digits)
    }

    @Test(
        arguments: [
            (0, "0"), (-100, "-1"), (99_999, "999.99"), (-99_999, "-999.99"), (100_000, "1,000"), (-100_000, "-1,000"),
            (123_456_789, "1,234,567.89"), (.max, "92,233,720,368,547,758.07"),
            (.min, "-92,233,720,368,547,758.08"),
        ] as [(Int64, String)])
    func thousandsAreSetApart(units: Int64, digits: String) {
        #expect(Number(units, .hundredths).groupedDigits == digits)
        var year = Number(2022)
        year.isGrouped = false
        #expect(year.groupedDigits == "2022")
    }

    @Test func footnotesAreRaisedFigures() {
        #expect(Number.superscript(1) == "¹")
        #expect(Number.superscript(20) == "²⁰")
    }

    @Test func unitDecidesTheScale() {
        #expect(Number(9850, of: .percent).digits == "98.5")
        #expect(Number(9850, of: .items).digits == "9850")
    }
}
