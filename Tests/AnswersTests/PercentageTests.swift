import Testing

@testable import Answers

@Suite struct PercentageTests {
    @Test func percentIsToOneTenth() {
        #expect(Percentage.hundredths(of: 123, over: 86) == 14300)
        #expect(Percentage.hundredths(of: 1, over: 3) == 3330)
        #expect(Percentage.hundredths(of: -2, over: 3) == -6670)
        #expect(Percentage.hundredths(of: 1, over: 0) == nil)
        #expect(Percentage.hundredths(of: .max, over: 1) == nil)
    }
}
