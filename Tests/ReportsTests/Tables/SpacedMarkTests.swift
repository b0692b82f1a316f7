import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Marks of what does not apply, in texts whose cells are parted by spaces alone.
@Suite struct SpacedMarkTests {
    @Test(arguments: ["/", "—", "-", "／", "--"], ["2019", "2021"])
    func rowsOfMarksAloneHaveTheirCells(mark: String, edition: String) throws {
        let codebook = try LoadedCatalogue.codebook()
        let form = try #require(codebook.form(edition))
        let text = PrintedForm(form) { _ in mark }.text(.spaces)
        let inspection = TableInspection(Document(lines: text), codebook, try Shared.tables())
        let states = Dictionary(grouping: form.codes, by: inspection.state).mapValues(\.count)
        #expect(states == ["none": form.codes.count])
    }

    /// What ends in such a mark as a whole is no label with a cell.
    @Test func labelsKeepTheirOwnMarks() throws {
        let codebook = try LoadedCatalogue.codebook()
        let text = "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容  本年处理决定数量\n行政处罚/\n8\n行政强制  —\n"
        let inspection = TableInspection(Document(lines: text), codebook, try Shared.tables())
        #expect(inspection.cells("", ["penalties.decisions", "compulsion.decisions"]) == "8 none")
    }
}
