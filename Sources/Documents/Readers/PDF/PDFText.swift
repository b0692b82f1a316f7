/// Lines outside ruled tables: paragraphs, and the tables without rules between them.
struct PDFText {
    private(set) var pieces: [Piece] = []
    private let margins: ClosedRange<Double>
    /// Between which edges running text stands.
    private let measure: ClosedRange<Double>
    private var paragraph = ""
    /// The line that the paragraph ends with so far.
    private var lastLine: PDFLine?

    /// `lines` may be of several pages, one after the other.
    init(_ lines: [PDFLine], margins: ClosedRange<Double>, measure: ClosedRange<Double>) {
        (self.margins, self.measure) = (margins, measure)
        var next = 0
        while let run = run(in: lines, from: next) {
            for line in lines[next..<run.lowerBound] { add(line) }
            addTables(Array(lines[run]))
            next = run.upperBound
        }
        for line in lines[next...] { add(line) }
        endParagraph()
    }

    // MARK: Tables

    /// The next lines that are tables: from the first heading over figures to the last line before text goes on.
    private func run(in lines: [PDFLine], from start: Int) -> Range<Int>? {
        guard let first = lines[start...].firstIndex(where: \.isOfFigures) else { return nil }
        var begin = first
        while begin > start, !isProse(begin - 1, of: lines) { begin -= 1 }
        var end = first + 1
        while end < lines.count, !isProse(end, of: lines) { end += 1 }
        return begin..<end
    }

    /// Whether a line is of running text: it ends a sentence, or is nearly as wide as the page and not among figures.
    private func isProse(_ index: Int, of lines: [PDFLine]) -> Bool {
        let line = lines[index]
        guard !line.isOfFigures else { return false }
        if line.text.contains("。") { return true }
        guard line.box.width > (margins.upperBound - margins.lowerBound) * 0.6 else { return false }
        let isAmongFigures =
            lines[..<index].suffix(Self.reach).contains(where: \.isOfFigures)
            && lines[(index + 1)...].prefix(Self.reach).contains(where: \.isOfFigures)
        return line.isRunning && !isAmongFigures
    }

    /// How many lines the headings between two tables may take.
    private static let reach = 12

    /// Cuts lines into tables at the headings over their figures.
    private mutating func addTables(_ lines: [PDFLine]) {
        var table = Table()
        var between: [PDFLine] = []
        for (index, line) in lines.enumerated() {
            guard line.isOfFigures else {
                between.append(line)
                continue
            }
            let edge = Self.edge(lines[index...])
            // A chapter that begins in between ends a table for certain.
            let chapter = between.lastIndex(where: \.isChapterHeading)
            if let chapter, between[chapter...].contains(where: { $0.isHeading(rightOf: edge) }) {
                // Behind figures, what stands before it is the rest of a label, whatever it stands over.
                if table.body.isEmpty {
                    add(between[..<chapter], rightOf: edge, to: &table)
                } else {
                    table.body += between[..<chapter]
                }
                addTable(table)
                add(between[chapter])
                table = Table()
                between.removeSubrange(...chapter)
            }
            add(between[...], rightOf: edge, to: &table)
            between = []
            table.body.append(line)
        }
        let chapter = between.lastIndex(where: \.isChapterHeading) ?? between.endIndex
        table.body += between[..<chapter]
        addTable(table)
        for line in between[chapter...] { add(line) }
    }

    private struct Table {
        var heading: [PDFLine] = []
        var body: [PDFLine] = []
    }

    /// Takes the lines between two lines of figures: what is a heading begins a new table, unless it is printed again.
    private mutating func add(_ lines: ArraySlice<PDFLine>, rightOf edge: Double, to table: inout Table) {
        guard let first = lines.firstIndex(where: { $0.isHeading(rightOf: edge) }),
            let last = lines.lastIndex(where: { $0.isHeading(rightOf: edge) })
        else {
            table.body += lines
            return
        }
        table.body += lines[..<first]
        let heading = Array(lines[first...last])
        if table.heading.isEmpty && table.body.isEmpty || !Self.isSame(heading, table.heading) {
            addTable(table)
            table = Table(heading: heading)
        }
        table.body += lines[(last + 1)...]
    }

    private mutating func addTable(_ table: Table) {
        guard let loose = PDFLoose(heading: table.heading, body: table.body) else {
            for line in table.heading + table.body { add(line) }
            return
        }
        endParagraph()
        pieces.append(.grid(loose.grid))
    }

