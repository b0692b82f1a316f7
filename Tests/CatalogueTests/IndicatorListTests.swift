import Catalogue
import Testing
import Values

/// How an indicator is named: by its code, by the beginning of codes, by words of its label.
@Suite struct IndicatorListTests {
    private let list = IndicatorList([
        Indicator(code: "requests.received.total", label: Phrase(zh: "收到申请·总计", en: "requests: total"), unit: .items),
        Indicator(code: "requests.received", label: Phrase(zh: "收到申请", en: "requests"), unit: .items),
        Indicator(code: "hotline_12345.received", label: Phrase(zh: "热线受理", en: "hotline: received"), unit: .items),
        Indicator(code: "fees.amount", label: Phrase(zh: "收费金额", en: "fees"), unit: .yuan),
    ])

    private func codes(_ words: String...) throws -> [String] {
        try list.ids(meantBy: words).map { list[$0].code }
    }

    @Test func aCodeIsFoundInTheOrderOfTheList() throws {
        #expect(try codes("fees.amount", "hotline_12345.received") == ["hotline_12345.received", "fees.amount"])
        #expect(try codes("fees.amount,hotline_12345") == ["hotline_12345.received", "fees.amount"])
        #expect(list.id(of: "fees.amount").map { list[$0].unit } == .yuan)
        #expect(list.id(of: "fees") == nil)
    }

    @Test func theBeginningOfCodesEndsAtADot() throws {
        #expect(try codes("requests.received") == ["requests.received.total", "requests.received"])
        #expect(try codes("收到申请") == ["requests.received.total", "requests.received"])
        #expect(try codes("Hotline") == ["hotline_12345.received"])
    }

    @Test func aWordForNothingNamesTheNearest() {
        #expect(throws: IndicatorWordError.unknown("fees.amuont", nearest: "fees.amount")) {
            try list.ids(meantBy: ["fees.amuont"])
        }
    }

    @Test func aWholeCodeMeansItselfThoughOthersBeginWithIt() throws {
        #expect(try list[list.id(meantBy: "requests.received")].code == "requests.received")
        #expect(throws: IndicatorWordError.ambiguous("申请", codes: ["requests.received.total", "requests.received"])) {
            try list.id(meantBy: "申请")
        }
    }

    @Test func anotherListsIdentityIsTold() {
        #expect(list.indices.allSatisfy(list.has))
        #expect(!list.has(list.endIndex))
        #expect(!list.has(Indicator.ID(place: -1)))
    }
}
