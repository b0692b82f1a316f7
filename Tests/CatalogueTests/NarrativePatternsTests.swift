import Foundation
import Testing

@testable import Catalogue

@Suite struct NarrativePatternsTests {
    private func parse(_ text: String) throws(CatalogueError) -> NarrativePatterns {
        try NarrativePatterns.parse(files: [(name: "f.yaml", text: text)], units: ["trees.count": .things])
    }

    private func pattern(_ lines: String...) -> String {
        "patterns:\n  - name: trees\n" + lines.map { "    \($0)\n" }.joined()
    }

    @Test func aPatternIsRead() throws {
        let patterns = try parse(
            "words:\n  树: [树, 苗]\n"
                + pattern(
                    "of: trees", "trigger: [<树>, 林]", "scope: sentence", "allow: part", "shapes: ['种<树>…{count}']"))
        let pattern = try #require(patterns.patterns.first)
        #expect(pattern.trigger == [.list("树"), .word("林")])
        #expect(pattern.scope == .sentence)
        #expect(pattern.allow == [.part])
        #expect(pattern.codes == ["trees.count"])
        #expect(
            pattern.shapes.first?.parts == [
                .literal("种"), .words("树"), .gap(wide: false), .slot(.number(["trees.count"])),
            ])
    }

    @Test func mistakesAreRefusedWithTheirLine() {
        expect(.unknownKey(file: "f.yaml", line: 3, key: "zap", allowed: []), pattern("zap: 1"))
        expect(.missingKey(file: "f.yaml", line: 2, key: "trigger"), pattern("shapes: ['种{trees.count}']"))
        expect(.missingKey(file: "f.yaml", line: 2, key: "shapes"), pattern("trigger: 树"))
        expect(
            .unknownValue(file: "f.yaml", line: 3, key: "树", value: "树", allowed: []),
            pattern("trigger: <树>", "shapes: ['种{trees.count}']"))
        expect(
            .unknownValue(file: "f.yaml", line: 4, key: "shapes", value: "trees.size", allowed: []),
            pattern("trigger: 树", "shapes: ['种{trees.size}']"))
        expect(
            .missingKey(file: "f.yaml", line: 2, key: "parts"),
            pattern("trigger: 树", "combine: sum", "shapes: ['种{trees.count}']"))
        expect(
            .unknownValue(file: "f.yaml", line: 4, key: "scope", value: "page", allowed: []),
            pattern("trigger: 树", "scope: page", "shapes: ['种{trees.count}']"))
        expect(
            .duplicate(file: "f.yaml", line: 5, name: "trees"),
            pattern("trigger: 树", "shapes: ['种{trees.count}']") + "  - name: trees\n    trigger: 树\n"
                + "    shapes: ['种{trees.count}']\n")
        expect(
            .unknownValue(file: "f.yaml", line: 4, key: "units", value: "鼬", allowed: []),
            pattern("trigger: 树", "units: [鼬]", "shapes: ['种{trees.count}']"))
    }

    /// A shape of gaps and numbers alone would take every number there is.
    @Test(arguments: ["'{trees.count}'", "'[{trees.count}]…{trees.count}'", "'[种]?{trees.count}'", "'…{trees.count}'"])
    func aShapeThatMatchesEverythingIsRefused(_ shape: String) {
        #expect(throws: CatalogueError.self) { try parse(pattern("trigger: 树", "shapes: [\(shape)]")) }
    }

    @Test(arguments: ["种{trees.count", "种<树", "种[大|小{trees.count}", "种}", "种{a=b=c}", "种{}"])
    func brokenNotationIsRefused(_ shape: String) {
        #expect(throws: CatalogueError.self) { try parse(pattern("trigger: 树", "shapes: ['\(shape)']")) }
    }

    /// Compares all but the list of what is allowed.
    private func expect(_ expected: CatalogueError, _ text: String) {
        do {
            _ = try parse(text)
            Issue.record("accepted: \(text)")
        } catch {
            #expect(essence(error) == essence(expected))
        }
    }

    private func essence(_ error: CatalogueError) -> CatalogueError {
        switch error {
        case .unknownKey(let file, let line, let key, _): .unknownKey(file: file, line: line, key: key, allowed: [])
        case .unknownValue(let file, let line, let key, let value, _):
            .unknownValue(file: file, line: line, key: key, value: value, allowed: [])
        default: error
        }
    }
}
