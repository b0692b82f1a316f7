import Testing

@testable import Values

@Suite struct ExactQuotientTests {
    @Test(
        arguments: [
            (7, 1, 2, 4), (-7, 1, 2, -4), (7, 1, -2, -4), (5, 1, 3, 2), (1, 100, 3, 33), (2, 100, 3, 67),
            (0, 100, 7, 0),
        ] as [(Int64, Int64, Int64, Int64)])
    func quotientIsRoundedHalfAwayFromZero(value: Int64, factor: Int64, divisor: Int64, expected: Int64) {
        #expect(ExactQuotient.rounded(value, times: factor, over: divisor) == expected)
    }

    @Test func nothingOverflows() {
        #expect(ExactQuotient.rounded(.max, times: .max, over: 1) == nil)
        #expect(ExactQuotient.rounded(.min, times: 1, over: 1) == nil)
        #expect(ExactQuotient.rounded(.min, times: 1, over: 2) == -4_611_686_018_427_387_904)
        #expect(ExactQuotient.rounded(.max, times: 100, over: .max) == 100)
        #expect(ExactQuotient.rounded(1, times: 1, over: 0) == nil)
    }

    @Test func boundsAreRoundedOutwards() {
        #expect(ExactQuotient.floor(2, times: 100, over: 3) == 66)
        #expect(ExactQuotient.ceiling(1, times: 100, over: 3) == 34)
        #expect(ExactQuotient.floor(-1, times: 100, over: 3) == -34)
        #expect(ExactQuotient.ceiling(-1, times: 100, over: 3) == -33)
        #expect(ExactQuotient.floor(6, times: 1, over: 3) == 2)
        #expect(ExactQuotient.ceiling(-6, times: 1, over: 3) == -2)
    }
}
