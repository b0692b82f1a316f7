import Testing

@testable import Reports

/// Sentences of cases, people and payments that published passages told in other words, each group with ones that come
/// near and tell nothing of the kind.
@Suite struct TownshipWordTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        (
            "受理12345热线592件，下派各社区487件、职能站所105件，办结585件。",
            ["hotline_12345.received": "592", "hotline_12345.assigned": "592", "hotline_12345.handled": "585"]
        ),
        ("12345热线工单转派各村310件、各科室42件。", ["hotline_12345.assigned": "352"]),
        ("受理12345热线592件，转派各村310件、矛盾纠纷42件。", ["hotline_12345.received": "592", "hotline_12345.assigned": "310"]),
        ("受理12345热线592件，转派各村310件，回访市民93件。", ["hotline_12345.received": "592", "hotline_12345.assigned": "310"]),
    ])
    func casesAreHandedOnToSeveral(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("受理12345热线35件。政务大厅接待群众8700人次，受理群众的各项业务，办结率100%。", ["hotline_12345.received": "35"]),
        ("受理12345热线35件。便民服务中心办理各类业务8700件，办结率100%。", ["hotline_12345.received": "35"]),
        ("受理12345热线35件，优化业务流程，办结率100%。", ["hotline_12345.received": "35", "hotline_12345.completion_rate": "100"]),
        ("12345热线由政务服务大厅承办，受理35件，办结率100%。", ["hotline_12345.received": "35", "hotline_12345.completion_rate": "100"]),
    ])
    func theCountersRatesAreItsOwn(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("全年走访低保家庭273户。", [:]),
        ("入户走访低保户273户、特困户41户。", [:]),
        ("探访困境儿童28名，发放学习用品。", [:]),
        ("经走访核实，新增低保12户。", ["subsistence_allowance.households_added": "12"]),
        ("走访困难群众，现有低保273户。", ["subsistence_allowance.households": "273"]),
        ("对新申请低保户入户核查31户，新纳入9户。", ["subsistence_allowance.households_added": "9"]),
        (
            "入户核查后有154户367人享受最低生活保障。",
            ["subsistence_allowance.households": "154", "subsistence_allowance.persons": "367"]
        ),
    ])
    func whoIsVisitedIsNotAllThereAre(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("全镇有8115户人家，总人口23204人。", ["place.registered_households": "8115", "place.registered_population": "23204"]),
        ("全镇共有1648户人家享受补偿。", [:]),
        ("走访12户人家。", [:]),
    ])
    func homesAreHouseholds(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("低保一季度发放93万元；二季度发放94万元 全年共发放金额：187万元。", ["subsistence_allowance.amount": "1870000"]),
        ("低保第一季度享受842户 拨款93万元 第一季度到第四季度拨款总金额：379万元。", ["subsistence_allowance.amount": "3790000"]),
        ("1-11月受理12345热线工单980件；12月受理92件。", [:]),
    ])
    func periodsOfAYearAreNone(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "困境儿童28名（其中孤儿2名），发放生活补助19.8万元。",
            ["children_in_difficulty.persons": "28", "children_in_difficulty.amount": "198000"]
        ),
        (
            "特困人员35人，发放生活补助金31万元。",
            ["extreme_hardship_support.persons": "35", "extreme_hardship_support.amount": "310000"]
        ),
        ("低保对象35人，为困难党员发放生活补助3万元。", ["subsistence_allowance.persons": "35"]),
        ("低保对象35人，发放葡萄补助3万元。", ["subsistence_allowance.persons": "35"]),
    ])
    func whatFollowsAnAllowanceIsItsMoney(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("接待来访35批120人次。", ["petitions.handled": "35"]),
        ("来访35批120人次。", [:]),
        ("接待来访35批120人次，办理信访件59件。", ["petitions.handled": "59"]),
        ("接待群众32批55人次。", [:]),
    ])
    func visitorsComeInGroups(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("兄弟乡镇共公开235条，公开财政信息12条。", [:]),
        ("邻镇公开235条，我镇公开信息120条。", ["disclosed.total": "120"]),
        ("邻镇公开235条，财政信息12条。公开信息120条。", ["disclosed.total": "120"]),
        ("低保工作。辖区有8140户。", [:]),
        ("低保工作。全镇共有235户412人。", ["subsistence_allowance.households": "235", "subsistence_allowance.persons": "412"]),
        ("为困难群众缴纳医保费，医保参保21560人。", ["medical_insurance.persons": "21560"]),
        ("为386名低保对象代缴医保。", [:]),
    ])
    func othersAreNotTheTownship(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "收到12345热线派件124件、12315平台投诉30件、“随手拍”问题56件，办结率100%、99%、98%。",
            ["hotline_12345.received": "124", "hotline_12345.completion_rate": "100"]
        )
    ])
    func linesHaveTheirOwnRates(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("全镇8115户人家中有低保235户。", ["subsistence_allowance.households": "235"]),
        (
            "审批农村低保11户19人，城市低保新纳入2户2人。",
            ["subsistence_allowance.households_added": "13", "subsistence_allowance.persons_added": "21"]
        ),
    ])
    func someHomesAreNotAll(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("1-11月受理12345热线工单980件；12月受理92件。", "980件"), ("一季度受理12345热线35件，二季度受理40件。", "35件"),
    ])
    func periodsOneByOneAreADoubt(_ text: String, _ found: String) {
        let doubts = reader.reading(text, year: 2023).doubts
        #expect(doubts.map(\.kind) == [.narrativeScope])
        #expect(doubts.map(\.found) == [found])
    }

    @Test func aBoundOfWhatCameInIsADoubt() {
        let doubts = reader.reading("12345热线派单至少175件。", year: 2023).doubts
        #expect(doubts.map(\.kind) == [.unclearNumber])
        #expect(doubts.map(\.found) == ["175件"])
    }

    @Test(arguments: [
        "本月受理12345热线35件。", "1-6月受理12345热线35件，受理12345热线咨询12件。", "一季度受理12345热线35件，二季度受理40件，全年受理160件。",
        "要求受理时限不少于3天，发布信息至少12条。",
    ])
    func onePeriodAndOneRequirementAreNone(_ text: String) {
        #expect(reader.reading(text, year: 2023).doubts.isEmpty, "\(text)")
    }
}
