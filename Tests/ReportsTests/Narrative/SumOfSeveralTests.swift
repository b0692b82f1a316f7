import Catalogue
import Testing

@testable import Reports

/// Sums over several things are none of theirs, each group with one that is.
@Suite struct SumOfSeveralTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        (
            "农村低保108户、城市低保12户，特困供养20户，共发放救助资金116.6万元。",
            ["subsistence_allowance.households": "120", "extreme_hardship_support.households": "20"]
        ),
        (
            "临时救助86户、医疗救助35人，累计发放救助金26.8万元。",
            ["temporary_relief.households": "86", "medical_assistance.persons": "35"]
        ),
        (
            "低保120户，特困供养20户，共发放供养金12万元。",
            [
                "subsistence_allowance.households": "120", "extreme_hardship_support.households": "20",
                "extreme_hardship_support.amount": "120000",
            ]
        ),
        (
            "农村低保108户、城市低保12户，共发放低保金116.6万元。",
            ["subsistence_allowance.households": "120", "subsistence_allowance.amount": "1166000"]
        ),
    ])
    func moneyForSeveralBenefits(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("受理12345热线、网格案件共932件，其中12345热线320件。", ["hotline_12345.received": "320"]),
        ("办理12345、信访、网格等各类诉求375件。", [:]), ("通过12345热线、来信来访等方式受理群众诉求375件。", [:]),
        ("信访43件、12345热线320件，共363件。", ["petitions.handled": "43", "hotline_12345.received": "320"]),
        ("受理12345热线诉求320件。", ["hotline_12345.received": "320"]),
        ("12345热线及时办理工单210件。", ["hotline_12345.handled": "210"]), ("县长信箱及时回复23条。", ["mailbox.replies": "23"]),
        ("“710”督办系统及时办结任务9项。", ["supervision_710.handled": "9"]),
        (
            "12345热线与去年相比有所减少，全年受理320件，办结318件。",
            ["hotline_12345.received": "320", "hotline_12345.handled": "318"]
        ),
        (
            "收到12345热线、各类诉求320件，办结318件。",
            ["hotline_12345.received": "320", "hotline_12345.handled": "318"]
        ),
        (
            "推进12345热线、政务公开工作。全年受理工单526件。", ["hotline_12345.received": "526"]
        ),
    ])
    func casesOfSeveralSources(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test func whatWasCarriedInIsInTheSum() {
        reader.expect(
            "共收到申请3件，上年结转1件，共计4件，已全部答复。",
            ["narrated_requests.received": "3", "narrated_requests.carried_in": "1", "narrated_requests.replied": "4"])
    }

    @Test(arguments: [
        ("主动公开文件12份，依申请公开文件3份，不予公开文件25份。", ["disclosed.kind.documents": "12"]),
        ("12345热线中涉及政府信息公开2件。", [:]), ("为低保户发放燃煤补贴120户，共6万元。", [:]), ("帮助低保户申请助学贷款12户。", [:]),
        ("农村低保标准由年人均2800元提高到3200元。", [:]), ("在公开栏张贴公告96张。", ["disclosed.notice_board": "96"]),
        ("办理镇人大三次会议代表提出的19条批评、建议和意见。", ["proposals.handled": "19"]),
    ])
    func neighboursOfWhatIsCounted(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("低保139户，307人，资金161.6万；", "1616000"), ("低保139户，发放低保金161万。", "1610000"),
        ("低保139户，资金161.6万元。", "1616000"),
    ])
    func moneyWithoutYuan(_ text: String, _ amount: String) {
        #expect(reader.figures(text, year: 2023)["subsistence_allowance.amount"] == amount)
    }
}
