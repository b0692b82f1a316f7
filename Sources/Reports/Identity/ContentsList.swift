import Documents

/// The table of contents above a report's text: headings, each with the number of the page that it stands on, typed,
/// behind dots, or behind a tab as programs make them. Nothing in it is a sentence, a row or a figure.
struct ContentsList {
    private let text: UnsafeBufferPointer<UInt8>
    private let blocks: [Block]
    private var isLeftOut: Set<Int> = []

    /// The blocks of a document without its table of contents; nil where it has none.
    static func left(of blocks: [Block], _ text: UnsafeBufferPointer<UInt8>) -> [Block]? {
        var list = ContentsList(text: text, blocks: blocks)
        list.find()
        guard !list.isLeftOut.isEmpty else { return nil }
        return blocks.indices.filter { !list.isLeftOut.contains($0) }.map { blocks[$0] }
    }

    private init(text: UnsafeBufferPointer<UInt8>, blocks: [Block]) { (self.text, self.blocks) = (text, blocks) }

    private enum Line {
        case blank
        /// 目录
        case title
        case entry(Entry)
        /// What may be the first line of an entry that is broken over two.
        case short(Wording)
        case text
    }

    struct Entry {
        var heading: Wording
        var page: Int
        /// Whether it is one wherever it stands: a heading's words or a line of dots stand before its number.
        var isCertain: Bool { hasDots || ContentsList.isHeading(heading) }
        var hasDots: Bool
    }

    /// Lines that may be a table of contents.
    private struct Run {
        var isTitled = false
        var entries: [(block: Int, entry: Entry)] = []
        /// Lines since the last entry.
        var open: [Int] = []
        /// Those before entries.
        var between: [Int] = []

        var isRising: Bool {
            zip(entries, entries.dropFirst()).allSatisfy { $0.entry.page <= $1.entry.page }
        }

        /// The blocks that are one: all under a title, else those that are entries for certain, and what they are
        /// among.
        var leftOut: [Int] {
            if isTitled { return entries.map(\.block) + between }
            let certain = entries.filter(\.entry.isCertain)
            if certain.count > 1, isRising { return entries.map(\.block) }
            // A single heading with a number may be one of a table.
            return certain.filter(\.entry.hasDots).map(\.block)
        }
    }

    private mutating func find() {
        var run = Run()
        func repeats(_ heading: Wording) -> Bool { run.entries.contains { $0.entry.heading == heading } }
        for number in blocks.indices {
            var isOver = true
            switch line(number, isTitled: run.isTitled) {
            case .blank: isOver = false
            case .title:
                end(&run)
                run.isTitled = true
                isOver = false
            case .entry(let entry) where !repeats(entry.heading):
                run.between += run.open
                run.open = []
                run.entries.append((number, entry))
                isOver = false
            case .short(let heading) where run.open.count < Self.linesOfAnEntry && !repeats(heading):
                if run.isTitled { run.open.append(number) }
                isOver = !run.isTitled
            case .entry, .short, .text: break
            }
            if isOver { end(&run) }
        }
        end(&run)
    }

    private mutating func end(_ run: inout Run) {
        isLeftOut.formUnion(run.leftOut)
        run = Run()
    }

    private static let linesOfAnEntry = 3

    // MARK: Lines

    private func line(_ number: Int, isTitled: Bool) -> Line {
        guard case .paragraph(let range) = blocks[number] else { return isTitled ? table(number) : .text }
        guard range.count <= Self.longest else { return .text }
        // Nearly no line is looked at any further.
        if range.count > 6, Self.mayEndInPage(text, range),
            let entry = Self.entry(in: Wording(text, range, keepingSpaces: true))
        {
            return .entry(entry)
        }
        if range.count <= 40, isTitle(range) { return .title }
        if text.isBlank(range) { return .blank }
        guard isTitled else { return .text }
        let line = Wording(text, range)
        return line.scalars.contains(where: Self.stops.contains) ? .text : .short(line)
    }

    /// Whether a line is a heading with the number of a page, wherever it stands.
    static func isEntry(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longest, mayEndInPage(text, range) else { return false }
        return entry(in: Wording(text, range, keepingSpaces: true))?.isCertain == true
    }

    private static func mayEndInPage(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let last = text[range].lastIndex(where: { $0 > 0x20 }) else { return false }
        if text[last] < 0x80 { return closing.contains(UInt32(text[last])) || (0x30...0x39).contains(text[last]) }
        guard last >= range.lowerBound + 2, let scalar = Scalars(text, last - 2..<last + 1).peek() else { return false }
        return closing.contains(ScalarClass.folded(scalar)) || (0xFF10...0xFF19).contains(scalar)
    }

    /// A table of headings and pages in cells, which stands for its first row.
    private func table(_ number: Int) -> Line {
        guard case .table(let table) = blocks[number] else { return .text }
        let rows = table.rows.map { row in
            row.filter { !$0.isContinuation && !$0.range.isEmpty }.map { Wording(text, $0.range) }
        }
        let entries = rows.filter { !$0.isEmpty }.map { row in
            row.count == 2 ? Self.entry(in: Wording(ArraySlice(row[0].scalars + [Self.tab] + row[1].scalars))) : nil
        }
        guard let first = entries.first, let first, !entries.contains(where: { $0 == nil }) else { return .text }
        return .entry(first)
    }

    private func isTitle(_ range: Range<Int>) -> Bool {
        guard ByteSearch.contains("目", in: text, range) else { return false }
        let letters = Wording(text, range).scalars.filter { ScalarClass.isWordPart($0) }
        return Self.titles.contains(Wording(letters[...]))
    }

    /// A heading with the number of a page behind it: `二、主动公开政府信息情况……12`, `（一）主动公开 3`, `三、总体情况 - 3 -`.
    static func entry(in line: Wording) -> Entry? {
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
        guard dots > 2 || isHeading(letters) || !units.contains(last) else { return nil }
        return Entry(heading: letters, page: page, hasDots: dots > 2)
    }

    /// Whether a text ends as the headings of a report's chapters do; a number behind it, without a unit, is none of
    /// what it is about.
    static func isHeading(_ text: Wording) -> Bool { endings.contains(where: text.hasSuffix) }

    private static let endings = ["情况", "概述", "概况", "事项", "存在的问题", "主要问题", "改进措施", "附表"].map { Wording($0) }
    private static let units = Set("件条次个人元户篇场项".unicodeScalars.map(\.value))
    private static let titles = Set(["目录", "目次", "报告目录", "年报目录", "目录contents"].map { Wording($0) })
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
