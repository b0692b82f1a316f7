import Reports
import Testing
import Values

@testable import Storage

@Suite struct EvidenceTests {
    private func contradicts(_ text: String, _ reading: Reading) -> Bool {
        Array(text.utf8).withUnsafeBytes { Evidence($0[0..<$0.count]).contradicts(reading) }
    }

    @Test(arguments: [
        ("1,234", Int64(1234)), ("１２３４件", 1234), ("216.31万元", 216_310_000), ("98.5%", 9850), ("减19", -19),
        ("未收到710督办件", 0), ("三件", 3), ("1名专职、2名兼职", 3), ("0", 0), ("1 234", 1234),
        ("99999999999999999999999", 7),
    ])
    func whatSaysTheSameIsNoContradiction(text: String, value: Int64) {
        #expect(!contradicts(text, .reported(Amount(value: value))))
    }

    @Test(arguments: [("15", Int64(16)), ("１５件", 150_1), ("216.31万元", 216_320_000), ("5", 0)])
    func anotherNumberIs(text: String, value: Int64) {
        #expect(contradicts(text, .reported(Amount(value: value))))
    }

    @Test func whatIsBlankHasNoDigits() {
        #expect(contradicts("5", .blank) && contradicts("０", .notApplicable))
        #expect(!contradicts("", .blank) && !contradicts("／", .notApplicable) && !contradicts("5o", .unreadable))
    }
}
