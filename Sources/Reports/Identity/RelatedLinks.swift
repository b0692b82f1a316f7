import Documents

/// What a page, or a text copied from one, has of other reports and bodies: links, what stands behind 上一篇, titles below
/// the report's own text. They say nothing of whose this report is.
struct RelatedLinks {
    let headings: Headings
    private let text: UnsafeBufferPointer<UInt8>
    private let links: [Range<Int>]
    /// What the page calls itself.
    private let page: Wording
    /// The last line that begins with 一、, since a list of contents above the text has one, too; the text's end where
    /// there is none. Plain titles behind it are taken for those of others.
    let textStart: Int
    let hasChapters: Bool

    init(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ headings: Headings) {
        self.headings = headings
        self.text = text
        links = document.links
        page = Wording(document.title ?? "")
        let chapters = Self.chapters(of: text)
        hasChapters = !chapters.isEmpty
        textStart = chapters.last ?? text.count
    }

    /// Where lines begin with 一、, besides numbered rows of tables.
    private static func chapters(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
        ByteSearch.all("一、", in: text, limit: 60).filter { position in
            var start = position
            while start > 0, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
            guard start == 0 || text[start - 1] == UInt8(ascii: "\n") else { return false }
            let rest = position..<min(text.count, position + 18)
            return !rows.contains { ByteSearch.first($0, in: text, rest) == position }
        }
    }

    private static let rows: [StaticString] = ["一、本年新收", "一、主动公开情"]

    private var words: Titles { headings.reports.titles }

    /// The titles of other reports among the links of a line; the page's own may be a link as well.
    func titles(in line: Range<Int>) -> [Wording] {
        let found = links.filter { $0.overlaps(line) }.map { Wording(text, $0) }
        return found.filter { words.isTitle($0) && !page.contains($0) }
    }

    /// Whether a line is nothing but links, without a day or a number beside them.
    func isLinked(_ line: Range<Int>) -> Bool {
        let links = links.filter { $0.overlaps(line) }
        return !links.isEmpty && !hasWords(line, besides: links, of: ScalarClass.isWordPart)
    }

    /// Whether a body's name, or the one that a report is called by, stands in such a link.
    func hold(_ name: Range<Int>) -> Bool {
        let cell = cell(around: name)
        guard cell.count <= Self.longest else { return false }
        let line = Wording(text, cell)
        if headings.isLink(line) { return true }
        if let link = links.first(where: { $0.overlaps(name) }) {
            if !titles(in: link).isEmpty { return true }
            return !hasWords(cell, besides: links.filter { $0.overlaps(cell) })
        }
        let isBelow = cell.lowerBound > textStart
        if isBelow, words.isTitle(line), words.endsAsTitle(line) { return !page.contains(line) }
        // Above the text, the report's own title may follow such a list.
        return isBelowLabel(cell, atMost: isBelow ? Self.mostNames : 1)
    }

    /// The line around a position, or the cell of a row of a table.
    private func cell(around range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, text[start - 1] != UInt8(ascii: "\n"), text[start - 1] != 0x09 { start -= 1 }
        while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != 0x09 { end += 1 }
        return start..<end
    }

    private func hasWords(
        _ cell: Range<Int>, besides links: [Range<Int>], of kind: (UInt32) -> Bool = { $0 >= 0x3400 }
    ) -> Bool {
        var start = cell.lowerBound
        for link in links + [cell.upperBound..<cell.upperBound] {
            let rest = start..<max(start, link.lowerBound)
            if Wording(text, rest).scalars.contains(where: kind) { return true }
            start = max(start, link.upperBound)
        }
        return false
    }

    /// Whether the lines above, each a name or a title by itself, stand below 相关链接 or 友情链接.
    private func isBelowLabel(_ cell: Range<Int>, atMost limit: Int) -> Bool {
        var (words, end) = (Wording(text, cell), cell.lowerBound)
        for step in 1...limit {
            while end > 0, text[end - 1] <= 0x20 { end -= 1 }
            guard end > 0 else { return false }
            let line = self.cell(around: end - 1..<end)
            let above = Wording(text, line)
            // That there is no label is seen sooner than that something is a name.
            if headings.isLinkLabel(above) { return isNameAlone(words) }
            guard step < limit, line.count <= Self.longest, isNameAlone(words) else { return false }
            (words, end) = (above, line.lowerBound)
        }
        return false
    }

    private func isNameAlone(_ line: Wording) -> Bool { PlaceName(body: line) != nil || words.isTitle(line) }

    private static let longest = 400
    private static let mostNames = 40
}
