import Documents

/// What of a document's text is the report's: not what a site has above and below it, nor what is appended to it.
struct OwnText {
    private let document: Document
    private let text: UnsafeBufferPointer<UInt8>
    private let headings: Headings

    init(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ headings: Headings) {
        (self.document, self.text, self.headings) = (document, text, headings)
    }

    private var isPage: Bool { [.html, .mhtml].contains(document.mediaType) }

    /// The parts between the page's own heading (above it: 今日要闻12条, 领导信箱（未读5封）) and the end of the last chapter.
    func parts(of parts: [ProsePart], _ identity: Identity, _ chapters: [Section]) -> [ProsePart] {
        var own = parts
        if isPage, let start = identity.titleStart {
            own.removeAll { $0.range.upperBound <= start }
            // A title below all of the text is another report's.
            if own.isEmpty { own = parts }
        }
        if let end = end(ofLast: chapters) { own.removeAll { $0.range.lowerBound >= end } }
        return own
    }

    /// Where the last chapter ends: behind the day that it is signed with, or before what pages have below.
    private func end(ofLast chapters: [Section]) -> Int? {
        guard let last = chapters.last else { return nil }
        for block in document.blocks where block.range.lowerBound > last.range.lowerBound && !block.range.isEmpty {
            let range = block.range
            if case .paragraph = block, range.count <= Self.longestSignature, isSigned(range) {
                return range.upperBound
            }
            guard isPage else { continue }
            let words = Wording(text, range.prefix(Self.longestHeading))
            let letters = Wording(words.scalars.filter(ScalarClass.isWordPart)[...])
            if headings.isBelowReport(letters) { return range.lowerBound }
        }
        return nil
    }

    /// Whether a line is nothing but a day, or a name and a day.
    private func isSigned(_ range: Range<Int>) -> Bool {
        let line = Wording(text, range)
        guard let start = line.scalars.indices.first(where: { Day.yearNumber(line, at: $0) != nil }),
            let (_, end) = Day.read(line, at: start), !line.scalars[end...].contains(where: ScalarClass.isWordPart)
        else { return false }
        let before = line[line.scalars.startIndex..<start]
        let letters = Wording(before.scalars.filter(ScalarClass.isWordPart)[...])
        return letters.isEmpty || PublicationLine.isSignature(before) && PlaceName(body: letters) != nil
    }

    private static let longestSignature = 120
    private static let longestHeading = 90
}
