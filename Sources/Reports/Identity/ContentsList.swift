import Documents

/// The table of contents above a report's text: headings, each with the number of the page that it stands on, typed,
/// behind dots, or behind a tab as programs make them. Nothing in it is a sentence, a row or a figure.
struct ContentsList {
    private let text: UnsafeBufferPointer<UInt8>
    private let blocks: [Block]
    private let headings: Headings
    private var isLeftOut: Set<Int> = []

    /// The blocks of a document without its table of contents; nil where it has none.
    static func left(of blocks: [Block], _ text: UnsafeBufferPointer<UInt8>, _ headings: Headings) -> [Block]? {
        var list = ContentsList(text: text, blocks: blocks, headings: headings)
        list.find()
        guard !list.isLeftOut.isEmpty else { return nil }
        return blocks.indices.filter { !list.isLeftOut.contains($0) }.map { blocks[$0] }
    }

    private init(text: UnsafeBufferPointer<UInt8>, blocks: [Block], headings: Headings) {
        (self.text, self.blocks, self.headings) = (text, blocks, headings)
    }

    private enum Line {
        case blank
        /// 目录
        case title
        /// A line of the list, or the rows of a table that stands for it.
        case entries([Entry])
        /// What may be the first line of an entry that is broken over two.
        case short
        case text
    }

    struct Entry {
        var heading: Wording
        var page: Int
        var hasDots: Bool
        /// Whether it is the heading of one of the form's chapters.
        var isChapter: Bool
        /// Whether a heading's words or a line of dots stand before its number.
        var isCertain: Bool
        var isNumbered: Bool { ContentsList.lengthOfNumber(heading) > 0 }
    }

    /// Lines that may be a table of contents.
    private struct Run {
        var isTitled = false
        private(set) var entries: [(block: Int, entry: Entry)] = []
        private var headings = Set<Wording>()
        private var numbered = 0
        /// The line before, if it may be the first of an entry.
        var open: Int?
        /// Those that were.
        private var between: [Int] = []

        /// Takes what goes on with the list: headings that are not in it yet, on pages that neither fall nor leap.
        /// Under a title, those with numbers may be out of order; what has none is told by its dots or words.
        mutating func take(_ new: [Entry], block: Int) -> Bool {
            var (page, count) = (entries.last?.entry.page ?? 0, numbered)
            var own = Set<Wording>()
            for entry in new {
                let isNumbered = entry.isNumbered || open != nil
                guard entry.page > 0, entry.page <= page + ContentsList.longestLeap,
                    entry.page >= page || isTitled && isNumbered,
                    isNumbered || count == 0 || entry.hasDots || entry.isChapter,
                    !headings.contains(entry.heading), own.insert(entry.heading).inserted
                else { return false }
                (page, count) = (entry.page, count + (isNumbered ? 1 : 0))
            }
            entries += new.map { (block, $0) }
            headings.formUnion(own)
            numbered = count
            if let open { between.append(open) }
            open = nil
            return true
        }

        /// The blocks that are one. Without a title, figures in lines may look so: dots and a number behind a name.
        var leftOut: [Int] {
            guard let first = entries.first, let last = entries.last else { return [] }
            let isList =
                isTitled
                ? entries.count > 1
                : entries.count > 2 && numbered > 1 && entries.count(where: \.entry.isCertain) > 1
                    && last.entry.page > first.entry.page
            return isList ? entries.map(\.block) + between : []
        }
    }

    /// Goes through the lines above the first chapter's text; below it, a list is one of the report's own figures.
    private mutating func find() {
        var run = Run()
        for number in blocks.indices {
            let line = line(number, isTitled: run.isTitled)
            if goesOn(with: line, number, &run) { continue }
            guard end(&run) else { return }
            switch line {
            case .title: run.isTitled = true
            case .entries(let entries) where run.take(entries, block: number): break
            case .entries, .blank, .short, .text: if isChapter(number) { return }
            }
        }
        _ = end(&run)
    }

    private func goesOn(with line: Line, _ number: Int, _ run: inout Run) -> Bool {
        switch line {
        case .blank: return run.open == nil
        case .entries(let entries): return run.take(entries, block: number)
        case .short where run.isTitled && run.open == nil:
            run.open = number
            return true
        case .title, .short, .text: return false
        }
    }

    /// Leaves out what has been found to be a list.
    ///
    /// - Returns: whether the first chapter is still to come: lines that are no list have not begun it.
    private mutating func end(_ run: inout Run) -> Bool {
        let left = run.leftOut
        isLeftOut.formUnion(left)
        let others = (left.isEmpty ? run.entries.map(\.block) : []) + [run.open].compactMap { $0 }
        run = Run()
        return !others.contains(where: isChapter)
    }

    /// 一、总体情况, and what follows in its line.
    private func isChapter(_ number: Int) -> Bool {
        guard case .paragraph(let range) = blocks[number] else { return false }
        return LabelKey.isChapterNumber(text, range)
    }

    private static let longestLeap = 40

    // MARK: Lines

    private func line(_ number: Int, isTitled: Bool) -> Line {
        guard case .paragraph(let range) = blocks[number] else { return isTitled ? table(number) : .text }
        guard range.count <= Self.longest else { return .text }
        // Nearly no line is looked at any further.
        if range.count > 6, Self.mayEndInPage(text, range),
            let entry = Self.entry(in: Wording(text, range, keepingSpaces: true), headings)
        {
            return .entries([entry])
        }
        if range.count <= 40, isTitle(range) { return .title }
        if text.isBlank(range) { return .blank }
        guard isTitled else { return .text }
        let line = Wording(text, range)
        return line.scalars.contains(where: Self.stops.contains) || Self.lengthOfNumber(line) == 0 ? .text : .short
    }

