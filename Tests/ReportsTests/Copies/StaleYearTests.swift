import Catalogue
import Support
import Testing
import Values

@testable import Reports

/// A year of last year's report in text that was taken over from it.
@Suite struct StaleYearTests {
    private let search: StaleYearSearch

    init() throws {
        let codebook = try LoadedCatalogue.codebook()
        search = StaleYearSearch(try Rulebook(codebook).earlierYears, forms: codebook.forms)
    }

    private func found(_ text: String, before: String) -> [StaleYear] {
        search.find(in: Array(text.utf8), year: 2022, place: Place(county: "青禾县", township: "柳溪镇")) {
            Array(before.utf8)
        }
    }

    private static let copied = "2021年，我镇通过政府网站、公示栏、微信公众号等渠道主动公开各类政府信息341条，群众反映良好。"

    @Test func yearLeftInCopiedTextIsFound() throws {
        let text = "一、总体情况\n" + Self.copied.replacing("341", with: "352") + "\n"
        let stale = try #require(found(text, before: Self.copied).first)
        #expect(stale.year == 2021 && stale.due == 2022 && stale.clause.hasPrefix("2021年，我镇通过"))
        #expect(String(decoding: Array(text.utf8)[stale.range], as: UTF8.self) == "2021年")
        #expect(found(text.replacing("2021", with: "２０２１"), before: Self.copied).count == 1)
    }

    @Test func yearThatWasChangedOrIsNotCopiedIsNone() {
        #expect(found(Self.copied.replacing("2021", with: "2022"), before: Self.copied) == [])
        #expect(found(Self.copied, before: "上年的报告写的是别的内容，与这一份没有一句话是相同的，也没有照搬。") == [])
        // Last year's report spoke of 2020 there: this one speaks of the year before as that one did.
        #expect(found(Self.copied, before: Self.copied.replacing("2021", with: "2020")) == [])
        #expect(found("", before: "") == [])
    }

    /// The same words in both reports, which mean 2021 in either.
    @Test(arguments: [
        "自2021年7月15日起施行的行政处罚法对公示执法决定作了明确规定，我镇据此调整了公示栏的内容和公开的期限。",
        "我镇按照2021年修订的政务公开标准目录逐项梳理公开事项，编制完成目录清单并在政府网站专栏集中公布。",
        "依据《青禾县2021年政务公开工作要点》的安排，我镇逐项分解任务、明确责任单位和完成时限，按月检查落实。",
        "主动公开政府信息的数量较2021年有所增加，公开的质量和时效进一步提高，群众对公开工作的满意程度上升。",
        "2021年结转到本年办理的政府信息公开申请均在法定期限内办结并书面答复申请人，没有发生超期办理的情况。",
        "2021年以来我镇坚持每月召开一次政务公开工作例会，研究解决公开工作中遇到的困难和群众反映的突出问题。",
        "2021年主动公开政府信息和2022年主动公开政府信息的数量都在政府网站专栏里按季度公布，可以随时查询下载。",
    ])
    func yearThatIsMeantIsNone(sentence: String) {
        #expect(found(sentence, before: sentence) == [])
        // The case is one: without what tells, the year is stale.
        #expect(found(Self.copied + sentence, before: Self.copied + sentence).count == 1)
    }
}
