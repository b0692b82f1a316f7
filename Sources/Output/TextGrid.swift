/// The cells of a sheet as people read them, one text for every column of every row, and the width each column needs.
///
/// Rows wait as bytes until all widths are known: the emphasis, then of each cell its width and its text. There may be
/// millions of them, so that no `String` is made of a cell that is written as it stands.
struct TextGrid {
    let titles: [String]
    /// Of the cells alone.
    private(set) var cellWidths: [Int]
    private(set) var count = 0
    private let rows = ByteSpool(mostBytes: 4 << 20)
    /// The text of the cell at hand.
    private var cell: [UInt8] = []

    /// Of the cells and the title.
    var widths: [Int] { zip(titles, cellWidths).map { max(DisplayWidth.of($0), $1) } }

    init(titles: [String]) {
        self.titles = titles
        cellWidths = titles.map { _ in 0 }
    }

    /// - Parameters:
    ///   - escapes: the characters that do not stand in the output as they are.
    ///   - escape: what is done to a text that has any, or is not plain.
    mutating func append(
        _ row: [Entry], _ emphasis: Emphasis?, wording: inout EntryWording,
        escapes: Escapes = .none, escaping escape: (String) -> String = { $0 }
    ) throws {
        count += 1
        try rows.append { bytes in
            ByteReader.writePart(to: &bytes) { bytes in
                bytes.append(RowBytes.code(of: emphasis))
                for column in titles.indices {
                    let entry = column < row.count ? row[column] : .empty
                    let width = take(entry, &wording, escapes, escape)
                    cellWidths[column] = max(cellWidths[column], width)
                    bytes.append(integer: UInt64(width))
                    bytes.append(integer: UInt64(cell.count))
                    bytes.append(contentsOf: cell)
                }
            }
        }
    }

    /// Makes `cell` the text of an entry. Returns its width.
    private mutating func take(
        _ entry: Entry, _ wording: inout EntryWording, _ escapes: Escapes, _ escape: (String) -> String
    ) -> Int {
        cell.removeAll(keepingCapacity: true)
        wording.append(entry, to: &cell)
        if let width = cell.withUnsafeBufferPointer({ PlainText.width(of: $0, escapes: escapes) }) { return width }
        let text = escape(wording.text(entry))
        cell.removeAll(keepingCapacity: true)
        cell.append(contentsOf: text.utf8)
        return DisplayWidth.of(text)
    }

    /// The titles and widths of some of the columns, without the rows.
    func measures(of columns: [Int]) -> TextGrid {
        var grid = TextGrid(titles: columns.map { titles[$0] })
        grid.cellWidths = columns.map { cellWidths[$0] }
        grid.count = count
        return grid
    }

    /// The same rows with some of the columns.
    func keeping(_ columns: [Int]) throws -> TextGrid {
        let grid = measures(of: columns)
        try visit { cells, emphasis in
            try grid.rows.append { bytes in
                ByteReader.writePart(to: &bytes) { bytes in
                    bytes.append(RowBytes.code(of: emphasis))
                    for column in columns {
                        let cell = cells[column]
                        bytes.append(integer: UInt64(cell.width))
                        bytes.append(integer: UInt64(cell.bytes.count))
                        bytes.append(contentsOf: cell.bytes)
                    }
                }
            }
        }
        return grid
    }

    /// Hands over the rows in the order in which they came; their cells are good until the next row only.
    func visit(_ body: ([GridCell], Emphasis?) throws -> Void) throws {
        var cells: [GridCell] = []
        try rows.visit { bytes in
            var reader = ByteReader(bytes)
            while let end = reader.enterPart() {
                let emphasis = RowBytes.emphasis(reader.byte())
                cells.removeAll(keepingCapacity: true)
                while reader.position < end {
                    cells.append(GridCell(width: reader.size(), bytes: reader.sizedBytes()))
                }
                try body(cells, emphasis)
            }
            return reader.position
        }
    }
}

/// A text with the columns of a terminal that it takes.
protocol MeasuredText {
    var width: Int { get }
    var isEmpty: Bool { get }
    func append(to bytes: inout [UInt8])
}

extension String: MeasuredText {
    var width: Int { DisplayWidth.of(self) }
    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

/// A cell of a grid, whose bytes are the grid's.
struct GridCell: MeasuredText {
    let width: Int
    fileprivate let bytes: UnsafeRawBufferPointer

    var isEmpty: Bool { bytes.isEmpty }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: self.bytes) }
}
