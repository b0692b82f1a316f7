import Support
import Testing

@testable import Documents

/// What the cells of a workbook hold and merged ones lie over.
@Suite struct CoveredCellTests {
    private func document(_ workbook: WorkbookFile) throws -> Document {
        try OpenedFile(workbook.xlsx, name: "a", limits: Limits()).document(limits: Limits())
    }

    /// A figure below its own label, which is merged over it, is not seen; that is told.
    @Test func figuresBelowMergedCellsAreNamed() throws {
        var sheet = WorkbookFile.Sheet("表2", [["项目", "数量"], ["规章", .number("7")], ["办法", "办法"]])
        sheet.merges = [.init(1, 0, columns: 2), .init(2, 0, columns: 2)]
        #expect(try document(WorkbookFile([sheet])).notices == [.hiddenLeftOut(name: "表2!B2", position: 0)])
    }

    /// Hidden columns are told of as a whole.
    @Test func hiddenOnesAreNotNamedTwice() throws {
        var sheet = WorkbookFile.Sheet("表2", [["项目", "9", "数量"], ["规章", "9", .number("7")]])
        sheet.merges = [.init(0, 0, columns: 2)]
        sheet.hiddenColumns = [1]
        #expect(try document(WorkbookFile([sheet])).notices == [.hiddenLeftOut(name: "表2!B:B", position: 0)])
    }

    @Test func ofManyTheFirstAreNamed() throws {
        let rows = (0..<20).map { [WorkbookFile.Value.text("第\($0)行"), .number("\($0)")] }
        var sheet = WorkbookFile.Sheet("表", rows)
        sheet.merges = (0..<20).map { WorkbookFile.Merge($0, 0, columns: 2) }
        let names = try document(WorkbookFile([sheet])).notices.map { "\($0)" }
        #expect(names.count == 9 && names[8].contains("表!…"), "\(names)")
    }
}
