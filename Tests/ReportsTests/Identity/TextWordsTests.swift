import Testing

@testable import Reports

/// Words that are looked for together are found where each would be found alone.
@Suite struct TextWordsTests {
    private static let words: [StaticString] = ["人民政府", "政府信息公开", "信息公开", "1月1日", "公开", "é", "😀"]
    private static let texts = [
        "", "政", "柳溪镇人民政府2020年政府信息公开工作年度报告，自2020年1月1日起。", "公开公开公开", "1月1日1月1日", "x1月1", "é公é开😀公开😀",
        "人民政人民政府", "公", "\u{FEFF}信息公开",
    ]

    @Test(arguments: texts)
    func placesAreThoseOfEachWord(text: String) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            for limit in [0, 1, 60] {
                let places = TextWords(Self.words).places(in: bytes, limit: limit)
                for (word, found) in zip(Self.words, places) {
                    #expect(found == ByteSearch.all(word, in: bytes, limit: limit))
                }
            }
        }
    }
}
