import Testing

@testable import Output

@Suite struct WorksheetNamesTests {
    @Test func namesAreAllowedAndDifferent() {
        var names = WorksheetNames(.chinese)
        let long = String(repeating: "申请", count: 20)
        #expect(names.name(for: "第二十条[第（一）项]: 规章/文件") == "第二十条 第（一）项 规章 文件")
        #expect(names.name(for: "'A'") == "A")
        #expect(names.name(for: "a") == "a (2)")
        #expect(names.name(for: "") == "表")
        #expect(names.name(for: "*") == "表 (2)")
        #expect(names.name(for: long).utf16.count == 31)
        #expect(names.name(for: long).hasSuffix("申请申 (2)"))
        #expect(names.name(for: String(repeating: "😀", count: 20)).utf16.count == 30)
    }
}
