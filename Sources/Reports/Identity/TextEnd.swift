import Documents

/// Where a report's own text ends: below its signature, or above what a site has below it (相关新闻, 主办单位, 上一篇).
///
/// What comes later is the site's, a neighbour's or an annex's: its numbers are none of the township's year.
struct TextEnd {
    let position: Int
    /// Whether it is the signature that ends the text, below which somebody may have put more of the report.
    let isSigned: Bool

    /// Nil where nothing ends the text.
    ///
    /// - Parameter chapters: behind the heading of the last of them the end is sought; of a text without chapters, in
    ///   its second half.
    init?(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ headings: Headings, chapters: [Section]) {
        let start = chapters.last.map { $0.range.lowerBound } ?? text.count / 2
        var isBelowName = false
        let blocks = document.blocks.filter { $0.range.lowerBound > start && !$0.range.isEmpty }
        for (place, block) in blocks.enumerated() {
            let range = block.range
            let line = Wording(text, range.prefix(Self.longestLine))
            if headings.isBelow(line) || headings.isLink(line) {
                (position, isSigned) = (range.lowerBound, false)
                return
            }
            guard case .paragraph = block, range.count <= Self.longestLine else {
                isBelowName = false
                continue
            }
            if let signature = PublicationLine.signature(line) {
                // A day alone may stand within the text.
                let isSure = isBelowName || signature.isNamed
                if isSure || !chapters.isEmpty && !Self.goesOn(blocks[(place + 1)...], text) {
                    (position, isSigned) = (range.upperBound, true)
                    return
                }
            }
            isBelowName = PlaceName(body: line) != nil
        }
        return nil
    }

    /// Whether more than a remark of sentences follows.
    private static func goesOn(_ blocks: ArraySlice<Block>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let stop = Array("。".utf8)
        return blocks.lazy.filter { block in
            guard case .paragraph(let range) = block else { return false }
            return ByteSearch.first(stop, in: text, range) != nil
        }.prefix(3).count > 2
    }

    private static let longestLine = 400
}
