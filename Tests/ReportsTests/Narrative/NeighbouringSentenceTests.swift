import Catalogue
import Testing

@testable import Reports

/// What stands beside a number and is not of it, and what is of it though other words stand between.
@Suite struct NeighbouringSentenceTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        (
            "收到公民、法人向我镇提交的政府信息公开申请2件，依法按时办结2件，不予办理0件",
            ["narrated_requests.received": "2", "narrated_requests.replied": "2"]
        ),
        ("接待来访企业12批", [:]), ("投诉12批10户已办结", ["complaints.handled": "12"]),
        ("收到自然人申请5件、法人申请2件", ["narrated_requests.received": "7"]),
        ("未及时答复政府信息公开申请", [:]), ("未及时发布政策解读材料", [:]),
        ("未发布政策解读材料", ["interpretations.count": "0"]),
        (
            "新制作规范性文件和发布政策解读信息0条",
            ["narrated_normative_documents.issued": "0", "interpretations.count": "0"]
        ),
        ("制定规范性文件和发布政策解读5条", ["interpretations.count": "5"]),
        ("新收申请27宗，其中2宗仍在法定办理期限内", ["narrated_requests.received": "27"]),
        (
            "收到申请3件，已在法定办理期限内予以答复3件",
            ["narrated_requests.received": "3", "narrated_requests.replied": "3"]
        ),
        ("收到申请3件，未按时答复0件", ["narrated_requests.received": "3"]),
        (
            "收到申请12件，自行答复12件", ["narrated_requests.received": "12", "narrated_requests.replied": "12"]
        ),
    ])
    func aRequestIsOnlyWhatWasAskedFor(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("市12345热线共受理群众来电9414件，转办2378件", [:]),
        ("市12345热线转办我镇工单520件", ["hotline_12345.received": "520"]),
        ("区12345热线平台受理涉及我街道诉求1263件", ["hotline_12345.received": "1263"]),
        ("12345热线受理诉求1263件，自行处理447件", ["hotline_12345.received": "1263"]),
        ("受理12345热线1263件。办件量前三的是城关社区102件，白石村77件", ["hotline_12345.received": "1263"]),
        (
            "12345热线承办中心接收工单1580件，向28个村（居）转派1126件，向站所转派409件",
            ["hotline_12345.received": "1580", "hotline_12345.assigned": "1535"]
        ),
        (
            "受理12345热线820件，转办村（社区）610件，镇直部门办理210件",
            ["hotline_12345.received": "820", "hotline_12345.assigned": "610"]
        ),
        ("12345热线受理820件，由12个村办理610件", ["hotline_12345.received": "820", "hotline_12345.handled": "610"]),
        ("收到12345诉求，其中投诉56件、咨询30件，均已办结", [:]),
        ("收到12345诉求，其中：12345热线转办78件", ["hotline_12345.received": "78"]),
        (
            "处理“12345”热线工单312件、网上信访件29件，办结率均达100%",
            [
                "hotline_12345.handled": "312", "petitions.handled": "29", "hotline_12345.completion_rate": "100",
            ]
        ),
        ("市政府督查室交办6项、县委县政府督查室督办22项", ["supervision.items": "28"]),
        ("发出督办单23份。办理县政府督办件31件", ["supervision.items": "31"]),
        ("承办督办事项18件，其中县委督查室8件、县政府督查室10件", ["supervision.items": "18"]),
        ("回复县长信箱及市民论坛留言117条", ["mailbox.replies": "117"]),
    ])
    func aCaseIsCountedWhereItCameFrom(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "市12345热线转派案件312件，办结率100%",
            ["hotline_12345.received": "312", "hotline_12345.completion_rate": "100"]
        ),
        (
            "区12345热线满意率98%，全区排名第一，受理312件",
            ["hotline_12345.received": "312", "hotline_12345.satisfaction_rate": "98"]
        ),
        (
            "受理12345热线312件，转办各村、站所312件，各村、站所办结312件",
            ["hotline_12345.received": "312", "hotline_12345.assigned": "312", "hotline_12345.handled": "312"]
        ),
        ("12345热线受理312件，全部自行办结", ["hotline_12345.received": "312", "hotline_12345.handled": "312"]),
        (
            "12345热线受理312件，诉求量前三的分别为噪音120件、物业90件、环境60件，办结312件",
            ["hotline_12345.received": "312", "hotline_12345.handled": "312"]
        ),
        ("办件量排名前三的是环境、交通、治安类，分别为300件、200件、100件", [:]),
        ("12345热线满意率全县排名前三，全年办结312件", ["hotline_12345.handled": "312"]),
        ("12345热线受理312件，其中未按期办结2件", ["hotline_12345.received": "312"]),
        ("对28个村转办12345工单1126件", ["hotline_12345.assigned": "1126"]),
        ("办理省政府督查室督办件1件，市政府督查室2件，县政府督查室12件", ["supervision.items": "15"]),
        ("以12345热线办结率100%；满意率98%为目标", [:]),
    ])
    func aCaseIsTheTownshipsWhoeverHandsItOn(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        (
            "12345热线312件，收到信访29件，信访办结率均为100%",
            ["hotline_12345.received": "312", "petitions.handled": "29"]
        ),
        (
            "12345热线受理312件，办结率98%；信访29件、投诉12件，办结率均为100%",
            [
                "hotline_12345.received": "312", "hotline_12345.completion_rate": "98", "petitions.handled": "29",
                "complaints.handled": "12",
            ]
        ),
        (
            "12345热线312件、信访29件，办结率、满意率均为100%",
            [
                "hotline_12345.received": "312", "hotline_12345.completion_rate": "100",
                "hotline_12345.satisfaction_rate": "100", "petitions.handled": "29",
            ]
        ),
    ])
    func aRateIsOfTheCasesThatItNames(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test func whoCameAndWhoIsThereInOneBreathIsADoubt() {
        let text = "新增农村低保17户31人，城市低保22户32人"
        reader.expect(
            text, ["subsistence_allowance.households_added": "17", "subsistence_allowance.persons_added": "31"])
        #expect(reader.reading(text, year: 2023).doubts.map(\.found) == ["22户", "32人"])
    }

    @Test(arguments: [
        (
            "农村低保302户，其中新增17户，城市低保12户，其中新增2户",
            ["subsistence_allowance.households": "302", "subsistence_allowance.households_added": "19"]
        ),
        (
            "新增农村低保17户31人，城市低保实有12户15人",
            [
                "subsistence_allowance.households_added": "17", "subsistence_allowance.persons_added": "31",
                "subsistence_allowance.households": "12", "subsistence_allowance.persons": "15",
            ]
        ),
        ("集中供养12人，新增2人，分散供养52人", ["extreme_hardship_support.persons": "64"]),
        (
            "现有80岁以上老人512人，发放高龄津贴51万元，90岁以上老人43人、百岁老人2人",
            ["elderly_allowance.persons": "512", "elderly_allowance.amount": "510000"]
        ),
        (
            "80—89岁老人512人免费乘车，发放高龄津贴51万元，90—99岁43人",
            ["elderly_allowance.persons": "43", "elderly_allowance.amount": "510000"]
        ),
        ("发放低保金等五项资金共1200万元", [:]),
        (
            "发放特困供养金56万元，为52人保障了生活",
            ["extreme_hardship_support.persons": "52", "extreme_hardship_support.amount": "560000"]
        ),
    ])
    func whoCameAndWhoElseIsServedAreNotWhoIsThere(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        (
            "发放临时救助金14万元，为11户困难家庭解决过渡住房", ["temporary_relief.amount": "140000"]
        ),
        (
            "发放临时救助金14万元，为11户困难家庭解决了燃眉之急",
            ["temporary_relief.amount": "140000", "temporary_relief.households": "11"]
        ),
        (
            "为1874名80周岁以上老人发放高龄津贴93.7万元，百岁老人4名",
            ["elderly_allowance.persons": "1874", "elderly_allowance.amount": "937000"]
        ),
        (
            "80—89周岁老人512人，发放高龄津贴51万元，90—99岁43人",
            ["elderly_allowance.persons": "555", "elderly_allowance.amount": "510000"]
        ),
        (
            "审批纳入农村低保17户31人，纳入城市低保2户2人",
            ["subsistence_allowance.households_added": "19", "subsistence_allowance.persons_added": "33"]
        ),
        (
            "新增农村低保17户31人；城市低保52户80人",
            [
                "subsistence_allowance.households_added": "17", "subsistence_allowance.persons_added": "31",
                "subsistence_allowance.households": "52", "subsistence_allowance.persons": "80",
            ]
        ),
        (
            "医疗保险参保24163人，参保率98.6%；养老保险参保11852人，完成县下达任务的103%",
            [
                "medical_insurance.persons": "24163", "medical_insurance.rate": "98.6",
                "pension_insurance.persons": "11852",
            ]
        ),
        ("粮食直补、良种补贴、农资综合补贴三项资金共计426.8万元", ["farm_subsidies.amount": "4268000"]),
    ])
    func moneyIsOfThoseWhoGotIt(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "信息累计7420条（2023年新增356条），其他信息累计1203条（2023年新增82条）",
            ["disclosed.cumulative": "7420", "disclosed.total": "356", "disclosed.kind.other": "82"]
        ),
        ("其他信息累计公开203条，其中本年新增12条", ["disclosed.kind.other": "12"]),
        ("2023年公开政府信息89条，累计412条", ["disclosed.total": "89", "disclosed.cumulative": "412"]),
        (
            "2023年网站公开信息89条，公众号公开323条，累计412条",
            ["disclosed.total": "412", "disclosed.website": "89", "disclosed.wechat": "323"]
        ),
        ("应主动公开的其他信息：本年度新增信息3条", ["disclosed.kind.other": "3"]),
        ("机构设置、办事指南：本年度新增信息4条", [:]), ("信息公开情况：全年公开信息235条", ["disclosed.total": "235"]),
        (
            "主动公开信息57条。其中财政管理类信息8条，其中部门预决算2条、专项经费6条；人事信息5条",
            ["disclosed.total": "57", "disclosed.kind.finance": "8", "disclosed.kind.personnel": "5"]
        ),
        (
            "主动公开信息57条，其中指南、目录、年报各1条、预算3条",
            ["disclosed.total": "57", "disclosed.kind.guides": "3", "disclosed.kind.finance": "3"]
        ),
        ("发布会议信息12条", ["disclosed.kind.meetings": "12"]),
        (
            "网站发布会议信息11条、通知公告19条",
            ["disclosed.website": "30", "disclosed.kind.meetings": "11", "disclosed.kind.notices": "19"]
        ),
        ("公示栏公示20条", ["disclosed.notice_board": "20"]),
        ("现有“幸福白塔”微信公众号、“白塔镇”抖音号，全年共发布信息618条", ["disclosed.new_media": "618"]),
        ("现有门户网站、微信公众号，全年共发布信息618条", ["disclosed.total": "618"]),
        ("政务新媒体（“柳溪发布”微信公众号）发布信息533条", ["disclosed.wechat": "533"]),
        ("政务新媒体（微信公众号等）发布信息251条", ["disclosed.new_media": "251"]),
    ])
    func informationIsOfTheKindThatIsNamed(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        (
            "辖8村1社区46个小组",
            ["place.villages": "8", "place.communities": "1", "place.villager_groups": "46"]
        ),
        ("全镇辖12个村，成立5个工作小组", ["place.villages": "12"]), ("领导小组下设4个专项小组", [:]),
        ("由镇长任组长，4名同志为成员的公开工作领导小组，设有专职人员1人，兼职人员3人", ["narrated_staff.count": "4"]),
        ("组织执法人员培训3次", [:]), ("组织信息公开业务培训3次", ["narrated_trainings.count": "3"]),
    ])
    func theTownshipCountsItsOwn(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("不断完善微信公众号、微博建设，2023年我镇共公开各类信息618条", ["disclosed.total": "618"]),
        ("注销微博、抖音号，全年公开政府信息618条", ["disclosed.total": "618"]),
        ("除微信公众号、微博外，全年公开信息618条", [:]), ("加强公众号、视频号内容审核，公开信息618条", [:]),
        ("利用微信公众号、视频号，全年推送信息618条", ["disclosed.new_media": "618"]),
        ("依托微信公众号、微信群，全年公开政府信息618条", ["disclosed.total": "618"]),
        (
            "依托微信公众号、视频号等平台，创新采用图文解读、短视频等形式，全年发布各类政务信息140条",
            ["disclosed.new_media": "140"]
        ),
        (
            "利用微信公众号、视频号，全年发布信息618条，其中网站200条",
            ["disclosed.total": "618", "disclosed.website": "200"]
        ),
        (
            "现有政务新媒体2个，分别为“幸福白塔”微信公众号、“白塔镇”抖音号，全年共发布信息618条",
            ["disclosed.new_media": "618"]
        ),
        ("政务新媒体（除微信公众号外）发布618条", ["disclosed.new_media": "618"]),
        ("政务新媒体（微信公众号为主）发布618条", ["disclosed.new_media": "618"]),
        ("微信公众号发布会议3次、通知12条", ["disclosed.kind.notices": "12"]),
        ("更新消息618条", [:]), ("微信公众号推送招聘信息62期", ["disclosed.wechat": "62"]),
        ("基层公开平台发布120条，网站230条", ["disclosed.website": "230"]),
    ])
    func accountsSendOutWhatIsSaidToBeTheirs(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        ("部分文件未发布政策解读", [:]), ("各村未发布政策解读材料", [:]), ("存在未发布政策解读的情况", [:]),
        ("未发布多样化的政策解读材料", [:]), ("政策解读形式单一，未发布图文解读", [:]),
        ("2023年我镇未发布政策解读信息", ["interpretations.count": "0"]),
        ("机构职能、财政预决算：公开信息30条", [:]),
        ("机构职能：已公开信息3条。领导信息：已公开信息5条", ["disclosed.kind.organisation": "8"]),
        ("法规文件：累计信息30条，本年新增信息3条", ["disclosed.kind.documents": "3"]),
        (
            "政策解读：公开信息12条，工作动态：公开信息30条",
            ["interpretations.count": "12", "disclosed.kind.news": "30"]
        ),
        ("工作动态：公开信息30条；全年共公开信息230条", ["disclosed.kind.news": "30", "disclosed.total": "230"]),
        ("公开规章0条，规范性文件3件", ["narrated_normative_documents.issued": "3"]),
        ("公开农业方面的政策12条", ["disclosed.kind.documents": "12"]),
        (
            "公开信息230条，其中村务财务公开30条",
            ["disclosed.total": "230", "disclosed.kind.village_affairs": "30"]
        ),
        ("2023年各村公开信息89条，累计412条", ["disclosed.total": "412"]),
        ("全年新增公开信息89条，更新累计412条", ["disclosed.total": "412"]),
        ("修订公开指南1次，更新目录2次", [:]),
        ("网站公开文件政策、信息动态44条", ["disclosed.website": "44"]),
        ("公众号发布相关工作信息64条", ["disclosed.wechat": "64"]),
    ])
    func aHeadingOrADenialIsOfNoMoreThanItSays(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        ("辖8个村，组建宣讲小组5个，走访46个小组", ["place.villages": "8"]),
        (
            "辖8个村，下设46个小组，成立政务公开领导小组1个",
            ["place.villages": "8", "place.villager_groups": "46"]
        ),
        ("辖8个村，成立政务公开小组1个、网格小组46个", ["place.villages": "8"]), ("抽查8个村46个小组", [:]),
        ("辖8个村，120个小组", ["place.villages": "8", "place.villager_groups": "120"]),
        ("公开信箱1个", [:]), ("政府领导信箱收到12件，回复12件", ["mailbox.replies": "12"]),
        ("收到申请5件，予以公开4件，尚未答复1件", ["narrated_requests.received": "5"]),
        ("收到申请人为自然人的2件、企业的1件", ["narrated_requests.received": "3"]),
        (
            "公示临时救助名单，救助86户240人",
            ["temporary_relief.households": "86", "temporary_relief.persons": "240"]
        ),
        ("公示特困名单12人", [:]),
        ("公示惠农财政补贴12项1200万元", ["disclosed.kind.farm_subsidies": "12"]),
        ("监管惠民惠农财政补贴资金1200万元", [:]),
        ("发放惠农财政补贴资金1200万元", ["farm_subsidies.amount": "12000000"]),
    ])
    func whatIsNamedIsNotAlwaysCounted(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    /// A paragraph that another year opens goes on in it, though 全年 may be any year's.
    @Test func wholeYearIsThatOfTheParagraph() {
        let last = "2021年，柳溪镇主动公开政府信息1500条。全年共受理12345热线工单1100件，办结1090件。收到政府信息公开申请9件，已答复9件。"
        #expect(reader.figures(last, year: 2022) == [:])
        #expect(reader.figures(last, year: 2021).count == 5)
        let both = last + "\n2022年，全年共受理12345热线工单1256件。"
        #expect(reader.figures(both, year: 2022) == ["hotline_12345.received": "1256"])
        let turned = "2021年，公开政府信息1500条。2022年公开政府信息1600条。全年受理12345热线工单1256件。"
        #expect(
            reader.figures(turned, year: 2022) == ["disclosed.total": "1600", "hotline_12345.received": "1256"])
    }

    /// Nothing was carried in, so that all of them came this year.
    @Test func nothingCarriedInIsNoPart() {
        let text = "收到政府信息公开申请16件（含上年结转0件），已答复15件，结转下年度1件。"
        #expect(reader.figures(text, year: 2022)["narrated_requests.received"] == "16")
        #expect(reader.figures(text.replacing("结转0", with: "结转2"), year: 2022)["narrated_requests.received"] == nil)
    }
}