    /// Whether a line is the heading of one of the form's chapters, or an annex, with the number of a page.
    static func isChapterEntry(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ headings: Headings
    ) -> Bool {
        guard range.count <= longest, mayEndInPage(text, range) else { return false }
        guard let entry = entry(in: Wording(text, range, keepingSpaces: true), headings) else { return false }
        return entry.isChapter || headings.isAnnex(entry.heading)
    }

    private static func mayEndInPage(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let last = text[range].lastIndex(where: { $0 > 0x20 }) else { return false }
        if text[last] < 0x80 { return closing.contains(UInt32(text[last])) || (0x30...0x39).contains(text[last]) }
        guard last >= range.lowerBound + 2, let scalar = Scalars(text, last - 2..<last + 1).peek() else { return false }
        return closing.contains(ScalarClass.folded(scalar)) || (0xFF10...0xFF19).contains(scalar)
    }

    /// A table of headings and pages in cells.
    private func table(_ number: Int) -> Line {
        guard case .table(let table) = blocks[number] else { return .text }
        let rows = table.rows.map { row in
            row.filter { !$0.isContinuation && !$0.range.isEmpty }.map { Wording(text, $0.range) }
        }
        let entries = rows.filter { !$0.isEmpty }.map { row in
            row.count == 2
                ? Self.entry(in: Wording(ArraySlice(row[0].scalars + [Self.tab] + row[1].scalars)), headings) : nil
        }
        let told = entries.compactMap { $0 }
        return told.isEmpty || told.count < entries.count ? .text : .entries(told)
    }

    private func isTitle(_ range: Range<Int>) -> Bool {
        guard ByteSearch.contains("目", in: text, range) else { return false }
        let letters = Wording(text, range).scalars.filter { ScalarClass.isWordPart($0) }
        return headings.isTitleOfContents(Wording(letters[...]))
    }

    /// A heading with the number of a page behind it: `二、主动公开政府信息情况……12`, `（一）主动公开 3`, `三、总体情况 - 3 -`.
    private static func entry(in line: Wording, _ headings: Headings) -> Entry? {
        var end = line.scalars.endIndex
        func pass(_ isPart: (UInt32) -> Bool) -> ArraySlice<UInt32> {
            let start = end
            while end > line.scalars.startIndex, isPart(line.scalars[end - 1]) { end -= 1 }
            return line.scalars[end..<start]
        }
        _ = pass(closing.contains)
        let digits = pass(ScalarClass.isDigit)
        let filling = pass { fillings.contains($0) }
        let heading = line[line.scalars.startIndex..<end]
        guard (1...3).contains(digits.count), let last = heading.scalars.last, !ScalarClass.isDigit(last),
            (2...longestHeading).contains(heading.count), !heading.scalars.contains(where: stops.contains)
        else { return nil }
        let dots = filling.reduce(0) { $0 + (wide.contains($1) ? 2 : $1 == tab || $1 == space ? 0 : 1) }
        let page = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let letters = Wording(ArraySlice(heading.scalars.filter { $0 != tab && $0 != space }))
        // The unit in a column of its own, and its number.
        let isCertain = dots > 2 || headings.isEndOfHeading(letters)
        guard isCertain || !units.contains(last) else { return nil }
        return Entry(
            heading: letters, page: page, hasDots: dots > 2, isChapter: headings.isChapter(letters),
            isCertain: isCertain)
    }

    /// How long the number is that a heading begins with: 一、 （二） 第三部分.
    static func lengthOfNumber(_ heading: Wording) -> Int {
        let first = heading.scalars.first
        let isNamed = first == openParenthesis || first == ordinal
        let rest = heading.scalars.dropFirst(isNamed ? 1 : 0)
        let number = rest.prefix { ScalarClass.isChineseNumeral($0) }
        let behind = Wording(rest.dropFirst(number.count))
        guard (1...3).contains(number.count),
            let mark = (isNamed ? numberEnds : chapterMarks).first(where: behind.hasPrefix)
        else { return 0 }
        return (isNamed ? 1 : 0) + number.count + mark.count
    }

    private static let openParenthesis: UInt32 = 0x28
    /// 第
    private static let ordinal: UInt32 = 0x7B2C
    private static let numberEnds = [")、", ")", "部分", "章"].map { Wording($0) }
    private static let chapterMarks = ["、", "."].map { Wording($0) }
    private static let units = Set("件条次个人元户篇场项".unicodeScalars.map(\.value))
    /// What may stand behind the number.
    private static let closing = Set(")-—–─_页]】 ".unicodeScalars.map(\.value))
    private static let wide = Set("…⋯—─".unicodeScalars.map(\.value))
    private static let fillings = Set("….·⋯‥・‧•。,-—–─_~(第P[【 ".unicodeScalars.map(\.value)).union([tab])
    /// 。 ； ， ： ！ ？
    private static let stops: Set<UInt32> = [0x3B, 0x2C, 0x3A, 0x21, 0x3F, 0x3002]
    private static let tab: UInt32 = 0x09
    private static let space: UInt32 = 0x20
    private static let longest = 240
    private static let longestHeading = 60
}
