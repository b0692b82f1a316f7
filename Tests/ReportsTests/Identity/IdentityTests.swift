import Catalogue
import Documents
import Testing

@testable import Reports

/// Whose report it is: titles in all their forms, and what speaks where there is no title.
@Suite struct IdentityTests {
    private let headings: Headings

    init() throws { headings = try Shared.headings() }

    private func identity(
        _ text: String, path: String = "report.txt", override: IdentityOverride = IdentityOverride()
    ) -> Identity {
        let document = Document(lines: text)
        return document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: path).read(override)
        }
    }

    /// County, township and year as one word.
    private func read(_ text: String, path: String = "report.txt") -> String {
        let identity = identity(text, path: path)
        return "\(identity.county ?? "-")/\(identity.township ?? "-")/\(identity.year.map(String.init) ?? "-")"
    }

    @Test(arguments: [
        "青禾县柳溪镇2020年政府信息公开工作年度报告", "2020年青禾县柳溪镇政府信息公开工作年度报告", "青禾县柳溪镇2020年度政府信息公开工作年度报告",
        "青禾县柳溪镇2020年政府信息公开工作年报", "青禾县柳溪镇2020年政府信息公开年报", "青禾县柳溪镇2020年政府信息公开工作报告", "青禾县柳溪镇2020年政务公开工作年度报告",
        "关于青禾县柳溪镇2020年度政府信息公开工作的年度报告", "关于2020年度青禾县柳溪镇政府信息公开工作的年度报告", "青禾县柳溪镇关于2020年度政府信息公开工作情况的报告",
        "2020青禾县柳溪镇2020年度政府信息公开工作年度报告", "青 禾 县 柳 溪 镇 ２０２０ 年 政 府 信 息 公 开 工 作 年 度 报 告", "青禾县柳溪镇二〇二〇年政府信息公开工作年度报告",
        "青禾县柳溪镇人民政府2020年政府信息公开工作年度报告", "青禾县柳溪镇人民政府2020年信息公开年度报告", "2020年度青禾县柳溪镇人民政府信息公开年度报告",
        "青禾县人民政府柳溪镇2020年政府信息公开工作年度报告", "中共青禾县柳溪镇委员会 青禾县柳溪镇人民政府2020年政府信息公开工作年度报告",
        "青禾县柳溪镇人民政府党政办2020年政府信息公开工作年度报告", "青禾縣柳溪鎮2020年政府信息公開工作年度報告", "南岭省青州市青禾县柳溪镇2020年政府信息公开工作年度报告",
        "南岭省青州青禾县柳溪镇2020年政府信息公开工作年度报告", "2020年政府信息公开工作年度报告（青禾县柳溪镇）",
        "青禾县柳溪镇人民政府\n2020年政府信息公开\n工作年度报告", "青禾县柳溪镇\n2020年政府信息公开工作年度报告", "青禾县柳\n溪镇2020年政府信息公开工作年度报告",
        "南岭省青州市青禾县柳溪镇人民政府2020年\n政府信息公开工作年度报告", "南岭省青州市青禾县人民政府柳溪镇人民政府2020年政府信息公开\n工作年度报告",
        "当前位置：首页 > 乡镇 > 石桥乡 > 政府信息公开年报\n青禾县柳溪镇2020年政府信息公开工作年度报告", "政府信息公开年报\n青禾县柳溪镇2020年政府信息公开工作年度报告",
    ])
    func title(title: String) {
        #expect(read(title + "\n一、总体情况\n我镇认真贯彻条例。") == "青禾县/柳溪镇/2020")
    }

    @Test(arguments: [
        "北京街道", "湖南镇", "壶镇镇", "镇龙镇", "一市镇", "廿三里街道", "大街乡", "城区街道", "开发区街道", "和平镇", "对坊乡", "向阳镇", "本溪镇", "万年镇", "红旗镇",
        "沙市镇", "市中街道", "石桥回族乡", "大红旗满族乡", "巴彦苏木", "塔尔塔吉克民族乡", "党家镇", "各莫乡", "为民街道", "到保镇",
    ])
    func hardNames(name: String) {
        for body in [name, name + "人民政府", "青禾县" + name, "青禾县\(name)人民政府"] {
            #expect(identity("\(body)2021年政府信息公开工作年度报告").township == name, "\(body)")
        }
        let lead = "本报告由\(name)人民政府编制。2021年，\(name)主动公开信息12条。"
        #expect(identity("一、总体情况\n\(lead)\n联系单位：\(name)人民政府").township == name)
        #expect(identity("一、总体情况\n我镇认真贯彻。", path: "青禾县/2021/\(name).txt").township == name)
        #expect(identity("一、总体情况\n我镇认真贯彻。", path: "青禾县/\(name)2021年年报（定稿）.docx").township == name)
    }

    @Test(arguments: [
        "青禾县望湖街道2021年政府信息公开工作年度报告", "青禾县望湖街道办事处2021年政府信息公开工作年度报告", "青禾县人民政府望湖街道办事处2021年政府信息公开年度报告",
        "青禾县望湖街道党工委办事处2021年政务公开年度报告",
    ])
    func subdistricts(title: String) { #expect(read(title) == "青禾县/望湖街道/2021") }

    @Test(arguments: [0, 1, 119, 120, 121, 5000])
    func blankLinesAboveTheTitle(count: Int) {
        let text = String(repeating: "\n", count: count) + "青禾县柳溪镇2020年政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。"
        #expect(read(text) == "青禾县/柳溪镇/2020")
    }

    /// What looks blank is blank: spaces of a page, of Chinese type, of no width.
    @Test(arguments: [" \t", "\u{A0}", "\u{3000}\u{3000}", "\u{200B}", "\u{2003} \u{FEFF}"])
    func linesOfSpacesAboveTheTitleAndBelowTheDate(line: String) {
        let lines = String(repeating: line + "\n", count: 120)
        let report = "青禾县柳溪镇2020年政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。\n2021年1月8日\n"
        let identity = identity(lines + report + lines)
        #expect(identity.township == "柳溪镇" && identity.year == 2020)
        #expect(identity.publishedOn == "2021-01-08")
    }

    // MARK: No title

    @Test(arguments: [
        "根据条例，现公布柳溪镇2020年政府信息公开年度报告。", "本报告由青禾县柳溪镇人民政府根据条例编制而成。", "特向社会公布2020年度柳溪镇人民政府信息公开年度报告。",
        "我镇编制并公布《柳溪镇2020年政府信息公开工作年度报告》。", "如对本报告有疑问，请与青禾县柳溪镇党政办联系（电话：0000-0000000）。", "请联系柳溪镇人民政府（地址：柳溪镇一号）。",
        "可与柳溪镇办公室联系（地址：柳溪镇一号）。", "编製2020年度柳溪鎮人民政府信息公開年度報告。",
    ])
    func leadOrContactLine(line: String) {
        #expect(identity("\(line)\n一、总体情况\n2020年，我镇贯彻条例。").township == "柳溪镇")
    }

    @Test func leadIsTrustedMoreThanContactAndSignature() {
        let text = """
            如有疑问，请与石桥乡人民政府联系。
            本报告由柳溪镇人民政府编制。
            一、总体情况
            2020年，我镇贯彻条例。
            白杨镇人民政府
            2021年1月20日
            """
        let identity = identity(text)
        #expect(identity.township == "柳溪镇")
        #expect(Set(identity.doubts.filter { $0.kind == .bodiesDisagree }.map(\.found)) == ["石桥乡", "白杨镇"])
    }

    @Test func signatureAlone() {
        let text = "一、总体情况\n2020年，我苏木贯彻条例。\n六、其他需要报告的事项\n无。\n巴彦苏木人民政府\n2021年1月9日"
        #expect(read(text) == "-/巴彦苏木/2020")
    }

    @Test(arguments: [
        ("青禾县/2020/柳溪镇.txt", "青禾县/柳溪镇/2020"), ("青禾县/柳溪镇/2020年.doc", "青禾县/柳溪镇/2020"),
        ("2020年年报/青禾县柳溪镇.html", "青禾县/柳溪镇/2020"), ("年报/3.柳溪镇2020年报最终版.docx", "-/柳溪镇/2020"),
        ("乡镇/各乡镇2020年年报.txt", "-/-/2020"), ("资料/青禾县2020.txt", "-/-/2020"),
    ])
    func onlyThePathTells(path: String, expected: String) {
        #expect(read("一、总体情况\n我镇认真贯彻条例。", path: path) == expected)
    }

    @Test func overrideGoesBeforeEverything() {
        let identity = identity(
            "青禾县柳溪镇2020年政府信息公开工作年度报告",
            override: IdentityOverride(county: "湖口县", township: "大垅乡", year: 2025))
        #expect(identity.county == "湖口县" && identity.township == "大垅乡" && identity.year == 2025)
    }

    // MARK: Never a wrong one

    @Test(arguments: [
        "青禾县2020年政府信息公开工作年度报告", "青禾县人民政府2020年政府信息公开工作年度报告", "青禾县财政局2020年政府信息公开工作年度报告", "青禾县人民政府办公室2020年政府信息公开工作年度报告",
        "青禾经济开发区管理委员会2020年政府信息公开工作年度报告", "2020年青州市政府信息公开工作年度报告",
    ])
    func upperLevelOrDepartmentIsNoTownship(title: String) {
        let text = "\(title)\n一、总体情况\n全县各乡镇和柳溪镇人民政府贯彻条例。\n联系电话：石桥乡人民政府"
        #expect(identity(text, path: "青禾县/古渡镇.txt").township == nil)
    }

    @Test(arguments: ["一、各乡镇主动公开政府信息年度报告情况", "（一）全镇政府信息公开工作报告", "各乡镇人民政府、街道办事处", "我镇人民政府", "全县乡镇人民政府"])
    func headingsAndGeneralWordsAreNoTownship(line: String) {
        #expect(identity("\(line)\n2020年，贯彻条例。").township == nil)
    }

    @Test(arguments: ["成立镇政务公开领导小组，由镇人民政府统筹。", "完善镇政府信息公开制度，经街道办事处审核。", "组建镇人民政府信息公开小组。", "由镇党委副书记分管。"])
    func verbsBeforeTheWordForTownshipAreNoNames(sentence: String) {
        #expect(identity("一、总体情况\n2020年，\(sentence)").township == nil)
        let titled = identity("青禾县柳溪镇2020年政府信息公开工作年度报告\n一、总体情况\n2020年，\(sentence)")
        #expect(titled.doubts.isEmpty)
    }

    @Test func nameLeftInACopiedText() {
        let text = "青禾县柳溪镇2020年政府信息公开工作年度报告\n一、总体情况\n2020年，石桥乡人民政府认真贯彻条例。\n柳溪镇人民政府"
        let identity = identity(text)
        #expect(identity.township == "柳溪镇")
        #expect(identity.doubts.filter { $0.kind == .bodiesDisagree }.map(\.found) == ["石桥乡"])
    }

    @Test func fileNamedAfterAnotherTownship() {
        let identity = identity("青禾县柳溪镇2020年政府信息公开工作年度报告", path: "青禾县/石桥乡2020.txt")
        #expect(identity.township == "柳溪镇")
        #expect(identity.doubts.map(\.found) == ["石桥乡"])
    }

    // MARK: Years

    /// The title of last year was left over: period and file name agree on another year.
    @Test func titleAloneIsOutvoted() {
        func text(_ title: String) -> String { "\(title)\n数据统计期限从2021年1月1日至2021年12月31日止。\n一、总体情况\n我镇贯彻。" }
        let left = text("青禾县柳溪镇2020年政府信息公开工作年度报告")
        let identity = identity(left, path: "柳溪镇2021年年报.txt")
        #expect(identity.year == 2021)
        #expect(identity.doubts.map(\.kind) == [.yearsDisagree] && identity.doubts.first?.found == "2020")
        #expect(read(left) == "青禾县/柳溪镇/2020")
        #expect(read(left, path: "柳溪镇2020年年报.txt") == "青禾县/柳溪镇/2020")
        #expect(read(left, path: "柳溪镇2022年年报.txt") == "青禾县/柳溪镇/2020")
    }

    /// Links to other reports above the text, in whichever order.
    @Test(arguments: [
        ["青禾县白杨镇2019年政府信息公开工作年度报告", "青禾县石桥乡2020年政府信息公开工作年度报告"],
        ["青禾县柳溪镇2019年政府信息公开工作年度报告"],
    ])
    func linksToOtherReportsAreNoTitle(links: [String]) {
        let title = "青禾县柳溪镇2020年政府信息公开工作年度报告"
        let body = "\n一、总体情况\n我镇贯彻条例。\n附：青禾县古渡镇2018年政府信息公开工作年度报告"
        #expect(read((links + [title]).joined(separator: "\n") + body) == "青禾县/柳溪镇/2020")
        var document = Document(lines: ([title] + links).joined(separator: "\n") + body)
        document.title = title + "-青禾县人民政府"
        let found = document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: "").read(IdentityOverride())
        }
        #expect(found.township == "柳溪镇" && found.year == 2020)
    }

    /// What a page puts between the title and the text.
    @Test(arguments: ["相关文章：", "上一篇:", "推荐阅读："])
    func linkThatIsCalledOneIsNoTitle(label: String) {
        let text = """
            青禾县柳溪镇2020年政府信息公开工作年度报告
            \(label)白杨镇2022年政府信息公开年报（2023-01-18）
            一、总体情况
            我镇贯彻条例。
            """
        #expect(read(text) == "青禾县/柳溪镇/2020")
    }

    @Test func countyOnTheCommandLineIsNotTheTitles() {
        let override = IdentityOverride(county: "云岭县")
        let other = identity("青禾县柳溪镇2020年政府信息公开工作年度报告", override: override)
        #expect(other.county == "云岭县" && other.doubts.map(\.found) == ["青禾县"])
        #expect(identity("云岭区柳溪镇2020年政府信息公开工作年度报告", override: override).doubts.isEmpty)
    }

    @Test(arguments: ["2023年各乡镇统计表", "2023年度各乡镇年报汇总", "2023年全县乡镇年报"])
    func fileOfAllTownshipsNamesNone(name: String) {
        #expect(identity("青禾县柳溪镇2023年政府信息公开工作年度报告", path: "\(name).xlsx").doubts.isEmpty)
    }

    @Test func yearsThatDisagree() {
        let text = "青禾县柳溪镇2021年政府信息公开工作年度报告\n数据的统计期限自2020年1月1日起至2020年12月31日止。\n一、总体情况\n2019年，我镇贯彻条例。"
        let identity = identity(text, path: "青禾县/2022/柳溪镇.txt")
        #expect(identity.year == 2021)
        #expect(identity.doubts.filter { $0.kind == .yearsDisagree }.map(\.found) == ["2020", "2019", "2022"])
    }

    @Test func yearsThatAgreeAreNoDoubt() {
        let text = "2021青禾县柳溪镇2021年度政府信息公开工作年度报告\n统计期限自2021年1月1日起至12月31日止。\n一、总体情况\n2021年，我镇贯彻条例。\n2022年1月20日"
        #expect(identity(text, path: "青禾县/2021/柳溪镇.txt").doubts.isEmpty)
    }

    @Test(arguments: [
        "柳溪镇人民政府\n2021年2月4日", "柳溪镇人民政府\n二〇二一年二月四日", "柳溪镇人民政府\n二○二一年二月四日", "柳溪镇人民政府 2021年2月4日", "2021-02-04", "2021.2.4",
        "二零二一年二月四日", "2 0 2 1 年 2 月 4 日",
    ])
    func dateUnderTheReport(signature: String) {
        let text = "青禾县柳溪镇2020年政府信息公开工作年度报告\n一、总体情况\n2020年，我镇贯彻条例。\n\(signature)"
        #expect(identity(text).publishedOn == "2021-02-04")
    }

    @Test(arguments: ["发布时间：2021-02-04 16:33 字体：大 中 小", "日期:2021-02-04", "信息来源：柳溪镇 发布日期：2021年2月4日"])
    func dateInThePagesHead(line: String) {
        #expect(identity("青禾县柳溪镇2020年政府信息公开工作年度报告\n\(line)\n一、总体情况").publishedOn == "2021-02-04")
    }

    /// The title of another township's report, with file name and signature of whose it is.
    @Test(arguments: [
        ("附件2：五里桥镇2023年年报.docx", "五里桥镇人民政府\n2024年1月15日", true),
        ("五里桥镇.docx", "如有疑问，请与五里桥镇党政办联系（电话：0876-2207686）。", true), ("年报.docx", "五里桥镇人民政府\n2024年1月15日", false),
        ("五里桥镇.docx", "2024年1月15日", false), ("白马乡.docx", "白马乡人民政府\n2024年1月15日", false),
    ])
    func titleThatFileNameAndSignatureOutvoteIsDoubted(path: String, ending: String, isDoubted: Bool) {
        let text = "青禾县白马乡2023年政府信息公开工作年度报告\n一、总体情况\n我乡认真贯彻条例。\n\(ending)"
        let told = identity(text, path: path)
        #expect(told.township == "白马乡")
        let doubts = told.doubts.filter { $0.kind == .townshipOutvoted }
        #expect(doubts.map(\.found) == (isDoubted ? ["五里桥镇"] : []))
        if isDoubted {
            let words = doubts.first?.explanation
            #expect(words?.zh.contains("nianbao move 白马乡 2023 --to 五里桥镇 --reason \"标题误写\"") == true)
            #expect(words?.en.contains("nianbao move 白马乡 2023 --to 五里桥镇 --reason \"wrong title\"") == true)
            #expect(!told.doubts.contains { $0.kind == .bodiesDisagree })
        }
        #expect(
            !identity(text, path: path, override: IdentityOverride(township: "白马乡")).doubts.contains {
                $0.kind == .townshipOutvoted
            })
    }
}
