import Catalogue
import Testing

@testable import Reports

/// Sentences in which a word says that a number is not of what is named near it, each beside one that is.
@Suite struct OverlookedWordTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        ("落实低保政策，加强管理。全年共帮扶困难党员30人，发放2万元。", [:]),
        ("落实低保政策，加强管理。全年共帮扶30人，发放2万元。", ["persons": "30", "amount": "20000"]),
        ("低保工作。投入55万元帮26户搬迁。", [:]), ("低保工作。保障26户", ["households": "26"]),
        ("低保工作。镇区面积5平方公里，21306户", [:]), ("资助386名低保对象参加医保", [:]),
        ("为216户低保户缴纳水费补贴4.3万元", [:]), ("低保对象中残疾126人，重病58人", [:]),
        ("享受林业补偿521户，发放补偿金9万元、低保金3万元", ["amount": "30000"]),
        ("低保、葡萄对象90户", [:]), ("葡萄户、低保户90户", [:]),
        ("发放葡萄补贴386万元、低保金3万元", ["amount": "30000"]),
        ("低保35人，为因火灾受损的2户申请1.5万元", ["persons": "35"]),
        ("低保386人，比去年净减12人", ["persons": "386"]), ("低保386人，今年退出12人", ["persons": "386", "persons_removed": "12"]),
        ("城乡居民医保参保2.36万人，其中低保对象386人", [:]), ("全镇3.8万人，其中低保对象386人", ["persons": "386"]),
        ("争取低保资金20万元，发放低保金13.6万元", ["amount": "136000"]),
    ])
    func anAllowanceIsOnlyOfThoseWhoAreNamed(_ text: String, _ figures: [String: String]) {
        let allowance = reader.figures(text, year: 2023).filter { $0.key.hasPrefix("subsistence_allowance.") }
        #expect(Dictionary(uniqueKeysWithValues: allowance.map { (String($0.key.dropFirst(22)), $0.value) }) == figures)
    }

    @Test(arguments: [
        ("全镇共有1648户2588人享受补偿", [:]), ("全镇共有1648户2588人", ["households": "1648", "population": "2588"]),
        ("全镇入户走访2.9万户次", [:]), ("全镇810名对象", [:]), ("纳入补偿范围的共有318户826人", [:]),
        ("选取3个村、1个社区作为试点", [:]), ("辖3个村、1个社区", ["villages": "3", "communities": "1"]),
        ("共有镇、嘎查两级信息公开平台6个", [:]),
    ])
    func aPlaceIsOnlyWhatItsVerbCounts(_ text: String, _ figures: [String: String]) {
        let place = reader.figures(text, year: 2023).filter { $0.key.hasPrefix("place.") }
        let short = place.map { code, value in (code.split { "._".contains($0) }.last.map(String.init) ?? "", value) }
        #expect(Dictionary(uniqueKeysWithValues: short) == figures)
    }

    @Test(arguments: [
        ("截至6月底，公开政府信息386条", [:]), ("截至6月底，收到政府信息公开申请3件", [:]),
        ("截至6月底，未收到政府信息公开申请", [:]), ("前5个月公开政府信息386条", [:]), ("近三个月公开政府信息386条", [:]),
        ("截至6月底，新增低保3户", [:]), ("截至6月底，低保对象386户", ["subsistence_allowance.households": "386"]),
        ("去年，低保户由167户减至158户", [:]), ("低保户由去年的167户减至158户", ["subsistence_allowance.households": "158"]),
        ("计划全年公开政府信息300条", [:]), ("计划公开信息300条，实际公开386条", ["disclosed.total": "386"]),
        ("农村低保标准6300元/人/年", [:]), ("农村低保标准630元/人/月", ["subsistence_allowance.standard_rural": "630"]),
        ("单次临时救助最高6000元，发放3万元", ["temporary_relief.amount": "30000"]),
    ])
    func aTimeOrABoundHoldsWhateverIsCounted(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        ("临江市全年发放低保金386万元", [:]), ("青溪县低保金支出386万元", [:]),
        ("青溪县柳溪镇全年发放低保金386万元", ["subsistence_allowance.amount": "3860000"]),
        ("该村现有低保户24户", [:]), ("邻镇公开政府信息386条", [:]),
        ("市12345热线全年受理4.8万件，满意率97%。我镇承办其中的731件", ["hotline_12345.received": "731", "hotline_12345.handled": "731"]),
        ("青山村、红旗村公示低保对象86户", [:]), ("在青山村、红旗村公示低保对象86户", ["subsistence_allowance.households": "86"]),
        ("区政府网站公开政府信息9300条。我街道公开政府信息49条", ["disclosed.total": "49"]),
        ("我街道在区政府网站公开政府信息93条。我街道公开财政信息49条", ["disclosed.website": "93", "disclosed.kind.finance": "49"]),
    ])
    func anotherPlaceSpeaksForItself(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("12345热线工作。受理警情186件，办结率100%", [:]),
        ("12345热线工作。受理工单186件，办结率100%", ["hotline_12345.received": "186", "hotline_12345.completion_rate": "100"]),
        ("受理12345热线904件。按类别：城乡建设201件、其他462件", ["hotline_12345.received": "904"]),
        ("收到政府信息公开来函6件", [:]), ("县长信箱7件，已答复。接待群众32批55人次", ["mailbox.replies": "7"]),
        ("（三）依申请公开情况。公示栏公开140条", ["disclosed.notice_board": "140"]),
        ("受理12345、96345等热线1518件", [:]), ("受理96345热线件", [:]), ("来访36批次112人次，受理信访29件", ["petitions.handled": "29"]),
        ("安排1名专人负责12345热线", [:]), ("安排1名专人负责公开", ["narrated_staff.count": "1"]),
        ("集中供养特困老人12名，工作人员5名", ["extreme_hardship_support.persons": "12"]), ("公众号新增粉丝586人", [:]),
        ("常住人口2.13万人，60岁以上5860人", ["place.resident_population": "21300"]),
        ("信访工作。年末收养单位87个", [:]),
        ("收到政府信息公开申请5件，办结1件，其他均已答复", ["narrated_requests.received": "5", "narrated_requests.replied": "1"]),
        ("新收及上年结转政府信息公开申请27件", [:]),
        (
            "新收及上年结转政府信息公开申请27件，其中上年结转2件、新收25件",
            ["narrated_requests.received": "25", "narrated_requests.carried_in": "2"]
        ),
        ("收到听证申请2件", [:]), ("城乡居民养老保险领取2216人", [:]),
        ("城乡居民养老保险参保2216人", ["pension_insurance.persons": "2216"]), ("养老保险新增参保321人", [:]),
        ("新农保工作，符合条件的7120人中参保6644人", ["pension_insurance.persons": "6644"]),
    ])
    func aCaseIsOnlyOfWhatItIsSaidToBe(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("低保176户，支出163万元；残疾人两项补贴惠及389人，共计50.6万元；高龄津贴7万元", "disability_allowance.amount", "506000"),
        ("发放低保金211万元，其中城镇低保19户27人计18万元，农村低保243户354人计193万元", "subsistence_allowance.persons", "381"),
        ("老人享受高龄津贴。共有80-89岁612人、90岁以上47人领取", "elderly_allowance.persons", "659"),
        ("依申请公开受理数为零", "narrated_requests.received", "0"),
        ("受理12345热线工单721件、政风热线38件，均已办结", "hotline_12345.handled", "721"),
        ("在“掌上办”公开办事指南信息81条", "disclosed.kind.services", "81"),
        ("为26名孤儿落实基本生活补助", "children_in_difficulty.persons", "26"),
        ("为104位80-89岁老人按每人每月60元、27位90-99岁老人每人每月120元、4位百岁老人每人每月350元发放尊老金", "elderly_allowance.persons", "135"),
        ("新媒体公开518条，其中微信公众号421条、微博97条", "disclosed.new_media", "518"),
    ])
    func whatIsToldInPassingIsFound(_ text: String, _ code: String, _ value: String) {
        #expect(reader.figures(text, year: 2023)[code] == value)
    }

    @Test func whatLastYearsCasesAreCountedInIsADoubt() {
        let doubts = reader.reading("新收及上年结转政府信息公开申请27件", year: 2023).doubts
        #expect(doubts.map(\.kind) == [.narrativeScope])
        #expect(doubts.map(\.found) == ["27件"])
    }
}
