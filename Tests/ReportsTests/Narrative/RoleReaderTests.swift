import Catalogue
import Testing

@testable import Reports

/// What is said of each number of a sentence.
@Suite struct RoleReaderTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    /// The names of one role's values, of every number in turn.
    private func values(_ role: NarrativeRole, _ text: String, year: Int = 2023) -> [String] {
        reader.reading(text, year: year).quantities.map { quantity in
            let names = reader.catalogue.vocabulary.of(role).map(\.name)
            return quantity.roles.values(of: role).map { names[$0] }.joined(separator: "+")
        }
    }

    @Test(arguments: [
        ("收到申请3件、投诉5件", ["request", "complaint"]), ("全镇318户642人享受城乡低保", ["subsistence", "subsistence"]),
        ("低保、特困共12户", ["several"]), ("公开污水外溢30条", ["unknown"]), ("公开党务信息8条", ["information_kind"]),
        ("为3名低保对象发放医疗救助款4600元", ["medical", "medical"]), ("低保、特困分别发放5万元、3万元", ["subsistence", "hardship"]),
        ("拿出134万元，解决191户的最低生活保障", ["subsistence", "subsistence"]),
        ("发放惠农补贴5万元，公开惠农补贴5条", ["farm_subsidy", "kind_subsidies"]),
    ])
    func objectIsTheNearestThatItsUnitCounts(_ text: String, _ expected: [String]) {
        #expect(values(.object, text) == expected)
    }

    @Test(arguments: [
        ("收到申请3件，办结2件", ["receive", "close"]), ("受理并办结热线工单94件", ["receive+close"]),
        ("收到申请31件，其中28件已在期限内答复", ["receive", "reply"]), ("收到申请3件，2022年结转1件", ["receive", "carry_in"]),
        ("收到申请3件，另有1件尚在期限内，结转下年度", ["receive", "carry_out"]),
    ])
    func actStandsBeforeOrBehind(_ text: String, _ expected: [String]) {
        #expect(values(.act, text) == expected)
    }

    @Test(arguments: [
        ("利用公众号，及时发布动态，全年推送176条", ["wechat"]), ("网站、公众号等渠道公开30条", ["several"]),
        ("报刊、电视等媒体刊发30篇", ["press"]), ("公众号粉丝900人，推送30条", ["wechat", "wechat"]),
        ("网站公开30条；培训3次", ["website", "none"]), ("微信、抖音等平台发布30条", ["together"]),
    ])
    func carrierWaitsForItsNumber(_ text: String, _ expected: [String]) {
        #expect(values(.carrier, text) == expected)
    }

    @Test(arguments: [
        ("办理12345热线。今年受理诉求247件，办结率100%", ["hotline", "hotline"]),
        ("受理12345热线5件、县长信箱2件", ["hotline", "mailbox"]), ("受理12345热线5件。公开信息30条", ["hotline", "none"]),
        ("受理12345热线、县长信箱共5件", ["several"]),
    ])
    func sourceHoldsUntilAnotherStands(_ text: String, _ expected: [String]) {
        #expect(values(.source, text) == expected)
    }

    @Test(arguments: [
        ("公开信息9条，其中网站5条；全年培训3次", ["whole", "part", "whole"]), ("公开信息9条，比上年增加2条", ["whole", "change"]),
        ("救助资金共90万元，其中低保50万元", ["total", "whole"]), ("低保标准由480元升至560元", ["change", "standard"]),
        ("计划培训3次，不少于2次", ["plan", "plan"]), ("低保对象中残疾人31户，新增低保3户", ["part", "intake"]),
        ("历年累计公开信息90条", ["running"]), ("低保金9万元，占5%", ["whole", "share"]),
    ])
    func standingIsSaidByTheWordsAround(_ text: String, _ expected: [String]) {
        #expect(values(.standing, text) == expected)
    }

    @Test(arguments: [
        ("上半年，发放低保金5万元；发放高龄津贴3万元。", ["part_of_year", "part_of_year"]),
        ("2023年4月受理热线9件。“邻里牵手”转办3件。全年公开信息5条。", ["part_of_year", "part_of_year", "this_year"]),
        ("1月1日至6月30日受理热线9件", ["part_of_year"]), ("自7月12日以来受理热线9件", ["part_of_year"]),
        ("自2023年1月份以来公开信息9条", ["this_year"]), ("热线开通6年来，受理9件", ["several_years"]),
        ("于6月举办培训1次", ["this_year"]), ("2022年公开信息9条；2023年公开信息8条", ["other_year", "this_year"]),
        ("2023年收到申请3件，2022年结转申请1件，复议2件", ["this_year", "other_year", "this_year"]),
    ])
    func timeHoldsUntilItIsLifted(_ text: String, _ expected: [String]) {
        #expect(values(.time, text) == expected)
    }

    @Test(arguments: [
        ("全县低保对象9人；特困人员8人。我镇公开信息5条", ["above", "above", "own"]), ("县政府承办提案9件", ["above"]),
        ("在县政府网站公开信息9条", ["own"]), ("青溪县组织宣传，接受咨询9次", ["above"]), ("东苑社区现有低保户9户", ["below"]),
        ("全县受理9件，其中我镇受理2件", ["above", "own"]),
    ])
    func levelHoldsUntilItIsLifted(_ text: String, _ expected: [String]) {
        #expect(values(.level, text) == expected)
    }

    @Test(arguments: [
        ("未收到政府信息公开申请，未发生行政复议、行政诉讼", ["received": "0", "reconsideration": "0", "litigation": "0"]),
        ("没有因信息公开申请引发的行政复议", ["reconsideration": "0"]), ("全年无行政诉讼败诉案件", [:]),
        ("收到申请3件，均已答复", ["received": "3", "replied": "3"]),
        ("上年结转申请3件，本年新收申请4件，均已办结", ["received": "4", "carried_in": "3", "replied": "7"]),
        ("收到申请5件，予以公开3件，不予公开2件", ["received": "5", "replied": "5"]),
        ("行政复议、诉讼均为0件", ["reconsideration": "0", "litigation": "0"]), ("申请零报告", ["received": "0"]),
    ])
    func nothingAndAllAreToldInWords(_ text: String, _ expected: [String: String]) {
        let names = ["narrated_requests.", "narrated_reconsideration", "narrated_litigation"]
        let figures = reader.figures(text, year: 2023).filter { figure in names.contains { figure.key.hasPrefix($0) } }
        let short = Dictionary(
            uniqueKeysWithValues: figures.map { code, value in
                let parts = code.split(separator: ".")
                return (parts[1] == "total" ? String(parts[0].dropFirst(9)) : String(parts[1]), value)
            })
        #expect(short == expected)
    }

    @Test(arguments: [("低保", [:]), ("高龄津贴范围", ["elderly_allowance.persons": "414"])])
    func severalNumbersAreNamedBehindOnlyIfTheyAddUp(_ name: String, _ expected: [String: String]) {
        let reading = reader.reading("80-89岁老人412人、百岁老人2人，均已纳入\(name)。", year: 2023)
        #expect(reading.doubts == [])
        #expect(reader.figures("80-89岁老人412人、百岁老人2人，均已纳入\(name)。", year: 2023) == expected)
    }

    @Test func traditionalLettersAndRadicalsReadLikeTheirOrdinaryForms() {
        #expect(reader.figures("鎮平臺受理12345工單1852條，滿意率95%", year: 2023)["hotline_12345.satisfaction_rate"] == "95")
        #expect(reader.figures("公开政府信息⼗⼆条", year: 2023)["disclosed.total"] == "12")
    }

    @Test func whatRuledANumberOutIsSaid() throws {
        let reading = reader.reading("全县12345热线受理工单300件。", year: 2023)
        let roles = try #require(reading.quantities.first).roles
        let refusals = RoleWording(reader.reader, reader.catalogue).refusals(of: roles, for: "hotline_12345.received")
        #expect(refusals.map(\.role) == [.level])
        #expect(refusals.first?.explanation.zh.contains("上级") == true)
        #expect(RoleWording(reader.reader, reader.catalogue).refusals(of: Roles(unit: .other)).isEmpty == false)
    }

    @Test func noTwoObjectsGoBeforeEachOther() {
        let lexicon = reader.reader.lexicon
        let objects = lexicon.objects.indices.map { UInt8($0) }
        let pairs = objects.flatMap { one in
            objects.filter { $0 > one && lexicon.beats(one, $0) && lexicon.beats($0, one) }.map { (one, $0) }
        }
        #expect(pairs.isEmpty)
    }

    @Test func aScopeFromASentenceBeforeIsADoubt() {
        let reading = reader.reading("2023年4月受理12345热线9件。共办理信访7件。", year: 2023)
        #expect(reading.figures.isEmpty)
        #expect(reading.doubts.map(\.kind) == [.narrativeScope])
        #expect(reading.doubts.map(\.found) == ["7件"])
    }

    /// A text without punctuation takes time in proportion to its length.
    @Test(arguments: ["收到12345热线申请30件和", "我镇公开信息", "未收到申请", "（其中低保3户", "网站公众号等渠道公开5条"])
    func aLongSentenceIsReadToTheEnd(_ part: String) {
        let reading = reader.reading(String(repeating: part, count: 20_000), year: 2023)
        #expect(Set(reading.figures.map(\.indicator)).count == reading.figures.count)
    }
}
