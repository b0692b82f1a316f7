import Values

/// What a file says, whatever its format: a transcript, and the blocks it is made of as ranges of that transcript.
///
/// Invariants: `text` is valid UTF-8 with `\n` line ends and neither NUL nor byte-order mark; blocks are in order, do
/// not overlap, and every range lies on character boundaries within `text`. A table row is one line of the transcript,
/// its cells separated by tabs; a line break within a cell is a space there.
package struct Document: Sendable, Equatable {
    package var text: [UInt8]
    package var blocks: [Block]
    /// What the list of formats says of the file; readers leave it alone.
    package var mediaType: MediaType
    /// The encoding the bytes were read in, as IANA names it (`UTF-8`, `GB18030`); of binary formats, the one inside.
    package var encoding: String
    /// The day a web page says it was published on (`2023-01-31`), where it has such metadata.
    package var publishedOn: String?
    /// The `<title>` of a web page or the title property of a Word file, where there is one.
    package var title: String?
    /// The parts of the transcript that were recognised from pictures.
    package var recognised: [Range<Int>] = []
    /// The cells of recognised tables, in order.
    package var seenCells: [SeenCell] = []
    /// What a person should know of how the file was read.
    package var notices: [DocumentNotice] = []
    /// What stands in links of a page, where it may be the title of a report or a body's name.
    package var links: [Range<Int>] = []
    /// Of a workbook, the sheets that are shown and not empty, in order; the transcript is made of them.
    package var sheets: [Sheet] = []

    package init(
        text: [UInt8], blocks: [Block], mediaType: MediaType = .plainText, encoding: String,
        publishedOn: String? = nil, title: String? = nil
    ) {
        self.text = text
        self.blocks = blocks
        self.mediaType = mediaType
        self.encoding = encoding
        self.publishedOn = publishedOn
        self.title = title
    }
}

extension Document {
    /// A cell that was recognised, or a line of text, and where on its picture it is.
    package struct SeenCell: Sendable, Equatable {
        package var range: Range<Int>
        package var place: PicturePlace
        package var isLine: Bool

        package init(range: Range<Int>, place: PicturePlace, isLine: Bool = false) {
            (self.range, self.place, self.isLine) = (range, place, isLine)
        }
    }

    /// Where a part of the text was seen, if it lies in a cell or on a line that was recognised. Of a line the part is
    /// told by the letters before and behind it, with some of them around it.
    package func place(of part: Range<Int>) -> PicturePlace? {
        let next = seenCells.partitioningIndex { $0.range.lowerBound > part.lowerBound }
        guard next > 0, part.upperBound <= seenCells[next - 1].range.upperBound else { return nil }
        let cell = seenCells[next - 1]
        guard cell.isLine else { return cell.place }
        let whole = breadth(cell.range)
        guard whole > 0 else { return cell.place }
        var place = cell.place
        let width = place.right - place.left
        let (start, end) = (breadth(cell.range.lowerBound..<part.lowerBound), breadth(part))
        let around = 24
        place.right = place.left + width * min(start + end + around, whole) / whole
        place.left += width * max(start - around, 0) / whole
        return place
    }

    /// How wide a part of the text is, in sixths of an ideograph, which has three bytes.
    private func breadth(_ part: Range<Int>) -> Int { text[part].reduce(0) { $0 + ($1 < 0x80 ? 3 : 2) } }
}

/// One paragraph or one table of a document.
package enum Block: Sendable, Equatable {
    /// A line of the transcript without its line end; empty lines are blocks too, since flattened tables are told apart
    /// by them.
    case paragraph(Range<Int>)
    case table(Table)

    package var range: Range<Int> {
        switch self {
        case .paragraph(let range): range
        case .table(let table): table.range
        }
    }
}

/// A real grid, expanded: every row has the same number of positions, and a cell that spans several stands at each.
///
/// Columns and rows in which no cell begins are left out, so spans count columns that can be told apart, whatever a
/// source claims.
package struct Table: Sendable, Equatable {
    package var rows: [[Cell]]
    package var range: Range<Int>
    /// Rows that begin a page and may be the rest of the one above, which the page's end has cut: only the form's
    /// labels tell.
    package var rests: Set<Int>
    /// Of a table without ruled lines between its rows; nil of any other.
    package var lines: Lines?

    package init(rows: [[Cell]], range: Range<Int>, rests: Set<Int> = [], lines: Lines? = nil) {
        self.rows = rows
        self.range = range
        self.rests = rests
        self.lines = lines
    }

    /// What is known of a table whose rows are lines of text: a label that is broken over lines stands in several of
    /// them, and only the form's labels tell which.
    package struct Lines: Sendable, Equatable {
        /// How many rows at the top are headings, and are whole.
        package var headingRows: Int
        /// How many columns at the left are labels.
        package var labelColumns: Int
        /// The columns that the figures may be of, the likeliest first, as the rows have them: for each column of
        /// figures the one that what stands in it goes to, nil where nothing does. More than one where headings and
        /// figures do not tell.
        package var placements: [[Int?]]
        /// Whether the page's edge cuts it, so that nothing tells of a row without figures whether it is blank.
        package var isCut: Bool

        package init(headingRows: Int, labelColumns: Int, placements: [[Int?]], isCut: Bool = false) {
            self.headingRows = headingRows
            self.labelColumns = labelColumns
            self.placements = placements
            self.isCut = isCut
        }
    }

    /// One position of the grid.
    package struct Cell: Sendable, Equatable {
        /// Where the cell's text stands in the transcript; empty (but placed) where the cell is blank.
        package var range: Range<Int>
        /// Whether the position is covered by a cell that begins above it or to its left; `range` is then that cell's.
        package var isContinuation: Bool
        /// Whether the source has no cell here at all, since its row is shorter than others; `range` is then empty.
        /// Such a position is not blank: it cannot be known which of the row's cells was left out.
        package var isMissing: Bool

        package init(range: Range<Int>, isContinuation: Bool = false, isMissing: Bool = false) {
            self.range = range
            self.isContinuation = isContinuation
            self.isMissing = isMissing
        }
    }
}

/// Something about how a file was read that may have changed what was found in it; it becomes a doubt about the report.
package enum DocumentNotice: Sendable, Equatable {
    /// The program that was there takes tables for lines of text; one of the named Debian package would have kept them.
    case tablesFlattened(program: String, better: String)
    /// A sheet, or rows or columns of one, as workbooks call them (`表3!5:7`): hidden, so that they were not read.
    /// `position` is where in the transcript their sheet begins, if that is shown.
    case hiddenLeftOut(name: String, position: Int?)
    /// A cell that shows another number than it holds.
    case shownRounded(String, stored: String, range: Range<Int>)
    /// There are pictures, and the program that could recognise a table in them is not installed.
    case picturesUnread
    /// So many pictures that may be tables were not read: damaged, too slow, or above the limit.
    case picturesFailed(count: Int)
    /// Another document within the document, whose content was not read.
    case partUnread
    /// What was read is the preview within a document whose own content is not; of its first page alone where there is
    /// a picture of no more.
    case previewOnly(isFirstPage: Bool)
}
