/// A document being written down: the one place where text and blocks of all formats but plain text come together.
struct Transcript {
    private(set) var text: [UInt8] = []
    private(set) var blocks: [Block] = []
    private var recognised: [Range<Int>] = []
    private var links: [Range<Int>] = []
    private var places: [Document.SeenCell] = []
    /// How many more positions tables may have.
    private var cellsLeft: Int
    private var rowsLeft: Int
    private let limits: Limits

    init(limits: Limits) {
        cellsLeft = limits.tableCells
        rowsLeft = limits.tableRows
        self.limits = limits
    }

    /// Whether nothing has been written but spaces.
    var isBlank: Bool { !text.contains { $0 > 0x20 } }

    mutating func append(_ pieces: [Piece]) throws(DocumentError) {
        for piece in pieces {
            switch piece {
            case .line(let line): if let line = ObjectMark.removed(from: line) { try append(paragraph: line) }
            case .grid(let grid): try append(grid)
            case .picture: break
            case .recognised(let pieces, let lines):
                let start = text.count
                try append(pieces)
                if text.count > start { recognised.append(start..<text.count) }
                note(lines, from: start)
            }
        }
    }

    /// Finds recognised lines, of which paragraphs were put together in their order.
    private mutating func note(_ lines: [SeenLine], from start: Int) {
        var next = start
        for line in lines {
            let words = Array(line.text.utf8)
            guard !words.isEmpty, let found = text.offset(of: words, in: next..<text.count) else { continue }
            next = found + words.count
            places.append(.init(range: found..<next, place: line.place, isLine: true))
        }
    }

    /// Writes one paragraph; a line break within makes another.
    mutating func append(paragraph: some Collection<UInt8>) throws(DocumentError) {
        for line in paragraph.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let start = text.count
            if line.contains(where: { $0 == 0 || $0 == 0x0D }) {
                text.append(contentsOf: line.lazy.filter { $0 != 0 && $0 != 0x0D })
            } else {
                text.append(contentsOf: line)
            }
            links += LinkMark.take(from: &text, after: start)
            blocks.append(.paragraph(start..<text.count))
            text.append(UInt8(ascii: "\n"))
        }
        try requireSize()
    }

    private func requireSize() throws(DocumentError) {
        guard text.count <= limits.textBytes else {
            throw .limit(.textBytes(limits.textBytes, found: text.count))
        }
        guard blocks.count <= limits.blocks else { throw .limit(.blocks(limits.blocks)) }
    }

    /// Writes a line for people alone: it is no block, and nothing is read from it.
    mutating func append(caption: String) {
        text.append(contentsOf: caption.utf8.lazy.filter { $0 >= 0x20 })
        text.append(UInt8(ascii: "\n"))
    }

    /// Writes one table, a line for each row; a grid without cells leaves no trace.
    mutating func append(_ grid: Grid) throws(DocumentError) {
        let owners: [[Int?]]
        do {
            owners = try grid.owners(limit: cellsLeft)
        } catch {
            throw .limit(.tableCells(limits.tableCells))
        }
        guard let width = owners.first?.count else { return }
        cellsLeft -= owners.count * width
        rowsLeft -= owners.count
        guard rowsLeft >= 0 else { throw .limit(.tableRows(limits.tableRows)) }
        let start = text.count
        var ranges = [Range<Int>?](repeating: nil, count: grid.cells.count)
        var rows: [[Table.Cell]] = []
        rows.reserveCapacity(owners.count)
        for row in owners {
            rows.append(row.indices.map { write(row[$0], isFirst: $0 == 0, of: grid, ranges: &ranges) })
            text.append(UInt8(ascii: "\n"))
        }
        try requireSize()
        let range = start..<text.count - 1
        blocks.append(.table(Table(rows: rows, range: range, rests: grid.expandedRests, lines: grid.lines)))
    }

    /// Writes one position; a cell's text stands at the first of its positions only.
    private mutating func write(
        _ owner: Int?, isFirst: Bool, of grid: Grid, ranges: inout [Range<Int>?]
    ) -> Table.Cell {
        if !isFirst { text.append(UInt8(ascii: "\t")) }
        let start = text.count
        guard let owner else { return Table.Cell(range: start..<start, isMissing: true) }
        if let range = ranges[owner] { return Table.Cell(range: range, isContinuation: true) }
        for byte in grid.cells[owner].text {
            switch byte {
            case 0, 0x0D: break
            case 0x09, 0x0A: text.append(0x20)
            default: text.append(byte)
            }
        }
        links += LinkMark.take(from: &text, after: start)
        ranges[owner] = start..<text.count
        if let place = grid.cells[owner].place { places.append(.init(range: start..<text.count, place: place)) }
        return Table.Cell(range: start..<text.count)
    }

    func document(encoding: String, publishedOn: String? = nil, title: String? = nil) -> Document {
        var document = Document(
            text: text, blocks: blocks, encoding: encoding, publishedOn: publishedOn, title: title)
        document.recognised = recognised
        document.links = links
        document.seenCells = places.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return document
    }
}
