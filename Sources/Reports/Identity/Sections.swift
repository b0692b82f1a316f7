import Documents

/// The chapters of a report, by their headings: 一、总体情况 … 六、其他需要报告的事项.
enum Sections {
    /// Longer lines are sentences, even where they begin with a number.
    private static let longestHeading = 40

    /// Every chapter from its heading to the next one. Headings are taken as they are: misnumbered, repeated, or with a
    /// stray letter in front.
    /// `tableLines` are where lines of tables begin, whose rows are numbered and named like chapters.
    static func of(
        _ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ words: Headings, tableLines: Set<Int>
    ) -> [Section] {
        var headings: [(text: String, start: Int, numbering: Numbering)] = []
        for case .paragraph(let range) in document.blocks
        where range.count >= 6 && range.count <= 4 * longestHeading && mayBeHeading(text, range, words)
            && !tableLines.contains(range.lowerBound)
        {
            let line = Wording(text, range)
            guard let numbering = numbering(of: line, words) else { continue }
            headings.append((line.string, range.lowerBound, numbering))
        }
        // Once chapters are numbered 一、二、三, lines that begin 1. are points within them.
        if let first = headings.firstIndex(where: { $0.numbering == .chinese }) {
            let points = headings[first...].filter { $0.numbering == .digits }.map(\.start)
            headings.removeAll { points.contains($0.start) }
        }
        return headings.indices.map { number in
            let end = number + 1 < headings.count ? headings[number + 1].start : document.text.count
            return Section(heading: headings[number].text, range: headings[number].start..<end)
        }
    }

    /// Whether a paragraph begins as headings do: most lines are cells of tables.
    private static func mayBeHeading(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: Headings
    ) -> Bool {
        var scalars = Scalars(text, range)
        while let raw = scalars.next() {
            if ScalarClass.isSpace(raw) { continue }
            let first = ScalarClass.folded(raw)
            return isNumeral(first) || isStray(first) || words.mayBeBare(beginningWith: first)
        }
        return false
    }

    private enum Numbering {
        case chinese, digits, none
    }

    /// How a heading is numbered; nil of a line that is none.
    private static func numbering(of line: Wording, _ words: Headings) -> Numbering? {
        guard line.count <= longestHeading, line.count >= 2 else { return nil }
        let isBehindStray = line.scalars.first.map(isStray) == true
        if let found = numbered(line) ?? (isBehindStray ? numbered(line.dropFirst(1)) : nil) {
            return line.scalars.last != fullStop && words.hasSubject(line) ? found : nil
        }
        return words.isBare(line) ? Numbering.none : nil
    }

    private static func numbered(_ line: Wording) -> Numbering? {
        guard let first = line.scalars.first, ScalarClass.isChineseNumeral(first) || ScalarClass.isDigit(first),
            let mark = line.scalars.dropFirst().first(where: { !isNumeral($0) }), marks.contains(mark)
        else { return nil }
        return ScalarClass.isDigit(first) ? .digits : .chinese
    }

    private static func isStray(_ scalar: UInt32) -> Bool {
        ScalarClass.isWordPart(scalar) && scalar < 0x3400 && !ScalarClass.isDigit(scalar)
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool {
        ScalarClass.isChineseNumeral(scalar) || ScalarClass.isDigit(scalar)
    }

    private static let fullStop: UInt32 = 0x3002
    /// 、 . 。 , and ．, which is folded to a full stop.
    private static let marks: Set<UInt32> = [0x3001, 0x2E, 0x3002, 0x2C]
}
