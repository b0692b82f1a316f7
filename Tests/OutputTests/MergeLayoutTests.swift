import Testing

@testable import Output

@Suite struct MergeLayoutTests {
    @Test func mergesAreCutToTheSheetAndDoNotOverlap() {
        var sheet = Sample.official
        let whole = sheet.rows.indices
        sheet.merges = [
            Merge(rows: 1..<9, columns: 0..<1), Merge(rows: 2..<3, columns: 0..<2), Merge(rows: 0..<1, columns: 3..<4),
            Merge(rows: 7..<9, columns: 0..<2),
        ]
        let layout = MergeLayout(sheet)
        #expect(layout.merges == [Merge(rows: 1..<3, columns: 0..<1)])
        #expect(whole.map { layout.isCovered($0, 0) } == [false, false, true])
        #expect(layout.merge(at: 1, 0) == Merge(rows: 1..<3, columns: 0..<1))
        #expect(layout.merge(at: 2, 0) == nil)
    }
}
