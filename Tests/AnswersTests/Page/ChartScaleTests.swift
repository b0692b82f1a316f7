import Testing
import Values

@testable import Answers

@Suite struct ChartScaleTests {
    @Test(
        arguments: [
            ([0, 31], 1, [0, 10, 20, 30, 40]), ([-3, 4], 1, [-3, -2, -1, 0, 1, 2, 3, 4]), ([], 1, [0]),
            ([9740], 100, [0, 5000, 10000]),
        ]
            as [([Int64], Int64, [Int64])])
    func axesHaveRoundNumbers(values: [Int64], unit: Int64, ticks: [Int64]) {
        #expect(ChartScale(values, unit: unit).ticks == ticks)
    }

    @Test(arguments: [true, false])
    func axesHoldAnyNumber(breaks: Bool) {
        let many = [Int64](repeating: 3, count: 12)
        for values in [
            [Int64.max], [.min], [.min, .max], [.max, 0], many + [.max], many + [.max, .min], [.max, .max - 1],
        ] {
            let scale = ChartScale(values, unit: 100, breaks: breaks, fromZero: !breaks)
            #expect(scale.ticks.count <= 12)
            for value in values { #expect((0...100).contains(scale.position(of: value, along: 100))) }
        }
    }

    /// One slip of a pen, ten times a hundred: the others keep three quarters of the height.
    @Test func oneLargeNumberDoesNotFlattenTheOthers() {
        let values: [Int64] = [3, 5, 8, 12, 15, 18, 21, 24, 30, 30_000]
        let scale = ChartScale(values, unit: 1, breaks: true)
        #expect(scale.peak == 30_000 && scale.high == 30)
        let places = values.map { scale.position(of: $0, along: 100) }
        #expect(places == places.sorted() && places[8] == 75 && places[9] == 100)
        #expect(ChartScale(values, unit: 1).position(of: 30, along: 100) == 0)
        #expect(ChartScale(Array(values.dropLast()) + [8741], unit: 1, breaks: true).peak == 9000)
    }

    @Test(arguments: [
        [3, 5, 8, 12, 15, 18, 21, 24, 30, 60], [0, 0, 0, 0, 0, 0, 0, 9], [-5, 5, 8, 12, 15, 18, 21, 24, 30_000],
    ])
    func axisIsWholeWhereNothingStandsFarOut(values: [Int64]) {
        #expect(ChartScale(values, unit: 1, breaks: true).peak == nil)
    }

    /// Rates that lie between 94 and 97 % would be one flat line from 0.
    @Test func linesMayBeginAboveZero() {
        let rates: [Int64] = [9480, 9620, 9740]
        let scale = ChartScale(rates, unit: 100, fromZero: false)
        #expect(scale.low == 9400 && scale.high == 9800)
        #expect(ChartScale([100, 9740], unit: 100, fromZero: false).low == 0)
        #expect(ChartScale([9740], unit: 100, fromZero: false).high > 9740)
    }
}
