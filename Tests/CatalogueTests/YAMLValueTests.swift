import Testing
import Values

@testable import Catalogue

@Suite struct YAMLValueTests {
    @Test func unknownKeyIsRefusedWithLineAndChoices() throws {
        let value = try YAMLValue(parsing: "a: 1\nzap: 2\n", file: "f.yaml")
        #expect(throws: CatalogueError.unknownKey(file: "f.yaml", line: 2, key: "zap", allowed: ["a", "b"])) {
            try value.mapping(allowing: ["a", "b"])
        }
    }

    @Test func wrongTypeIsToldInBothLanguages() throws {
        let value = try YAMLValue(parsing: "a: 1.5\n", file: "f.yaml").mapping(allowing: ["a"])["a"]
        let error = #expect(throws: CatalogueError.self) { try value?.integer() }
        #expect(error?.explanation == Phrase(zh: "f.yaml 第 1 行应为整数", en: "f.yaml:1 must be an integer"))
        let other = #expect(throws: CatalogueError.self) { try value?.boolean() }
        #expect(other?.explanation == Phrase(zh: "f.yaml 第 1 行应为 true 或 false", en: "f.yaml:1 must be true or false"))
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
