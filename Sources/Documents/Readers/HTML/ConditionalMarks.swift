/// `<![if !mso]>…<![endif]>`, which Word writes around what other programs are to show.
///
/// Browsers take each mark for a comment, up to its angle bracket (HTML 13.2.5.42); libxml2 takes it for text.
enum ConditionalMarks {
    static func removed(from page: [UInt8]) -> [UInt8] {
        guard page.offset(of: start) != nil else { return page }
        var rest: [UInt8] = []
        rest.reserveCapacity(page.count)
        var position = 0
        while let mark = page.offset(of: declaration, in: position..<page.count) {
            rest += page[position..<mark]
            position = mark
            let isComment = page[mark...].starts(with: comment)
            guard isComment || isCondition(page[mark...]) else {
                rest += declaration
                position += declaration.count
                continue
            }
            // Within a comment such marks are part of it: `<!--[if mso]> … <![endif]-->`.
            let after = isComment ? page.offset(of: commentEnd, in: mark + comment.count..<page.count) : nil
            let bracket = isComment ? nil : page[mark...].firstIndex(of: UInt8(ascii: ">"))
            let end = after.map { $0 + commentEnd.count } ?? bracket.map { $0 + 1 }
            guard let end else { break }
            if isComment { rest += page[mark..<end] }
            position = end
        }
        return rest + page[position...]
    }

    private static func isCondition(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: start) else { return false }
        let word = Array(text.dropFirst(start.count).prefix(8)).lowercasedASCII(from: 0, limit: 8)
        return word.starts(with: Array("if ".utf8)) || word.starts(with: Array("endif".utf8))
    }

    private static let declaration = Array("<!".utf8)
    private static let start = Array("<![".utf8)
    private static let comment = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
}
