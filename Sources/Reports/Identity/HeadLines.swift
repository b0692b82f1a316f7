/// The lines of a transcript that are not empty, from its beginning: what a page or a letter has above its text stands
/// there, be it in paragraphs or in rows of a table.
struct HeadLines: Sequence, IteratorProtocol {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func next() -> Range<Int>? {
        while position < text.count {
            let start = position
            while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
            let end = position
            position += 1
            // Longer lines are no titles; of a sentence, the beginning tells.
            if !text.isBlank(start..<end) { return start..<Swift.min(end, start + Self.longest) }
        }
        return nil
    }

    private static let longest = 1200

    /// The township on a page's path through its site: 当前位置：首页 > 政府信息公开 > 柳溪镇 > 年报.
    static func trail(in lines: [Wording], _ headings: Headings) -> PlaceName? {
        for line in lines where headings.isTrail(line) {
            let parts = line.scalars.split { !ScalarClass.isWordPart($0) }.reversed()
            let places = parts.lazy.compactMap { PlaceName(body: Wording($0)) }
            if let own = places.first(where: { BodyKind.of(Wording($0.township)).map(BodyKind.isLoose) == false }) {
                return own
            }
        }
        return nil
    }

    /// The lines as they are read.
    var wordings: some Sequence<Wording> { lazy.map { [text] in Wording(text, $0, keepingSpaces: true) } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there is nothing but space in a range of UTF-8, be it of no width or as wide as a Chinese character.
    func isBlank(_ range: Range<Int>) -> Bool {
        var rest = Scalars(self, range)
        while let scalar = rest.next() {
            guard scalar < 0x20 || ScalarClass.isSpace(scalar) else { return false }
        }
        return true
    }
}
