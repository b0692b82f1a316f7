import Testing

@testable import Catalogue

@Suite struct WordPatternTests {
    @Test func bracesAreAlternatives() {
        #expect(WordPattern("热线").words == ["热线"])
        #expect(
            WordPattern("{县,区}{热线,平台}").words == ["县热线", "县平台", "区热线", "区平台"])
        #expect(WordPattern("{,我}镇{里,}").words == ["镇里", "镇", "我镇里", "我镇"])
    }

    @Test(arguments: ["{县,区热线", "县,区}热线", "{县}热线", "{}热线", "{县,{区,市}}热线", "{县，区}热线"])
    func whatIsNoAlternativeIsNoWord(text: String) {
        #expect(WordPattern(text).words == nil)
    }

    @Test func moreThanOneWouldWriteAreRefused() {
        #expect(WordPattern(String(repeating: "{a,b}", count: 9)).words?.count == 512)
        #expect(WordPattern(String(repeating: "{a,b}", count: 100)).words == nil)
    }

    @Test func aWordThatIsNoneIsNamedWithTheLineOfItsList() throws {
        let value = try YAMLValue(parsing: "- 热线\n- '{县}热线'\n", file: "f.yaml")
        #expect(
            throws: CatalogueError.braces(file: "f.yaml", line: 1, text: "{县}热线", most: WordPattern.most)
        ) { try value.words() }
    }
}
