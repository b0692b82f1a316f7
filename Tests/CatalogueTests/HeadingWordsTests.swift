import Testing

@testable import Catalogue

/// The words that tell how reports are headed, titled and named.
@Suite struct HeadingWordsTests {
    /// Each list of the file, by its group and its own name.
    private static func lists() throws -> [(name: String, words: [String])] {
        try DataFiles.headings.parsed().entries().flatMap { group, lists in
            let name = try group.string()
            return try lists.entries().map { ("\(name).\(try $0.key.string())", try $0.value.words()) }
        }
    }

    /// A text has every empty word, begins and ends with it.
    @Test func noListHasAWordTwiceOrAnEmptyOne() throws {
        let lists = try Self.lists()
        #expect(lists.count > 50)
        for (name, words) in lists {
            #expect(!words.isEmpty && !words.contains(""), "\(name)")
            #expect(Set(words).count == words.count, "\(name)")
        }
    }

    @Test func misspeltListIsRefused() throws {
        let value = try YAMLValue(parsing: "{subjects: [年报], until: [截至], part: [上半年]}", file: "f.yaml")
        #expect(
            throws: CatalogueError.unknownKey(
                file: "f.yaml", line: 1, key: "part", allowed: ["subjects", "until", "parts"])
        ) {
            try PeriodWords(value)
        }
    }

    @Test func listThatIsNotThereIsNamed() throws {
        let value = try YAMLValue(parsing: "{subjects: [年报], until: [截至]}", file: "f.yaml")
        #expect(throws: CatalogueError.missingKey(file: "f.yaml", line: 1, key: "parts")) { try PeriodWords(value) }
    }
}
