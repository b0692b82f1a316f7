import Testing
import Values

@Suite struct WrittenNumbersTests {
    @Test(arguments: [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100"), (0, "0"), (-1, "-1"),
    ])
    func numeralsAreThoseOfChapters(number: Int, words: String) {
        #expect(number.chineseNumeral == words)
    }

    @Test func digitsAreFullWidth() {
        #expect(2022.fullWidthDigits == "２０２２")
    }
}
