import Documents
import Support
import Testing

@testable import Reports

/// A table of contents above the text: its numbers are pages, and no figures.
@Suite struct ContentsListTests {
    private let headings: Headings

    init() throws { headings = try Shared.headings() }

    private let title = "青禾县松溪镇2022年政府信息公开工作年度报告"
    private let body = "一、总体情况\n2022年主动公开政府信息412条，收到政府信息公开申请9件，答复9件。\n二、主动公开政府信息情况\n行政许可\t7"

    private func told(_ text: String, name: String = "a.txt") throws -> [String: Int64] {
        let document = try DocumentReader.read(Array(text.utf8), name: name)
        let report = try Shared.reports().read(document, path: name)
        #expect(report.township == "松溪镇" && report.year == 2022)
        #expect(!report.doubts.map(\.kind).contains(.narrativeDisagrees), "\(report.doubts)")
        #expect(!report.doubts.map(\.kind).contains(.unknownLabel), "\(report.doubts)")
        let indicators = try LoadedCatalogue.codebook().indicators
        return report.figures.reduce(into: [:]) { figures, figure in
            let code = indicators[figure.indicator].code
            if code.hasPrefix("disclosed.") || code.hasPrefix("narrated_") {
                figures[code] = figure.reading.amount?.value
            }
        }
    }

    private let true412: [String: Int64] = [
        "disclosed.total": 412, "narrated_requests.received": 9, "narrated_requests.replied": 9,
    ]

    private static let headings = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、其他需要报告的事项"]
    private static let pages = ["1", "12", "25", "31"]

    private static func list(_ filling: String, _ end: String = "") -> String {
        zip(headings, pages).map { "\($0)\(filling)\($1)\(end)" }.joined(separator: "\n")
    }

    @Test(
        arguments: [
            list("………………"), list("......................"), list(" . . . . . . "), list(""), list("\t"), list("  "),
            list("·······"), list("——————"), list("……第", "页"), list("…… - ", " -"), list("（", "）"),
        ], [true, false])
    func pagesAreNoFigures(list: String, isTitled: Bool) throws {
        let list = (isTitled ? "目  录\n" : "") + list
        #expect(try told("\(title)\n\(list)\n\(title)\n\(body)") == true412)
        #expect(try told("\(title)\n\(list)\n\(body)") == true412)
        #expect(try told("\(list)\n\(title)\n\(body)") == true412)
    }

    @Test func headingsWithinChaptersAreNoFigures() throws {
        let list = "目录\n（一）主动公开政府信息\t3\n（二）收到政府信息公开申请\t12\n（三）行政复议\t25\n（四）规范性文件\t8\n（五）12345热线办理\t9"
        #expect(try told("\(title)\n\(list)\n\(title)\n\(body)") == true412)
        let broken = "目录\n（一）主动公开政府信息\n和政务公开\t3\n（二）收到政府信息公开申请\t12"
        #expect(try told("\(title)\n\(broken)\n\(title)\n\(body)") == true412)
    }

    @Test func listInATableIsNoTable() throws {
        let rows = zip(Self.headings, Self.pages).map { "<tr><td>\($0)</td><td>\($1)</td></tr>" }.joined()
        let text = body.split(separator: "\n").prefix(2).map { "<p>\($0)</p>" }.joined()
        let page = "<h1>\(title)</h1><p>目录</p><table>\(rows)<tr><td>（一）收到政府信息公开申请</td><td>40</td></tr></table>\(text)"
        #expect(try told(page, name: "a.html") == true412)
    }

    /// A heading in a cell, with the number of its lines or its page beside it.
    @Test func headingInACellTellsNothing() throws {
        let rows = "项目,数\n主动公开政府信息情况,12\n收到和处理政府信息公开申请情况,25\n"
        #expect(try told("\(title),\n\(rows)2022年主动公开政府信息412条。,", name: "a.csv")["disclosed.total"] == 412)
    }

    /// A heading alone stays where it is, as the group of rows that it may be, and tells nothing.
    @Test func numberBehindASingleHeadingTellsNothing() throws {
        #expect(try told("\(title)\n收到和处理政府信息公开申请情况 25\n\(body)") == true412)
        #expect(try told("\(title)\n附件1 收到政府信息公开申请情况 25\n\(body)") == true412)
        let rows = "一、主动公开情况 1\n（一）主动公开政府信息数 条 312\n其中：主动公开规范性文件数 条 8\n制发规范性文件总数 件 9"
        let document = Document(lines: "政府信息公开情况统计表\n统计指标 单位 统计数\n\(rows)")
        let reading = document.text.withUnsafeBufferPointer { text in
            ContentsList.left(of: document.blocks, text, headings).map(\.count)
        }
        #expect(reading == nil)
    }

