/// Whether anything in the parts of a Word file may be ink that its ground hides, told by their bytes: in nearly none
/// there is, and elements that only say how things look need not be kept then.
///
/// A ground may lie in one part and the ink upon it in another, so that each is held against all.
enum WordInkSearch {
    static func mayMatter(in parts: [[UInt8]]) -> Bool {
        if parts.contains(where: { part in marks.contains { part.offset(of: $0) != nil } }) { return true }
        let inks = colours(of: [Tag("w:color ", "w:val=\""), Tag("w14:srgbClr ", "w14:val=\"")], in: parts)
        guard !inks.isEmpty else { return false }
        let grounds = colours(of: [Tag("w:shd ", "w:fill=\""), Tag("w:shd ", "w:color=\"")], in: parts) + [.white]
        // Nobody paints so; holding each against all would take long.
        guard inks.count * grounds.count < 10_000 else { return true }
        return inks.contains { ink in grounds.contains { ink.isUnseen(on: $0) } }
    }

    /// What may hide text whatever its colour, patterns under it included.
    private static let marks = [
        "w:themeColor=\"b", "w:themeColor=\"l", "w:highlight ", "w:sz w:val=\"1\"", "w:sz w:val=\"2\"",
        "w:w w:val=\"1\"", "noFill/>", "w14:alpha ", "dings\"", "Clr w14:val=\"bg1\"", "Clr w14:val=\"lt1\"",
        "w:shd w:val=\"pct", "w:shd w:val=\"h", "w:shd w:val=\"v", "w:shd w:val=\"t", "w:shd w:val=\"d",
        "w:shd w:val=\"r",
    ].map { Array($0.utf8) }

    /// An attribute of an element that holds a colour.
    private struct Tag {
        let element: [UInt8]
        let attribute: [UInt8]

        init(_ element: String, _ attribute: String) {
            (self.element, self.attribute) = (Array(element.utf8), Array(attribute.utf8))
        }
    }

    private static func colours(of tags: [Tag], in parts: [[UInt8]]) -> [InkColour] {
        var written: Set<ArraySlice<UInt8>> = []
        for part in parts {
            for tag in tags {
                var next = 0
                while let start = part.offset(of: tag.element, in: next..<part.count) {
                    next = start + tag.element.count
                    let end = part[next...].firstIndex(of: UInt8(ascii: ">")) ?? part.count
                    guard let value = part.offset(of: tag.attribute, in: next..<end) else { continue }
                    written.insert(part[(value + tag.attribute.count)...].prefix(6))
                }
            }
        }
        return written.compactMap { InkColour(hex: String(decoding: $0, as: UTF8.self)) }
    }
}
