import Catalogue
import Documents
import Testing

@testable import Reports

/// Links to other reports on a page, and what is left of them in a text that was copied from one: no report is theirs.
@Suite struct RelatedLinkTests {
    private let headings: Headings

    init() throws { headings = try Shared.headings() }

    private func identity(_ document: Document, path: String = "a.html") -> Identity {
        document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: path).read(IdentityOverride())
        }
    }

    private func page(_ above: String, _ below: String, title: String = "") throws -> Document {
        let text =
            "<p>一、总体情况</p><p>我镇认真贯彻条例。</p><table><tr><td>一、本年新收政府信息公开申请数量</td><td>0</td></tr></table>"
            + "<p>六、其他需要报告的事项</p><p>无。</p>"
        let page = "<html><head><title>\(title)</title></head><body>\(above)\(text)\(below)</body></html>"
        return try DocumentReader.read(Array(page.utf8), name: "a.html")
    }

    private func who(_ identity: Identity) -> String {
        "\(identity.county ?? "-")/\(identity.township ?? "-")/\(identity.year.map(String.init) ?? "-")"
    }

    private static let links = [
        "<div>上一篇：<a href=x>古渡镇2019年政府信息公开工作年度报告</a></div>", "<p>下一篇 <a href=x>古渡镇2019年政府信息公开工作年度报告</a></p>",
        "<div>上一条</div><div><a href=x>古渡镇2019年政府信息公开工作年度报告</a></div>",
        "<h3>相关链接</h3><ul><li><a href=x>古渡镇2019年政府信息公开工作年度报告</a></li><li><a href=y>石桥乡2018年政府信息公开年报</a></li></ul>",
        "<ul><li><a href=x>古渡镇2019年政府信息公开工作年度报告</a><span>2020-01-08</span></li></ul>",
        "<ul><li><a href=x><b>古渡镇</b>2019年政府信息公开工作年度报告</a> [2020年1月8日]</li></ul>",
        "<table><tr><td><a href=x>古渡镇2019年政府信息公开工作年度报告</a></td><td>2020-01-08</td></tr><tr><td><a href=x>"
            + "古渡镇2018年政府信息公开工作年度报告</a></td><td>2019-01-08</td></tr></table>",
        "<p>友情链接：<a href=x>古渡镇人民政府</a></p>", "<p><a href=x>古渡镇人民政府</a> | <a href=y>石桥乡人民政府</a></p>",
        "<p>猜你喜欢</p><p>古渡镇2019年政府信息公开工作年度报告</p>",
    ]

    @Test(arguments: links)
    func linkTellsNeitherTownshipNorYear(link: String) throws {
        #expect(who(identity(try page("", link))) == "-/-/-")
        #expect(who(identity(try page("<h1>2022年政府信息公开工作年度报告</h1>", link))) == "-/-/2022")
        #expect(who(identity(try page(link, ""))) == "-/-/-")
    }

    /// What the page itself says goes before, and is not doubted for the link's sake.
    @Test(arguments: links)
    func reportsOwnWordsGoBeforeALink(link: String) throws {
        let trail = "<div>当前位置：<a href=/>首页</a> > 政府信息公开 > 乡镇 > <a href=z>柳溪镇</a> > 年报</div>"
        let title = "青禾县柳溪镇2022年政府信息公开工作年度报告"
        let period = "<p>本报告数据的统计期限自2022年1月1日起至2022年12月31日止。</p>"
        for (document, path) in [
            (try page("<h1>\(title)</h1>", link), "a.html"), (try page(link + "<h1>\(title)</h1>", ""), "a.html"),
            (try page("<h1><a href=#>\(title)</a></h1>", link), "a.html"),
            (try page("<p><a href=#>\(title)</a></p>", link, title: title + "-青禾县人民政府"), "a.html"),
            (try page(trail + period, link), "a.html"), (try page(period, link), "柳溪镇.html"),
            (try page(period, "<p>柳溪镇人民政府</p><p>2023年1月8日</p>" + link), "a.html"),
            (try page(period + "<p>本报告由<a href=z>柳溪镇人民政府</a>编制。</p>", link), "a.html"),
        ] {
            let found = identity(document, path: path)
            #expect(found.township == "柳溪镇" && found.year == 2022)
            #expect(!found.doubts.contains { [.bodiesDisagree, .yearsDisagree].contains($0.kind) })
        }
    }

    @Test(arguments: [
        "\n古渡镇2019年政府信息公开工作年度报告", "上一篇：古渡镇2019年政府信息公开工作年度报告", "上一篇\n古渡镇2019年政府信息公开工作年度报告", "友情链接\n石桥乡人民政府\n古渡镇人民政府",
        "相关阅读\n古渡镇2019年政府信息公开工作年度报告\n古渡镇2018年政府信息公开工作年度报告",
    ])
    func linesLeftBelowACopiedText(lines: String) {
        let text = "一、总体情况\n我镇认真贯彻条例。\n六、其他需要报告的事项\n无。\n"
        #expect(who(identity(Document(lines: text + lines))) == "-/-/-")
        #expect(identity(Document(lines: text + "柳溪镇人民政府\n" + lines)).township == "柳溪镇")
        #expect(identity(Document(lines: text + lines), path: "2022/柳溪镇.txt").doubts.map(\.kind) == [.countyUnknown])
    }

    /// Above it, there may be a list of contents.
    @Test func titleBelowAListOfContents() {
        let contents = "目录\n一、总体情况 1\n二、主动公开政府信息情况 2\n"
        let text = contents + "青禾县柳溪镇2022年政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。"
        #expect(who(identity(Document(lines: text))) == "青禾县/柳溪镇/2022")
    }

    /// A page's heading without a name, and the name that browsers show of the page.
    @Test func nameOfThePage() throws {
        let name = "青禾县柳溪镇2022年政府信息公开工作年度报告"
        let document = try page("<h1>2022年政府信息公开工作年度报告</h1>", Self.links[0], title: name)
        #expect(who(identity(document)) == "青禾县/柳溪镇/2022")
    }

    /// A file that lies in the folder of another county, township or year.
    @Test(arguments: [
        ("湟中区/2022/柳溪镇.html", "青禾县柳溪镇2022年政府信息公开工作年度报告", ["湟中区"]), ("青溪县/石桥乡/年报.html", "柳溪镇2022年政府信息公开工作年度报告", ["石桥乡"]),
        ("2022年/青禾县/柳溪镇2021.html", "", ["2022"]), ("2023年收集/柳溪镇2022.html", "青禾县柳溪镇2022年政府信息公开工作年度报告", []),
        ("青禾区/乡镇年报/柳溪镇.html", "青禾县柳溪镇2022年政府信息公开工作年度报告", []), ("城区/园区/柳溪镇.html", "青禾县柳溪镇2022年政府信息公开工作年度报告", []),
    ])
    func folderThatTheDocumentContradicts(path: String, title: String, found: [String]) throws {
        let doubts = identity(try page("<h1>\(title)</h1>", ""), path: path).doubts
        #expect(doubts.filter { $0.kind != .countyUnknown }.map(\.found) == found)
    }

    /// What a site has above a page is nothing that the report says.
    @Test(arguments: ["今日要闻12条", "领导信箱（未读5封）", "12345热线受理256件", "主动公开政府信息1200条"])
    func numbersOfTheSiteAreNoFigures(line: String) throws {
        let told = "<p>12345热线受理147件。</p>"
        for title in ["柳溪镇2022年政府信息公开工作年度报告", "柳溪镇人民政府<br>2022年政府信息公开工作年度报告"] {
            let document = try page("<div>\(line)</div><h1>\(title)</h1>" + told, "")
            let report = try Shared.reports().read(document, path: "a.html")
            #expect(report.narrativeCount == 1)
            #expect(report.quantities.count == 1)
        }
    }

    /// A heading without a name right below the links of a site's menu.
    @Test func linkAboveAHeadingIsNoTownship() throws {
        let menu = "<ul><li><a href=b>白马乡人民政府</a></li><li><a href=c>石桥乡人民政府</a></li></ul>"
        let heading = menu + "<h1>2022年政府信息公开工作年度报告</h1>"
        let title = "青禾县柳溪镇2022年政府信息公开工作年度报告-青禾县人民政府门户网站"
        for (document, path) in [
            (try page(heading, "", title: title), "a.html"), (try page(heading, "<p>柳溪镇人民政府</p>"), "a.html"),
            (try page(heading, ""), "柳溪镇.html"),
        ] {
            let found = identity(document, path: path)
            #expect(found.township == "柳溪镇" && !found.doubts.contains { $0.kind == .bodiesDisagree })
        }
        #expect(who(identity(try page(heading, ""))) == "-/-/2022")
        let text = "一、总体情况\n" + String(repeating: "我镇贯彻条例。\n", count: 14)
        let lines = "白马乡人民政府\n石桥乡人民政府\n2022年政府信息公开工作年度报告\n" + text
        #expect(who(identity(Document(lines: lines))) == "-/-/2022")
        let own = "<div><a href=/>柳溪镇人民政府</a></div><h1>2022年政府信息公开工作年度报告</h1>"
        #expect(who(identity(try page(own, ""))) == "-/柳溪镇/2022")
    }

    /// A page without another title has its own there, where nothing else on it says another.
    @Test(arguments: [
        "<div><a href=t.html>T</a></div>", "<h3><a href='javascript:void(0)'>T</a></h3>", "<p>相关链接</p><h2>T</h2>",
        "<table><tr><td>名称</td><td><a href=x>T</a></td></tr></table>", "<p>上一篇</p><p>下一篇</p><h2>T</h2>",
        "<p>历年年报</p><h2>T</h2>",
    ])
    func onlyTitleIsThePagesOwn(above: String) throws {
        let above = above.replacing("T", with: "青禾县柳溪镇2022年政府信息公开工作年度报告")
        let text = "<p>柳溪镇全年受理12345热线147件。</p>"
        for title in ["", "信息公开", "青禾县柳溪镇2022年政府信息公开工作..."] {
            #expect(who(identity(try page(above, text, title: title))) == "青禾县/柳溪镇/2022")
        }
        #expect(identity(try page(above, "<p>石桥乡人民政府</p>")).township == "石桥乡")
        #expect(identity(try page(above, ""), path: "石桥乡.html").township == "石桥乡")
        let period = "<p>本报告数据的统计期限自2023年1月1日起至2023年12月31日止。</p>"
        #expect(identity(try page(above, period)).year == 2023)
    }

    /// Titles of older reports below a text without numbered chapters.
    @Test func titlesBelowATextWithoutChapters() throws {
        let page =
            "<h1>柳溪镇2022年政府信息公开工作年度报告</h1><h3>总体情况</h3><p>12345热线受理147件。</p><p>往期回顾</p>"
            + "<p>柳溪镇2021年政府信息公开工作年度报告</p><p>柳溪镇2020年政府信息公开工作年度报告</p>"
        let document = try DocumentReader.read(Array("<html><body>\(page)</body></html>".utf8), name: "a.html")
        let report = try Shared.reports().read(document, path: "a.html")
        #expect(report.year == 2022)
        #expect(report.narrativeCount == 1)
    }

    /// What a township was before, and whose it is, make no second one.
    @Test(arguments: [
        ("青禾县柳溪镇（原柳溪乡、石桥乡）", []), ("柳溪镇、县柳溪镇人民政府", []), ("青禾县（柳溪镇、石桥乡）", ["柳溪镇", "石桥乡"]),
        ("青禾县柳溪镇与石桥乡人民政府联合", ["柳溪镇", "石桥乡"]),
    ])
    func townshipsOfATitle(name: String, joint: [String]) {
        let text = name + "2022年政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。"
        #expect(identity(Document(lines: text)).joint == joint)
    }

    /// Folders called by where files lie and who sent them, and by the years in which they came in.
    @Test(arguments: [
        "工作区/柳溪镇.html", "已审县/柳溪镇.html", "待审区/柳溪镇.html", "备份区/下载区/暂存区/柳溪镇.html", "县直及乡镇/柳溪镇.html",
        "来自石桥乡/柳溪镇.html", "石桥乡等报送/柳溪镇.html", "老城镇和街道/柳溪镇.html", "2023年收集/2022年/柳溪镇.html",
        "2024/2022/柳溪镇.html",
    ])
    func folderThatNamesNobody(path: String) throws {
        for title in path.contains("202") ? [""] : ["青禾县柳溪镇2022年政府信息公开工作年度报告"] {
            let found = identity(try page("<h1>\(title)</h1>", ""), path: path)
            #expect(found.township == "柳溪镇" && found.year == 2022)
            #expect(!found.doubts.contains { $0.kind != .countyUnknown })
        }
    }

    @Test func linksAreKnownByTheirPlaces() throws {
        let document = try DocumentReader.read(
            Array("<p>见 <a href=x> 古渡镇<i>政府</i>网站 </a> 。</p><p><a href=y>首页</a></p>".utf8), name: "a.html")
        #expect(String(decoding: document.text, as: UTF8.self) == "见 古渡镇政府网站 。\n首页\n")
        #expect(document.links.map { String(decoding: document.text[$0], as: UTF8.self) } == ["古渡镇政府网站"])
    }
}