    /// What has a unit is told behind dots too, and what follows a list is the text.
    @Test func whatHasAUnitIsAFigure() throws {
        #expect(try told("\(title)\n主动公开政府信息......412条\n收到政府信息公开申请9件，答复9件。") == true412)
        #expect(try told("\(title)\n目录\n\(Self.list("…"))\n\(body)") == true412)
    }

    private func figures(_ text: String, name: String = "a.txt") throws -> [String: Int64] {
        let document = try DocumentReader.read(Array("\(title)\n\(text)\n".utf8), name: name)
        let indicators = try LoadedCatalogue.codebook().indicators
        return try Shared.reports().read(document, path: name).figures.reduce(into: [:]) { figures, figure in
            figures[indicators[figure.indicator].code] = figure.reading.amount?.value
        }
    }

    /// Dots behind a name, and a number, are how figures are written as well.
    @Test func figuresBehindDotsAreTold() throws {
        for dots in ["......", "……", "——"] {
            let text = "一、总体情况\n主动公开政府信息总数\(dots)856\n微信公众号公开信息数\(dots)156"
            #expect(try figures(text) == ["disclosed.total": 856, "disclosed.wechat": 156])
        }
        let rising = "一、总体情况\n（一）微信公众号公开信息情况……15\n（二）政府网站公开信息情况……16\n（三）12345热线受理情况……32"
        #expect(left(rising) == nil)
        #expect(left("（一）微信公众号公开数……156\n（二）政府网站公开数……16\n（三）12345热线受理数……32") == nil)
        #expect(left("一、总体情况……1\n二、主动公开政府信息情况……2\n\(body)") == nil)
    }

    /// The first letters of what is left of a document's lines; nil where nothing was left out.
    private func left(_ text: String) -> [String]? {
        let document = Document(lines: text)
        return document.text.withUnsafeBufferPointer { text in
            ContentsList.left(of: document.blocks, text, headings)?.compactMap { block in
                guard case .paragraph(let range) = block else { return nil }
                return String(Wording(text, range).string.prefix(4))
            }
        }
    }

    /// A row's own name may end as a chapter's does.
    @Test(arguments: ["12345热线受理情况", "12345热线受理事项"])
    func rowsNamedLikeHeadingsAreFigures(name: String) throws {
        let told = try figures("一、总体情况\n\(name) 320\n办理情况 5")
        #expect(told["hotline_12345.received"] == 320)
        for rows in ["项目,数量\n\(name),320\n", "项目,单位,数量\n\(name),件,320\n"] {
            let told = try DocumentReader.read(Array("\(title),,\n一、总体情况,,\n\(rows)".utf8), name: "a.csv")
            let report = try Shared.reports().read(told, path: "a.csv")
            let indicators = try LoadedCatalogue.codebook().indicators
            #expect(report.figures.map { indicators[$0.indicator].code } == ["hotline_12345.received"])
        }
    }

    /// Below a title, only entries belong to the list.
    @Test func listEndsAtTheFirstLineThatIsNone() {
        #expect(left("目录\n一、总体情况 1\n二、存在问题 2\n网站公开 156\n公众号公开 210") == ["目录", "网站公开", "公众号公"])
        #expect(left("目录\n一、总体情况\n\n一、总体情况\n12345热线受理情况 32\n网站公开情况 36") == nil)
        #expect(left("一、总体情况\n目录\n政府网站公开 15\n微信公众号公开 16") == nil)
        #expect(left("目录\n政府网站公开 156\n微信公众号公开 100") == nil)
    }

    /// As long as a list may be, each of its lines is looked at once.
    @Test func longListsAreQuick() {
        let lines = (0..<10_000).map { "一、第\(Array("甲乙丙丁戊己庚辛壬癸")[$0 % 10])\(String($0, radix: 36))号事项……9" }
        let clock = ContinuousClock()
        let time = clock.measure { #expect(left("目录\n" + lines.joined(separator: "\n")) == ["目录"]) }
        #expect(time < .seconds(10))
    }

    @Test func chaptersAreThoseOfTheText() throws {
        let text = "\(title)\n目录\n\(Self.list("………"))\n\(title)\n\(body)"
        let report = try Shared.reports().read(Document(lines: text), path: "a.txt")
        #expect(report.sections.map(\.heading) == ["一、总体情况", "二、主动公开政府信息情况"])
    }
}
