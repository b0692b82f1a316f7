import Testing

@testable import Values

@Suite struct ExactNumberTests {
    private func part(_ value: Int64, _ divisor: Int64) throws -> ExactNumber {
        try #require(Quotient(value, times: 1, over: divisor)).exact
    }

    @Test func equalNumbersAreOneHoweverTheyCame() throws {
        #expect(try part(1, 3) == part(-2, -6) && Set([part(4, 2), 2, part(6, 3)]).count == 1)
        #expect(try part(1, 3) < part(334, 1000) && part(-1, 3) < part(1, 4) && !(part(1, 3) < part(2, 6)))
        #expect(Quotient(1, times: 1, over: 0) == nil)
        // Products of 254 bits.
        let (one, other) = (try part(.max - 1, .max), try part(.max - 2, .max - 1))
        #expect(other < one && one > other && one != other)
    }

    @Test func nothingIsRoundedBeforeTheEnd() throws {
        let third = try part(1, 3)
        #expect(try third.subtracting(part(1, 4)) == part(1, 12))
        #expect(try third.adding(part(1, 6)) == part(1, 2) && third.times(3, over: 2) == part(1, 2))
        #expect(try third.divided(by: part(-2, 3)) == part(-1, 2) && third.divided(by: 0) == nil)
        #expect(third.rounded(times: 10_000) == 3333 && third.rounded() == 0)
        #expect(try [part(5, 2), part(-5, 2), part(7, 3), part(-7, 3)].map { $0.rounded() } == [3, -3, 2, -2])
    }

    @Test func whatCannotBeCountedIsNone() throws {
        #expect(ExactNumber(.max).rounded(times: 100) == nil)
        var small: ExactNumber? = try part(1, .max)
        for _ in 0..<3 { small = small.flatMap { $0.times(1, over: .max - 1) } }
        #expect(small == nil)
    }
}
