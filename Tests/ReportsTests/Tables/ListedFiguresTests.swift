import Catalogue
import Support
import Testing

@testable import Documents
@testable import Reports

@Suite struct ListedFiguresTests {
    private let codebook: Codebook
    private let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private func inspect(_ text: String) throws -> TableInspection {
        TableInspection(try DocumentReader.read(Array(text.utf8), name: "a.txt"), codebook, reader)
    }

    private static let list = """
        政府信息公开情况统计表
        一、主动公开情况
        （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）：831条
        其中：主动公开规范性文件数：12条
        制发规范性文件总数:13件
        （二）通过不同渠道和方式公开政府信息的情况
        1．政府公报公开政府信息数：14条
        2．政府网站公开政府信息数：515条
        3．政务微博公开政府信息数：0条
        4．政务微信公开政府信息数：217条
        5．其他方式公开政府信息数：/
        二、回应解读情况
        3．政策解读稿件发布数：23篇
        """

    @Test func linesOfAFormWithAColonAreItsRows() throws {
        let inspection = try inspect(Self.list)
        let read = ["information.disclosed", "information.normative_disclosed", "normative_documents.created"]
        #expect(read.map(inspection.state) == ["831", "12", "13"])
        let channels = ["gazette", "website", "weibo", "wechat", "other"].map { "channels.\($0)" }
        #expect(channels.map(inspection.state) == ["14", "515", "0", "217", "none"])
        #expect(inspection.state("responses.interpretations") == "23" && inspection.labelDoubts == [])
    }

    /// A few such lines are sentences of a report.
    @Test func aFewLinesAreNoForm() throws {
        let few = Self.list.split(separator: "\n").prefix(8).joined(separator: "\n")
        #expect(try inspect(few).reading.cellsRead == 0)
        let other = try inspect("二、主动公开政府信息情况\n行政许可：3件\n行政处罚：2件\n行政强制：0件")
        #expect(other.state("licensing.decisions") == "absent")
    }
}
