import Testing

@testable import Catalogue

@Suite struct YAMLValueTests {
    @Test func unknownKeyIsRefusedWithLineAndChoices() throws {
        let value = try YAMLValue(parsing: "a: 1\nzap: 2\n", file: "f.yaml")
        #expect(throws: CatalogueError.unknownKey(file: "f.yaml", line: 2, key: "zap", allowed: ["a", "b"])) {
            try value.mapping(allowing: ["a", "b"])
        }
    }

    @Test func brokenSyntaxIsRefusedWithLine() {
        do {
            _ = try YAMLValue(parsing: "a: [1\nb: 2\n", file: "f.yaml")
            Issue.record("accepted")
        } catch {
            guard case .malformed("f.yaml", let line, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(line == 2)
        }
    }
}
