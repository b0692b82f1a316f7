import Documents
import Testing

@testable import Reports

/// Reports whose text has no title, as it is when it is copied from below a page's heading; and what is no report.
@Suite struct UntitledReportTests {
    private func report(
        _ text: String, path: String = "a.txt", township: String? = nil, year: Int? = nil
    ) throws -> Report {
        try Shared.reports().read(
            Document(lines: text), path: path, override: IdentityOverride(township: township, year: year))
    }

    private func who(_ report: Report) -> String { "\(report.county)/\(report.township)/\(report.year)" }

    private static let body = """
        一、概述
        我镇认真贯彻落实《条例》，信息公开工作有序开展。
        二、主动公开政府信息情况
        主动公开政府信息100条。
        三、依申请公开政府信息情况
        未收到政府信息公开申请。
        四、存在的主要问题和改进措施
        公开内容不够全面。
        """

    /// Who and when stand in the first sentence, in the contact, the signature or an address.
    @Test(arguments: [
        ("本报告是根据《条例》要求，由青禾县柳溪镇编制的2010年度政府信息公开年度报告。", "青禾县/柳溪镇/2010"),
        ("本报告由青禾县人民政府望湖街道办事处编制的2011年度政府信息公开年度报告。", "青禾县/望湖街道/2011"),
        ("特向社会公布2019年度柳溪镇政府（机关）信息公开年度报告。", "/柳溪镇/2019"),
        ("特向社会公布2009年度本机关信息公开年度报告。请与柳溪镇党政办联系（电话：0000-0000000）。统计期限自2009年1月1日起至2009年12月31日止。", "/柳溪镇/2009"),
        ("统计期限自2010年1月1日起至2010年12月31日止。如对报告有任何疑问，请与青禾县政府望湖街道办事处信息公开办公室联系。", "青禾县/望湖街道/2010"),
        ("现将我镇2014年政府信息公开工作报告公开如下。\n六、收费情况\n2014年，柳溪镇未收取任何政府信息公开费用。", "/柳溪镇/2014"),
        ("本报告中所列数据的统计期限自2015年1月1日起至2015年12月31日止（地址：青禾县柳溪镇府前街38号）。", "青禾县/柳溪镇/2015"),
        ("2022年，柳溪镇人民政府认真落实要求。现将我镇2022年度信息公开工作情况报告如下。", "/柳溪镇/2022"),
        ("出台《柳溪镇2019年政务公开工作考核方案》，2019年度我镇公开信息。", "/柳溪镇/2019"),
    ])
    func sentencesTellWhoAndWhen(sentence: String, who expected: String) throws {
        #expect(who(try report(sentence + "\n" + Self.body)) == expected)
    }

    /// A township that only sentences name is told of: it may be another.
    @Test func aTownshipOfSentencesAloneIsDoubted() throws {
        let guessed = try report("2014年，柳溪镇未收取费用。\n" + Self.body)
        #expect(guessed.doubts.contains { $0.kind == .townshipFromSentences && $0.found == "柳溪镇" })
        let signed = try report("2014年，我镇未收取费用。\n" + Self.body + "\n柳溪镇人民政府\n2015年1月10日")
        #expect(signed.township == "柳溪镇" && !signed.doubts.contains { $0.kind == .townshipFromSentences })
        for others in ["柳溪镇、石桥乡", "今年镇政府与石桥乡人民政府共建，柳溪镇参加"] {
            #expect(throws: ReportError.townshipUnknown) { try report("2014年，\(others)。\n" + Self.body) }
        }
    }

    /// A county that exists is believed before a short name for it.
    @Test func aCountyOfTheTableGoesFirst() throws {
        let title = "柳溪镇2015年政府信息公开工作年度报告\n请与科右中旗柳溪镇人民政府联系。\n"
        let signed = try report(title + Self.body + "\n科尔沁右翼中旗柳溪镇人民政府\n2016年1月8日")
        #expect(who(signed) == "科尔沁右翼中旗/柳溪镇/2015")
    }

    /// A township that was a town may keep that in its name.
    @Test func aTownsNameMayBeASubdistricts() throws {
        let text = "石桥镇街道办事处坚持公开为常态。2022年，石桥镇街道共受理信访件3件，我街道认真办理。"
        #expect(try report(text + "\n" + Self.body, year: 2022).township == "石桥镇街道")
    }

    /// A text that is one line has chapters, too, and an office may speak of itself as such.
    @Test(arguments: [
        "引言 本报告根据《条例》要求，由城溪街道编制。一、概述 2017年，城溪街道公开有序。二、主动公开政府信息情况 我街道主动公开政府信息12条。三、依申请公开政府信息情况 未收到申请。",
        "一、概述\n我办事处认真贯彻条例。\n二、主动公开政府信息情况\n我办事处主动公开政府信息12条。\n三、依申请公开政府信息情况\n未收到政府信息公开申请。",
    ])
    func whoIsNamedIsBelieved(text: String) throws {
        #expect(who(try report(text, township: "城溪街道", year: 2017)) == "/城溪街道/2017")
    }

