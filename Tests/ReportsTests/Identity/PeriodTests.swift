import Documents
import Testing

@testable import Reports

/// Periods in all their variants, damaged ones among them.
@Suite struct PeriodTests {
    private let headings: Headings

    init() throws { headings = try Shared.headings() }

    private func identity(_ sentence: String) -> Identity {
        let document = Document(lines: "青禾县柳溪镇2021年政府信息公开工作年度报告\n\(sentence)\n一、总体情况")
        return document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: "r.txt").read(IdentityOverride())
        }
    }

    /// A title of a part of the year says so, be the period told or not.
    @Test(arguments: ["上半年", "1-6月", "第三季度"], ["", "统计期限自2021年1月1日起至12月31日止。"])
    func titleOfAPartOfTheYear(part: String, period: String) {
        let document = Document(lines: "青禾县柳溪镇2021年\(part)政府信息公开工作报告\n\(period)\n一、总体情况")
        let identity = document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: "r.txt").read(IdentityOverride())
        }
        let told = identity.doubts.filter { $0.kind == .periodNotFullYear }.map(\.found)
        #expect(told.count == 1 && part.contains(told[0]))
    }

    @Test(arguments: [
        "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。", "所列数据的统计期限自2021年1月1日起至12月31日止。", "统计时间从2021年1月1日起，到2021年12月31日止。",
        "统计期限为2021年1月1日——12月31日。", "数据统计期限：2021-1-1起至2021-12-31止", "统计期限为2021年1-12月。", "统计数据为2021年1月至12月。",
        "统计期限：2021年1月1日—2021年12月31日", "本报告中使用数据统计期限从 2021 年 1 月 1 日到 12 月 31 日止。", "统计期限自２０２１年１月１日起至１２月３１日止",
        "本报告數據的統計期限自2021年1月1日起,至2021年12月31日止。", "统计时限自2021年1月1日至2021年12月31日。", "报告期2021.1.1-2021.12.31",
        "本报告反映2021年1月1日至12月31日的情况。", "统计期限自2021年1月1日起至\n2021年12月31日止。",
        "统计期限自2021年1\n月1日起至2021年12月31日止。", "统计期限自\n2021年1月1日起至2021年12月31日止。",
    ])
    func wholeYear(sentence: String) {
        let identity = identity(sentence)
        #expect(identity.periodStart == "2021-01-01" && identity.periodEnd == "2021-12-31")
        #expect(identity.doubts.allSatisfy { $0.kind == .countyUnknown })
    }

    @Test(arguments: [
        ("统计期限自2021年1月1日起至2021年12月28日止", "2021-12-28"), ("统计期限自2021年1月1日起至12月30日止", "2021-12-30"),
        ("统计期限为2021年1-11月", "2021-11-30"),
    ])
    func notTheWholeYear(sentence: String, end: String) {
        let identity = identity(sentence)
        #expect(identity.periodEnd == end)
        #expect(identity.doubts.map(\.kind) == [.periodNotFullYear])
    }

    /// The period was left over from last year's report; what the text says of itself, more than once, is a doubt.
    @Test(arguments: [
        ("（一）主动公开。2022年度我乡主动公开信息80条。", "（二）依申请公开。2022年度我乡收到申请0件。", ["2022"]),
        ("（一）主动公开。2022年度我乡主动公开信息80条。", "（二）依申请公开。2021年度我乡收到申请0件。", []),
        ("（一）主动公开。2022年度我乡主动公开信息80条。", "（二）依申请公开。我乡收到申请0件。", []),
    ])
    func textOfAnotherYearThanThePeriodAlone(first: String, second: String, found: [String]) {
        let document = Document(
            lines: "青禾县柳溪乡政府信息公开工作年度报告\n统计期限为2021年1月1日至2021年12月31日。\n一、总体情况\n\(first)\n\(second)")
        let identity = document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: "r.txt").read(IdentityOverride())
        }
        #expect(identity.year == 2021)
        #expect(identity.doubts.filter { $0.kind == .yearOutvoted }.map(\.found) == found)
    }

    @Test(arguments: ["数据统计截至12月31日。", "统计数据截至2021年12月31日。"])
    func onlyTheEndIsTold(sentence: String) {
        let identity = identity(sentence)
        #expect(identity.periodStart == nil && identity.periodEnd == "2021-12-31")
        #expect(identity.doubts.isEmpty)
    }

    @Test(arguments: [
        ("统计期限自20211月1日起至202112月31日止。", "20211月1日起至202112月31日止"),
        ("统计期限自20251月1日起至2025年12月31日止。", "20251月1日起至2025年12月31日止"),
        ("统计期限自202111日到1231日止。", "202111日到1231日止"), ("统计期限自2021年1月1日起至202021年12月31日止。", "2021年1月1日起至202021年12月31日止"),
        ("统计期限自2021年1月1日起至12月31止。", "2021年1月1日起至12月31止"), ("统计期限自2021年1月日起至2021年12月31日止", "2021年1月日起至2021年12月31日止"),
        ("统计期限从20211月1日起到2021年12月31日止", "20211月1日起到2021年12月31日止"),
    ])
    func damaged(sentence: String, stretch: String) {
        let identity = identity(sentence)
        #expect(identity.periodStart == nil && identity.periodEnd == nil)
        #expect(identity.doubts.map(\.kind) == [.damagedPeriod])
        #expect(identity.doubts.first?.found == stretch)
    }

    @Test(arguments: ["2021年3月1日至3月31日开展宣传月活动。", "答复时限为20个工作日。", "截至2021年12月31日，公开信息35条。", "1-12月报送信息102条。"])
    func otherDaysAreNoPeriod(sentence: String) {
        let identity = identity(sentence)
        #expect(identity.periodStart == nil && identity.periodEnd == nil)
        #expect(identity.doubts.isEmpty)
    }
}
