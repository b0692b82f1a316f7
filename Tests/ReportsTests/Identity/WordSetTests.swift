import Testing

@testable import Reports

@Suite struct WordSetTests {
    private static let words = ["政府", "政府网", "府网", "在", "的", "公开"]
    private static let set = WordSet(words.map { Wording($0) })

    @Test(arguments: ["", "在", "县政府网站", "公公开开", "我的政府在县", "府", "政"])
    func findsWhatEachWordFindsAlone(text: String) {
        let text = Wording(text)
        var found: Set<Range<Int>> = []
        Self.set.places(in: text) { place in
            found.insert(place)
            return true
        }
        let expected = Self.words.map { Wording($0) }.flatMap { word in
            text.scalars.indices.filter { text.has(word, at: $0) }.map { $0..<$0 + word.count }
        }
        #expect(found == Set(expected))
        #expect(Self.set.isIn(text) == !expected.isEmpty)
    }

    @Test func endsWhereNoMoreIsWanted() {
        var count = 0
        let isWhole = Self.set.places(in: Wording("在县政府的网站")) { _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
        #expect(!isWhole)
    }
}
