import Support
import Testing

@testable import Catalogue

@Suite struct SuccessionTests {
    @Test func everyRowOfTheTableIsThere() throws {
        let successions = try LoadedCatalogue.codebook().successions
        #expect(successions == (try Succession.load()))
        func grade(_ older: String, _ newer: String...) -> Succession.Grade? {
            successions.first { $0.older == [older] && $0.newer == newer }?.grade
        }
        #expect(grade("normative_documents.created", "normative_documents.issued") == .near)
        #expect(grade("rules.created", "rules.issued") == .near)
        #expect(grade("rules.disclosed_total", "rules.in_force") == .notComparable)
        #expect(grade("fees.items_change", "fees.amount") == .notComparable)
        #expect(grade("procurement.amount") == .ended)
        #expect(
            grade(
                "requests.other.total", "requests.other.not_corrected.total", "requests.other.fee_unpaid.total",
                "requests.other.rest.total") == .same)
        #expect(
            grade("litigation.upheld", "litigation_direct.upheld", "litigation_after_reconsideration.upheld") == .near)
    }

    @Test(arguments: [
        (
            "successions:\n- {older: a, newer: b, grade: alike, zh: 甲, en: A}",
            CatalogueError.unknownValue(
                file: "s.yaml", line: 2, key: "grade", value: "alike",
                allowed: ["same", "near", "not_comparable", "ended"])
        ),
        ("successions:\n- {older: a, grade: same, zh: 甲, en: A}", .missingKey(file: "s.yaml", line: 2, key: "newer")),
        (
            "successions:\n- {older: a, newer: x, grade: same, zh: 甲, en: A}",
            .unknownValue(
                file: "s.yaml", line: 2, key: "code", value: "x", allowed: ["indicators.yaml"])
        ),
        (
            "successions:\n- {older: a, newer: b, grade: same, zh: 甲, en: A, since: 2021}",
            .unknownKey(
                file: "s.yaml", line: 2, key: "since", allowed: ["older", "newer", "each", "grade", "zh", "en"])
        ),
    ])
    func mistakeIsToldWithItsLine(text: String, error: CatalogueError) {
        #expect(throws: error) { try Succession.parse(YAMLValue(parsing: text, file: "s.yaml"), codes: ["a", "b"]) }
    }

    @Test func endedItemsAreOneEach() throws {
        let text = "successions:\n- {older: [a, b], grade: ended, zh: 甲, en: A}"
        #expect(try Succession.parse(YAMLValue(parsing: text, file: "s.yaml")).map(\.older) == [["a"], ["b"]])
    }

    @Test(arguments: [("柳西镇", "柳溪镇"), ("白杨", nil), ("xyz", nil)] as [(String, String?)])
    func nearestNameDiffersInLessThanHalf(word: String, expected: String?) {
        #expect(Nearest.name(to: word, among: ["柳溪镇", "石桥乡"]) == expected)
    }
}
