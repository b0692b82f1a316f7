import Documents
import Support
import Testing

@testable import Reports

/// What stands below a report tells nothing of the township's year.
@Suite struct TextEndTests {
    private static let head = """
        <h1>青禾县柳溪镇2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年主动公开政府信息126条。</p>
        <p>六、其他需要报告的事项</p><p>全年受理12345热线工单88件。</p>
        """
    private static let signature = "<p>青禾县柳溪镇人民政府</p><p>2023年1月15日</p>"

    private func report(_ page: String, name: String = "a.html") throws -> Report {
        let document = try DocumentReader.read(Array(page.utf8), name: name)
        return try Shared.reports().read(document, path: name)
    }

    private func figures(_ report: Report) throws -> [String] {
        let indicators = try LoadedCatalogue.codebook().indicators
        return report.figures.map { "\(indicators[$0.indicator].code)=\($0.reading.amount?.value ?? -1)" }.sorted()
    }

    @Test(arguments: [
        "<h4>相关新闻</h4><ul><li><a href='1'>石桥乡主动公开政府信息300条</a></li><li>柳溪镇发放低保金296.53万元</li></ul>",
        "<div>主动公开信息总数：15236条</div><div>收到申请56件</div>",
        "<table><tr><td>政府信息公开数</td><td>15236</td></tr><tr><td>收到申请数</td><td>56</td></tr></table>",
        "<p>附：石桥乡经验材料</p><p>石桥乡全年公开信息800条，发放临时救助金30万元。</p>",
    ])
    func whatIsBelowTheSignatureIsNotTheReports(below: String) throws {
        let own = try report(Self.head + Self.signature)
        let whole = try report(Self.head + Self.signature + below)
        #expect(try figures(own).count == 2)
        #expect(try figures(whole) == figures(own))
        #expect(whole.doubts.contains { $0.kind == .belowSignature })
        #expect(!own.doubts.contains { $0.kind == .belowSignature })
    }

    @Test(arguments: [
        "<h4>相关新闻</h4><p>石桥乡主动公开政府信息300条</p>", "<p>【打印本页】</p><p>发放低保金296.53万元</p>",
        "<p>上一篇：石桥乡</p><p>受理信访300件</p>", "<p>主办：青禾县人民政府</p><p>累计公开信息15236条，收到申请56件</p>",
    ])
    func aSiteEndsAReportThatIsNotSigned(below: String) throws {
        #expect(try figures(report(Self.head + below)) == figures(report(Self.head)))
    }

    /// A day or a label above the last chapter ends nothing.
    @Test func whatStandsAboveALastChapterIsTheReports() throws {
        let early = Self.head.replacing("<p>一、", with: Self.signature + "<p>【打印本页】</p><p>一、")
        #expect(try figures(report(early)) == figures(report(Self.head)))
        let text = "柳溪镇2022年政府信息公开工作年度报告\n柳溪镇人民政府\n2023年1月15日\n全年主动公开政府信息126条。\n收到申请3件。\n"
        #expect(try figures(report(text, name: "a.txt")).count == 2)
        // Sentences that begin like a page's foot, and a day within the text, end nothing.
        for line in ["政府信息公开数量共512条。", "政务服务热线：12345热线受理312件，办结309件。", "2022年5月12日"] {
            let own = Self.head + "<p>\(line)</p><p>收到申请3件。</p><p>举办培训2期。</p><p>办理代表建议6件。</p>"
            #expect(try figures(report(own)).count >= 5, "\(line)")
        }
        let unnamed = text.replacing("柳溪镇人民政府\n2023年1月15日\n", with: "") + "2022年12月1日\n全年受理12345热线工单88件。\n"
        #expect(try figures(report(unnamed, name: "a.txt")).count == 3)
    }
}
