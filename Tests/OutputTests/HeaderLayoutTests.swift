import Testing
import Values

@testable import Output

@Suite struct HeaderLayoutTests {
    private let columns = (0..<5).map { Column("\($0)", Sample.none) }

    @Test func groupsInsideGroupsStandBelowThem() {
        let sheet = Sheet(
            columns: columns,
            groups: [
                ColumnGroup(Phrase(zh: "丙", en: "c"), over: 2..<3), ColumnGroup(Phrase(zh: "甲", en: "a"), over: 0..<1),
                ColumnGroup(Phrase(zh: "乙", en: "b"), over: 1..<4),
            ])
        let layout = HeaderLayout(sheet)
        #expect(layout.levels.map { $0.map(\.title.en) } == [["a", "b"], ["c"]])
        #expect(layout.titleLevels == [1, 1, 2, 1, 0])
    }

    @Test func overlappingAndOversizedGroupsNeverShareACell() {
        let sheet = Sheet(
            columns: columns,
            groups: [
                ColumnGroup(Sample.none, over: 0..<3), ColumnGroup(Sample.none, over: 2..<9),
                ColumnGroup(Sample.none, over: 7..<9),
            ])
        let layout = HeaderLayout(sheet)
        #expect(layout.levels.map { $0.map(\.columns) } == [[0..<3], [2..<5]])
        #expect(layout.titleLevels == [1, 1, 2, 2, 2])
    }
}
