import Catalogue
import Testing

@testable import Reports

/// Sentences that come near a rule by which a number is not of what is named beside it, and that it must leave alone,
/// each group with one that the rule is for.
@Suite struct NarrowedWordTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        ("依申请公开工作有序推进。共计3件，均已答复。", ["narrated_requests.received": "3", "narrated_requests.replied": "3"]),
        (
            "低保工作有序推进。截至12月底，共计235户412人，发放资金125万元。",
            [
                "subsistence_allowance.households": "235", "subsistence_allowance.persons": "412",
                "subsistence_allowance.amount": "1250000",
            ]
        ),
        ("信访工作有序推进。全年共35件", ["petitions.handled": "35"]), ("行政诉讼。加强应诉能力，共0件", ["narrated_litigation.total": "0"]),
        ("养老保险。全面入户动员，参保9560人", ["pension_insurance.persons": "9560"]),
        ("特困供养。坚持自愿原则，集中12人，分散35人", ["extreme_hardship_support.persons": "47"]),
        (
            "低保工作。全年动态管理后共计235户412人",
            ["subsistence_allowance.households": "235", "subsistence_allowance.persons": "412"]
        ), ("临时救助。对突发困难群众35户", ["temporary_relief.households": "35"]),
        ("信访工作。坚持原则，年末收养单位87个", [:]),
    ])
    func unknownWordsHoldForTheirClause(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("每年1月底前编制并发布上年度年报。通过微信公众号发布信息120条。", ["disclosed.wechat": "120"]),
        ("2023年1月底前公布年报。受理12345热线35件。", ["hotline_12345.received": "35"]),
        ("9月底前全部整改到位，主动公开政府信息235条。", ["disclosed.total": "235"]),
        ("10月底前完成整改，主动公开政府信息235条", ["disclosed.total": "235"]),
        ("于6月底前完成公开专区建设。受理申请3件，均已答复。", ["narrated_requests.received": "3", "narrated_requests.replied": "3"]),
        ("9月底前，公开政府信息235条。全年公开政府信息300条。", ["disclosed.total": "300"]), ("9月底前公开政府信息235条", [:]),
        ("提前2个月完成征缴任务，城乡居民医保参保23456人。", ["medical_insurance.persons": "23456"]),
        ("提前一个季度完成目标，通过微信公众号发布信息120条。", ["disclosed.wechat": "120"]),
    ])
    func aDeadlineIsNoPartOfTheYear(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("96345热线受理35件，12345热线受理120件。", ["hotline_12345.received": "120"]), ("我镇96345便民热线受理35件", [:]),
        ("“96345”、“12345”热线共受理工单35件", [:]), ("“12345”和“96345”热线共受理工单35件", [:]),
        ("12345便民热线受理35件", ["hotline_12345.received": "35"]), ("2023年市民热线受理35件", ["hotline_12345.received": "35"]),
        ("常住人口12560，户籍人口95312。", ["place.resident_population": "12560", "place.registered_population": "95312"]),
        ("拨打12366，受理12345热线35件", ["hotline_12345.received": "35"]),
    ])
    func aServiceIsCalledByItsOwnNumber(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("借鉴兄弟乡镇经验，主动公开政府信息235条。", ["disclosed.total": "235"]),
        ("学习周边乡镇先进经验做法，全年通过微信公众号发布信息120条。", ["disclosed.wechat": "120"]),
        ("邻镇公开政府信息386条。公开政府信息235条。", ["disclosed.total": "235"]),
        ("针对该社区停水问题，受理12345热线35件，办结35件。", ["hotline_12345.received": "35", "hotline_12345.handled": "35"]),
        ("该村现有低保户24户，特困供养3人", [:]), ("老城区共受理12345热线35件", ["hotline_12345.received": "35"]),
        ("园区全年引进项目5个，主动公开政府信息235条。", ["disclosed.total": "235"]), ("滨海新区全年受理12345热线3586件，办结3500件", [:]),
        ("镇政府网站公开信息235条。我镇公开财政信息49条。", ["disclosed.website": "235", "disclosed.kind.finance": "49"]),
        (
            "政府门户网站公开235条。我镇制定并公开规范性文件2件。",
            ["disclosed.website": "235", "narrated_normative_documents.issued": "2"]
        ), ("县政府门户网站公开信息9300条。我镇公开信息49条", ["disclosed.total": "49"]),
    ])
    func onlyWhoSpeaksIsAnotherPlace(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("通过微信公众号发布信息最多共235条。", ["disclosed.wechat": "235"]),
        ("群众反映最多的12345热线诉求35件。", ["hotline_12345.received": "35"]), ("主动公开政府信息235条最多。", ["disclosed.total": "235"]),
        ("12345热线按时办结率最高达到100%", ["hotline_12345.completion_rate": "100"]),
        ("单次临时救助最高可达6000元，发放3万元", ["temporary_relief.amount": "30000"]),
        ("单次临时救助不超过6000元，发放3万元", ["temporary_relief.amount": "30000"]),
        ("12345热线满意率较低，只有86.3%", ["hotline_12345.satisfaction_rate": "86.3"]),
    ])
    func aBoundHoldsForItsNumber(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("收到并依法登记申请5件，答复5件。", ["narrated_requests.received": "5", "narrated_requests.replied": "5"]),
        ("收到项目申请公开3件", ["narrated_requests.received": "3"]), ("收到项目申请3件", [:]), ("收到不动产登记申请3件", [:]),
        ("城乡居民医保缴纳人数21560人", ["medical_insurance.persons": "21560"]),
        ("群众缴纳医保费21560人", ["medical_insurance.persons": "21560"]), ("为216户低保户缴纳水费补贴4.3万元", [:]),
        ("经村级评议、乡镇审核、低保对象235户。", ["subsistence_allowance.households": "235"]), ("葡萄户和低保户共90户", [:]),
        (
            "受理12345热线35件，办结35件\n财政信息12条",
            ["hotline_12345.received": "35", "hotline_12345.handled": "35", "disclosed.kind.finance": "12"]
        ),
        (
            "通过镇政府网站公开财政信息27条，工作动态等信息33条，其他信息9条。",
            [
                "disclosed.website": "69", "disclosed.kind.finance": "27", "disclosed.kind.news": "33",
                "disclosed.kind.other": "9",
            ]
        ), ("配备2名工作人员负责政务公开和信访接待", ["narrated_staff.count": "2"]),
    ])
    func anotherThingIsNamedAsSuch(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }
}