    /// Halfway between the labels and the figures of the lines that come: what stands right of it is over figures.
    private static func edge(_ lines: ArraySlice<PDFLine>) -> Double {
        guard let isLabelled = lines.first?.isLabelled else { return .infinity }
        var edge = Double.infinity
        var labels = -Double.infinity
        for line in lines.prefix(reach) {
            if line.isChapterHeading { break }
            guard line.isOfFigures else { continue }
            guard line.isLabelled == isLabelled else { break }
            let left = line.words.filter(\.isFigure).map(\.box.left).min() ?? .infinity
            edge = min(edge, left)
            labels = max(
                labels, line.words.filter { !$0.isFigure && $0.box.left < left }.map(\.box.right).max() ?? labels)
        }
        return isLabelled ? (min(labels, edge) + edge) / 2 : edge
    }

    /// Whether a heading is printed again, as at the top of a page, where its first lines may have been taken for the
    /// page's own.
    private static func isSame(_ one: [PDFLine], _ other: [PDFLine]) -> Bool {
        let printed = other.flatMap(\.words)
        return one.flatMap(\.words).allSatisfy { word in
            printed.contains { $0.text == word.text && abs($0.box.centre.x - word.box.centre.x) < word.size }
        }
    }

    // MARK: Paragraphs

    /// A line continues the paragraph if the one before ran to the right margin and it begins at the left one, close
    /// below. What ends there within a sentence goes on at whatever distance lines are set in.
    private mutating func add(_ line: PDFLine) {
        if let last = lastLine {
            let size = last.size
            let isFull = last.box.right + Self.unbroken(after: last, in: line) > measure.upperBound - 2 * size
            let isIndented = line.box.left > measure.lowerBound + size
            let isCut = !last.endsSentence && !PDFLine.beginsItem(line.text)
            let isNear = line.box.centre.y - last.box.centre.y < size * (isCut ? 3.2 : 2.2)
            let isWhole = !isFull || last.isOfContents || line.isOfContents
            if isWhole || isIndented || !isNear || abs(line.size - size) > 2 { endParagraph() }
        }
        paragraph = PDFLine.joined([paragraph, line.text])
        lastLine = line
    }

    /// How wide what begins a line within a sentence is, beyond an ideograph: no program parts letters and digits, nor
    /// a mark from what it closes, so that the line before ends where they would not have found room.
    private static func unbroken(after last: PDFLine, in line: PDFLine) -> Double {
        if last.endsSentence { return 0 }
        let text = line.text
        let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".,%".contains($0)) }
        let marks = text.dropFirst(max(word.count, 1)).prefix { "，。、；：！？）》”".contains($0) }
        return (Double(word.count) * 0.55 + Double(marks.count)) * line.size
    }

    private mutating func endParagraph() {
        if lastLine != nil { pieces.append(.line(Array(paragraph.utf8))) }
        paragraph = ""
        lastLine = nil
    }
}

extension PDFText {
    /// Between which edges running text stands: those of lines that end within a sentence, where several end at one
    /// edge. Tables may be wider, and so may what is printed at the edges of pages.
    static func measure(of lines: [PDFLine], within margins: ClosedRange<Double>) -> ClosedRange<Double> {
        let least = (margins.upperBound - margins.lowerBound) * 0.5
        let cut = lines.indices.filter { lines[$0].isRunning && !lines[$0].endsSentence && lines[$0].box.width > least }
            .sorted { lines[$0].box.right > lines[$1].box.right }
        // One by itself may run over the margin.
        let reaches = { (right: Double, line: Int) in right - lines[line].box.right < 2 * lines[line].size }
        let edge = cut.indices.dropLast(2).first { reaches(lines[cut[$0]].box.right, cut[$0 + 2]) }
        guard let edge else { return margins }
        let right = lines[cut[edge]].box.right
        let full = cut[edge...].filter { reaches(right, $0) }
        let left =
            full.flatMap { line in
                lines[line...].prefix(2).filter { $0.box.centre.y - lines[line].box.centre.y < 3 * lines[line].size }
            }.map(\.box.left).min() ?? margins.lowerBound
        return left...max(left, right)
    }
}

extension PDFLine {
    /// Whether it is written throughout, without the gaps between cells.
    var isRunning: Bool { words.reduce(0) { $0 + $1.box.width } > 0.9 * box.width }

    /// Whether a mark ends what is said in it.
    var endsSentence: Bool {
        let last = text.last { !"”’）)》".contains($0) }
        return last.map { "。；：！？".contains($0) } ?? true
    }

    /// Whether words stand in it over the figures that begin at `edge`.
    func isHeading(rightOf edge: Double) -> Bool {
        words.contains { !$0.isFigure && $0.box.centre.x > edge }
    }

    /// Whether a text stands before its figures.
    var isLabelled: Bool { words.first.map { !$0.isFigure } ?? false }

    /// Whether it looks like the heading of a chapter, `三、…`; labels of rows may look so too.
    var isChapterHeading: Bool {
        guard words.count == 1, let text = words.first?.text, let first = text.first else { return false }
        return "一二三四五六七八九十".contains(first) && text.dropFirst().first.map { "、．.，".contains($0) } == true
    }
}
