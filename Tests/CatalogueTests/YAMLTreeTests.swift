import CompactYAML
import Testing
import Yams

@Suite struct YAMLTreeTests {
    /// Every value of a tree, told by another way than the one that reads it.
    private static func isSame(_ node: YAMLNode, _ other: Node) -> Bool {
        guard node.line == other.mark?.line else { return false }
        switch other {
        case .scalar(let scalar): return node.scalar == scalar.string
        case .sequence(let sequence):
            guard let values = node.sequence.map(Array.init), values.count == sequence.count else { return false }
            return zip(values, sequence).allSatisfy { isSame($0, $1) }
        case .mapping(let mapping):
            let others = mapping.flatMap { [$0.key, $0.value] }
            guard let values = node.mapping.map(Array.init), values.count == others.count else { return false }
            return zip(values, others).allSatisfy { isSame($0, $1) }
        case .alias: return false
        }
    }

    @Test(arguments: [
        "a: [1]", "a:\n- {b: 乡镇, c: ''}\n- []\n- {}\nd: |\n  两行\n  \"文字\"\\\n", "- - - 一", "x", "[s1 1 a, m, '12 ']",
        "one: &one {a: 1}\ntwo: *one",
    ])
    func holdsWhatTheDocumentSays(text: String) throws {
        let node = try #require(try Yams.compose(yaml: text))
        #expect(Self.isSame(try YAMLTree(parsing: text).root, node))
    }

    @Test func isWrittenAsDocumented() throws {
        let tree = try YAMLTree(parsing: "a: [1]")
        #expect(tree.text == "m1 17 s1 1 al1 6 s1 1 1")
        #expect(YAMLTree(written: "m1 17 s1 1 al1 6 s1 1 1") == tree)
    }

    @Test func emptyDocumentIsRefused() {
        #expect(throws: YAMLTreeError.empty) { try YAMLTree(parsing: "# nothing") }
    }

    /// Ten lines that stand for ten thousand million values.
    @Test func aliasesForMoreThanTheDocumentAreRefused() {
        let lines = (1...10).map { depth in
            "a\(depth): &a\(depth) [\(Array(repeating: "*a\(depth - 1)", count: 10).joined(separator: ","))]"
        }
        let text = "a0: &a0 [x]\n" + lines.joined(separator: "\n")
        #expect(throws: YAMLTreeError.self) { try YAMLTree(parsing: text) }
    }
}