    /// With the form's tables, a township that is named again and again is whose they are, unless somebody else speaks.
    @Test func tablesAreOfTheTownshipThatIsNamed() throws {
        let table = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1"
        let named = "2021年，青禾县柳溪镇公开政府信息145条。出台《柳溪镇2021年度政务公开工作方案》。"
        let report = try report(named + "\n" + table)
        #expect(who(report) == "青禾县/柳溪镇/2021")
        #expect(report.doubts.contains { $0.kind == .townshipFromSentences })
        #expect(throws: ReportError.townshipUnknown) { try self.report("我局认真落实。" + named + "\n" + table) }
    }

    /// What the user names, or the file is called by, is believed where the text has what reports have.
    @Test func theUserOrTheFileNamesIt() throws {
        #expect(who(try report(Self.body, township: "柳溪镇", year: 2014)) == "/柳溪镇/2014")
        #expect(who(try report(Self.body, path: "柳溪镇2018年政府信息公开工作年度报告.txt")) == "/柳溪镇/2018")
        #expect(who(try report(Self.body, path: "柳溪镇/2018/1.txt")) == "/柳溪镇/2018")
        let short = "一、总体情况\n2014年，我乡信息公开工作紧紧围绕大局。政府信息公开列入考核，信息公开办法已经出台。"
        #expect(throws: ReportError.noReport) { try report(short) }
        #expect(try report(short, township: "柳溪乡", year: 2014).township == "柳溪乡")
        #expect(throws: ReportError.noReport) {
            try report("全镇召开政府信息公开会议。", path: "柳溪镇2018年政府信息公开工作年度报告.txt")
        }
    }

    /// A year that the text speaks of, of itself: 2021年度我乡…; of next year's plans nothing is taken.
    @Test func theYearOfWhatTheTextTellsOfItself() throws {
        #expect(try report("主动公开。2021年度我乡公开信息213条。\n" + Self.body, township: "柳溪乡").year == 2021)
        #expect(throws: ReportError.yearUnknown) {
            try report("公开。2021年度我乡公开信息213条。此外，2022年我乡将推进。\n" + Self.body, township: "柳溪乡")
        }
    }

    /// What is none stays refused, whoever is named.
    @Test(arguments: [
        "两家乡人民政府信息公开工作年度报告制度\n（试行）\n第一条 为落实条例，制定本制度。\n第二条 乡政府于次年三月内报告。",
        "柳溪镇人民政府信息公开工作年度报告制度\n为总结工作，制定本制度。\n一、政府信息公开年度报告应通过网站公布。\n本制度自印发之日起施行。",
        "第一条 依据条例制定本制度。\n第三条 各部门编制本站所的政府信息公开年度报告\n一、主动公开政府信息的情况\n二、依申请公开的情况\n三、收费情况\n我镇执行。",
        "关于做好柳溪镇2020年政府信息公开年度报告编制工作的通知\n各村：\n一、总体情况\n二、主动公开情况\n三、依申请公开情况\n请报镇政府。",
        "柳溪镇人民政府2020年政务公开工作实施方案\n为推进我镇政府信息公开，现制定如下方案。\n一、基本情况\n二、主动公开\n三、依申请公开",
        "年度政府信息公开工作进展情况报告（乡镇）\n20xx年度，xx镇在县委领导下推进信息公开。我镇高度重视。",
    ])
    func rulesPlansAndFormsAreRefused(text: String) {
        for township in [nil, "柳溪镇"] {
            let error = #expect(throws: ReportError.self) { try report(text, township: township, year: 2020) }
            if case .otherPaper = error {} else { Issue.record("\(String(describing: error))") }
        }
    }

    /// A department speaks of itself otherwise.
    @Test func aDepartmentsTextIsNoTownships() throws {
        let text = Self.body.replacing("我镇", with: "我局") + "\n本局在全县39个乡镇设置信息联络员。"
        for township in [nil, "柳溪镇"] {
            #expect(throws: ReportError.noReport) { try report(text, township: township, year: 2018) }
        }
        #expect(try report(text, township: "农业农村局", year: 2018).township == "农业农村局")
        let city = "现公布青州市人民政府2017年政府信息公开工作年度报告。\n" + Self.body.replacing("我镇", with: "我市")
        #expect(throws: ReportError.noReport) { try report(city, township: "柳溪镇", year: 2017) }
    }

    @Test func theRefusalNamesTheRemedy() {
        let words = ReportError.noReport.explanation
        #expect(words.zh.contains("第一行") && words.zh.contains("文件名"))
        #expect(words.en.contains("first line") && words.en.contains("name the file"))
    }
}
