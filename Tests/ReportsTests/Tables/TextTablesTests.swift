import Documents
import Support
import Testing

@testable import Reports

/// Small tables in the text of a report: a number is told by the headers above it, or not at all.
@Suite struct TextTablesTests {
    private func report(_ body: String) throws -> Report {
        let page = "<h1>青禾县柳溪镇2023年政府信息公开工作年度报告</h1><p>一、总体情况</p>\(body)"
        return try Shared.reports().read(DocumentReader.read(Array(page.utf8), name: "a.html"), path: "a.html")
    }

    private func table(_ rows: [String]) -> String {
        let rows = rows.map { row in
            "<tr>" + row.split(separator: "|", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined()
                + "</tr>"
        }
        return "<table>\(rows.joined())</table>"
    }

    /// What is told of the hotline's cases, and the kinds of doubts about it.
    private func hotline(_ body: String) throws -> (told: Int64?, doubts: [Doubt.Kind]) {
        let report = try report(body)
        let id = try LoadedCatalogue.codebook().indicators.ids["hotline_12345.received"]
        let watched: Set<Doubt.Kind> = [.textTable, .narrativeDisagrees, .unclearNumber, .narrativeScope]
        return (
            report.figures.first { $0.indicator == id }?.reading.amount?.value,
            report.doubts.map(\.kind).filter(watched.contains)
        )
    }

    /// Explanations of the form and notes right below its tables say how something is counted, or what is a part.
    @Test func explanationsAndNotesTellNothing() throws {
        let ids = try LoadedCatalogue.codebook().indicators.ids
        let received = ids["narrated_requests.received"]
        let table = table(["行政复议||||", "结果维持|结果纠正|其他结果|尚未审结|总计", "1|1|1|1|4"])
        let told = [
            "<p>填表说明</p><p>1.本年收到的申请3件，含多项内容。</p><p>（2）上年结转申请2件。</p>",
            "<p>四、政府信息公开行政复议、行政诉讼情况</p>\(table)<p>备注：1.上述数据含各村收到的申请3件。</p>",
        ]
        for body in told { #expect(try !report(body).figures.contains { $0.indicator == received }) }
        let own = "<p>填表说明</p><p>1.见附件。</p><p>全年收到申请3件。</p>"
        #expect(try report(own).figures.contains { $0.indicator == received })
        #expect(try report("<p>说明：全年收到申请3件。</p>").figures.contains { $0.indicator == received })
    }

    /// In a column of units people are not what was published, but so many texts may be counted as 个.
    @Test func unitsInACellOfTheirOwnTellWhatIsCounted() throws {
        let ids = try LoadedCatalogue.codebook().indicators.ids
        let rows = ["指标|计量单位|2023年", "政府网站公开信息|条|70", "微信公众号公开信息|个|50", "公开专职人员总数|人|1"]
        let report = try report(table(rows))
        func value(_ code: String) -> Int64? {
            report.figures.first { $0.indicator == ids[code] }?.reading.amount?.value
        }
        #expect(value("disclosed.website") == 70 && value("disclosed.wechat") == 50 && value("disclosed.total") == nil)
    }

    /// What is left of a table whose cells are parted by marks of the text tells nothing.
    @Test(arguments: ["、", "，", ",", " / ", "；", "｜"])
    func rowOfNumbersWithoutUnitsTellsNothing(mark: String) throws {
        let cells = ["1", "0", "0", "0", "2"].joined(separator: mark)
        let told = try report("<p>二、上年结转政府信息公开申请数量\(mark)\(cells)</p><p>收到申请385件。</p>")
        let ids = try LoadedCatalogue.codebook().indicators.ids
        #expect(!told.figures.contains { $0.indicator == ids["narrated_requests.carried_in"] })
        #expect(try report("<p>上年结转申请1件。</p>").figures.contains { $0.indicator == ids["narrated_requests.carried_in"] })
    }

    /// A sentence that ends in numbers without units keeps its other figures, and a doubt names what was left out.
    @Test(arguments: [
        "监督电话12345、12348、12315、12333", "2019、2020、2021、2022", "附15.9、0、0、0、1",
    ])
    func numbersAtTheEndOfASentenceLeaveTheOthers(end: String) throws {
        let told = try report("<p>全年为特困人员发放供养金15.9万元，\(end)</p>")
        let id = try LoadedCatalogue.codebook().indicators.ids["extreme_hardship_support.amount"]
        #expect(told.figures.first { $0.indicator == id }?.reading.amount?.value == 15_900_000)
        #expect(told.doubts.filter { $0.kind == .textTable }.map(\.found) == [end])
    }

    @Test func linesOfLostRowsAreOneDoubt() throws {
        let told = try report("<p>12345热线收到件数、300、385、1、2</p><p>12345热线办结件数、300、385、1、2</p><p>收到申请3件。</p>")
        #expect(told.doubts.filter { $0.kind == .textTable }.map(\.found) == ["12345热线收到件数、300、385、1、2"])
    }

    @Test(arguments: [
        ["项目|2022年|2023年", "12345热线收到件数|300|385"], ["项目|2023年|2022年", "12345热线收到件数|385|300"],
        ["项目|全年目标|完成数", "12345热线收到件数|400|385"], ["序号|事项|件数", "1|12345热线收到|385"],
        ["指标|全县|本镇", "12345热线受理件数|12000|385"], ["指标|1月|2月|合计", "12345热线收到件数|200|185|385"],
        ["指标|2023年|同比增长", "12345热线收到件数|385|12%"], ["", "12345热线收到件数|385"],
        ["年度|2022年||2023年|", "指标|合计|其中|合计|其中", "12345热线收到件数|300|1|385|2"],
        ["指标|本月|本年累计", "12345热线收到件数|30|385"], ["指标|当月|全年累计", "12345热线收到件数|30|385"],
    ])
    func headersSayWhichNumberIsMeant(rows: [String]) throws {
        #expect(try hotline(table(rows)) == (385, []))
    }

    @Test(arguments: [
        ["项目|甲|乙", "12345热线收到件数|300|385"], ["12345热线收到件数|300|385", "12345热线办结件数|300|385"],
    ])
    func nothingIsToldWhereHeadersDoNotSay(rows: [String]) throws {
        #expect(try hotline(table(rows)) == (nil, [.textTable]))
    }

    @Test(arguments: [
        ["项目|自条例施行以来", "12345热线收到件数|300"], ["指标|数量（百件）", "12345热线收到件数|3"],
        ["指标|分值", "12345热线收到件数|15"], ["指标|预期值", "12345热线收到件数|300"],
        ["项目|2022年", "12345热线收到件数|300"], ["指标|全县", "12345热线收到件数|12000"], ["指标|目标", "12345热线收到件数|400"],
    ])
    func whatIsNotTheTownshipsOfTheYearIsLeftOut(rows: [String]) throws {
        #expect(try hotline(table(rows)) == (nil, []))
    }

    /// A line right above a table says that it is last year's, the county's or a part of the year's.
    @Test(arguments: ["上年度公开情况如下：", "全县政务公开情况", "截至6月底有关情况", "2022年公开情况", "2024年工作计划"])
    func captionsSayWhoseATableIs(caption: String) throws {
        let rows = table(["项目|数量", "12345热线收到件数|300"])
        #expect(try hotline("<p>\(caption)</p>\(rows)") == (nil, [.textTable]))
        let title = "<table><tr><td colspan=2>\(caption)</td></tr>\(rows.dropFirst("<table>".count))"
        #expect(try hotline(title) == (nil, [.textTable]))
    }

    /// A note right below a table says whose it is as a caption does.
    @Test(arguments: ["注：以上为2022年数据。", "（以上数据为全县数据）", "说明：上表为上半年数据。", "以上为2022年1月1日至2022年12月31日数据。"])
    func notesBelowSayWhoseATableIs(note: String) throws {
        let rows = table(["项目|数量", "12345热线收到件数|300"])
        #expect(try hotline("\(rows)<p>\(note)</p>") == (nil, [.textTable]))
    }

    @Test(arguments: ["注：以上为2023年数据。", "说明：数据不含上年结转。", "2022年收到300件。", "以上数据由党政办汇总。"])
    func otherNotesBelowDoNot(note: String) throws {
        #expect(try hotline("\(table(["项目|数量", "12345热线收到件数|385"]))<p>\(note)</p>").told == 385)
    }

    /// Of a table of sentences those of another year's column are not told.
    @Test func sentencesOfAnotherYearAreNotTold() throws {
        let rows = ["2022年|2023年", "12345热线全年收到300件，均已办结|12345热线全年收到385件，办结380件"]
        #expect(try hotline(table(rows)).told == 385)
        #expect(try hotline(table(["2023年|2022年", "12345热线全年收到385件|12345热线全年收到300件"])).told == 385)
    }

    /// The noun before a number is what it counts: ranks, people and mistakes are no cases.
    @Test(arguments: [
        "12345热线排名|9", "12345热线考核名次|3", "12345热线工作人员|2", "12345热线联络员总数|2", "12345热线工单差错数|2", "主动公开信息错误数|5",
        "主动公开排名|5", "政府信息公开专职人员数（个）|3", "依申请公开信息目录数|3", "行政复议败诉|1",
    ])
    func otherNounsAreNotWhatIsCounted(row: String) throws {
        let told = try report(table(["项目|数量", row])).figures.filter { $0.reading.amount != nil }
        #expect(told.isEmpty)
    }

    @Test(arguments: ["2023年公开情况", "截至12月底有关情况", "我镇2023年有关情况如下：", "上年度收到300件，办理情况见下表。"])
    func otherCaptionsDoNot(caption: String) throws {
        #expect(try hotline("<p>\(caption)</p>\(table(["项目|数量", "12345热线收到件数|385"]))").told == 385)
    }

    /// A percentage was counted in 98 cases.
    @Test func percentagesAreNoCounts() throws {
        #expect(try hotline(table(["指标|单位|2023年", "12345热线办结率|%|98"])) == (nil, [.textTable]))
        #expect(try hotline(table(["指标|单位|2023年", "12345热线收到|件|385"])) == (385, []))
    }

    /// A page's number, the printer's line and notes behind the tables are not what a sentence before them was about.
    @Test(arguments: ["<p>5</p>", "<p>二、主动公开政府信息情况</p><p>共印25份</p>", "<p>六、其他</p><p>办理12件</p>"])
    func sourceWithoutANumberWaitsForNone(behind: String) throws {
        #expect(try hotline("<p>认真办理12345热线群众诉求，做到件件有回音。</p>\(behind)").told == nil)
    }

    /// Lines of text whose cells are parted by spaces have no columns that a header could name.
    @Test func numbersBetweenSpacesAreNotTold() throws {
        #expect(try hotline("<pre>项目  2022年  2023年\n12345热线收到件数  300  385</pre>") == (nil, [.textTable]))
    }

    @Test func rowsOfTextTellWhatTheySay() throws {
        #expect(try hotline(table(["工作|情况", "12345热线|全年收到385件，办结385件"])) == (385, []))
    }
}
