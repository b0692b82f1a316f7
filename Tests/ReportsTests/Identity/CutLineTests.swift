import Documents
import Testing
import Values

@testable import Reports

/// Texts whose lines a page's width has cut, within names and numbers as well: whose they are and when is told by what
/// was cut.
@Suite struct CutLineTests {
    private func report(_ text: String) throws -> Report {
        try Shared.reports().read(Document(lines: text), path: "a.txt")
    }

    private static let body = """
        一、概述
        　　我镇认真贯彻落实《条例》和上级要求，坚持公开为常态、不公开为例外，把信息公开工作摆在重要位置，明确分管领导和工作人员，健全制度，规范流程，严格保密审查，切实保障群众的知情权。
        二、主动公开政府信息情况
        　　全年主动公开政府信息177条，其中政策法规类20条，工作动态类157条；通过网站公开100条，通过微信公众号推送77条，群众的知晓率和满意度进一步提高，各项工作取得新的成效。
        三、依申请公开政府信息情况
        　　未收到政府信息公开申请，也没有因信息公开引起的行政复议和行政诉讼，没有收取任何费用，没有减免任何费用，工作人员的培训按照计划完成，公开的场所和设施得到完善。
        """

    /// Each paragraph in lines of so many letters, be they within a word, a name or a number.
    private func wrapped(_ text: String, at width: Int) -> String {
        text.split(separator: "\n").flatMap { line -> [String] in
            guard line.count > width + 8 else { return [String(line)] }
            var rest = line
            var lines: [String] = []
            while !rest.isEmpty {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            return lines
        }.joined(separator: "\n")
    }

    private static let openings: [(text: String, who: String)] = [
        (
            "　　根据《中华人民共和国政府信息公开条例》有关规定，特向社会公布螺湾街道2019年度信息公开年度报告。如有疑问，请与螺湾街道办事处联系（地址：青禾县螺湾街道府前街38号）。",
            "青禾县/螺湾街道/2019"
        ),
        (
            "　　本报告根据《国务院办公厅关于印发〈年度报告格式〉的通知》（国办公开办函〔2021〕30号）等规定，编制青禾县玉溪乡2024年政府信息公开年度报告，统计期限自2024年1月1日起至2024年12月31日。",
            "青禾县/玉溪乡/2024"
        ),
    ]

    @Test(arguments: openings, Array(26...45))
    func namesAndYearsAreWhole(opening: (text: String, who: String), width: Int) throws {
        let report = try report(wrapped(opening.text + "\n" + Self.body, at: width))
        #expect("\(report.county)/\(report.township)/\(report.year)" == opening.who)
        #expect(report.figures.contains { $0.reading.amount?.value == 177 })
        #expect(report.figures.allSatisfy { [177, 20, 157, 100, 77, 0].contains($0.reading.amount?.value) })
    }

    /// What stands in a cut text is told by where it stands in the file.
    @Test func placesAreThoseOfTheFile() throws {
        let opening =
            "　　本报告由概述、主动公开、依申请公开、复议诉讼、存在问题组成，数据统计期限为2020年1月1日到2020年12月31日。"
            + "所列数据真实准确。现公布柳溪镇2019年度信息公开年度报告。"
        let text = wrapped(opening + "\n" + Self.body, at: 30)
        let report = try report(text)
        let doubt = try #require(report.doubts.first { $0.kind == .yearsDisagree })
        let range = try #require(doubt.range)
        let found = String(decoding: Array(text.utf8)[range], as: UTF8.self).filter { !$0.isWhitespace }
        #expect(doubt.found == "2019" && found.hasSuffix("柳溪镇"))
    }

    /// A year that a line's end has cut is no count, in a text of few lines as well.
    @Test(arguments: ["主动公开政府信息，并于201\n9年11月在网站公开信息", "在网站主动公开，201\n9年11月更新", "主动公开政府信息，特向社会公布201\n9年度报告"])
    func aCutYearIsNoCount(sentence: String) throws {
        let report = try report("青禾县柳溪镇2019年政府信息公开工作年度报告\n一、总体情况\n我镇\(sentence)。")
        #expect(report.figures.isEmpty)
        #expect(!report.doubts.contains { $0.kind == .unclearNumber })
    }

    /// Of a few lines, brackets and quotes that are open tell that they were cut.
    @Test(arguments: ["请与镇党政办联系（地址：青\n禾县柳溪镇府前街38号）。", "公开条例》，编制本报告，刊于“青\n禾县柳溪镇”公众号。"])
    func openBracketsTellOfACut(sentence: String) throws {
        let text = "2023年，我镇认真贯彻条例。\n\(sentence)\n一、概述\n我镇主动公开政府信息12条。\n二、依申请公开情况\n未收到政府信息公开申请。"
        let report = try Shared.reports().read(
            Document(lines: text), path: "a.txt", override: IdentityOverride(township: "柳溪镇", year: 2023))
        #expect(report.county == "青禾县")
    }

    /// Lines that are full and end a paragraph, and headings, stay by themselves.
    @Test func whatEndsStaysApart() throws {
        let text = wrapped(Self.openings[0].text + "\n" + Self.body, at: 40)
        for line in ["青禾县石桥乡人民政府", "2020年1月20日"] {
            let report = try report(text + "\n\(line)")
            #expect(report.township == "螺湾街道")
        }
    }
}
