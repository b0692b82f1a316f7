import Testing
import Values

/// What people type for a value is read exactly, or not at all.
@Suite struct EnteredValueTests {
    @Test(arguments: [
        ("139.6万元", Unit.yuan, 139_600_000, true), ("139.6万", .yuan, 139_600_000, true),
        ("1,396,001", .yuan, 139_600_100, false), ("1，396，001.5元", .yuan, 139_600_150, true),
        ("１２", .items, 12, false), ("１２ 件", .items, 12, true), ("1.2万件", .items, 12_000, true),
        ("0.00001亿元", .yuan, 100_000, true), ("98.5％", .percent, 9850, true), ("-3", .items, -3, false),
        ("−3", .items, -3, false), ("１３９．６万元", .yuan, 139_600_000, true),
    ])
    func valuesAreUnderstood(text: String, unit: Unit, value: Int64, hasUnit: Bool) throws {
        let entered = try #require(EnteredValue(text, in: unit))
        #expect(entered.value == value && entered.hasUnit == hasUnit)
    }

    @Test(arguments: [
        ("12户", Unit.items), ("1,39", .yuan), ("1,3966", .yuan), (",139", .yuan), ("1.5", .items), ("一", .items),
        ("", .items), ("万", .yuan), ("1.2.3", .yuan), ("0.00001万件", .items), ("99999999999999亿元", .yuan),
        ("12万%件", .items), ("1,2,3", .items), ("--3", .items),
    ])
    func anythingElseIsNot(text: String, unit: Unit) {
        #expect(EnteredValue(text, in: unit) == nil)
    }
}
