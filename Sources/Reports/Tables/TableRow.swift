import Values

/// One piece of text that may be a label or a cell, and where it stands.
struct TableToken {
    var range: Range<Int>
    /// The column it begins in; only rows whose blank cells are there can tell.
    var column: Int
    /// Its key as a label; nil where it has no letter or digit.
    var key: UInt64?
    /// Whether the key of a label that goes on behind it begins with the same letters.
    var isSteady = false
    var cell: CellText
    /// How many columns of a grid it spans.
    var width = 1
    /// Whether it is one cell for several rows of a grid, each of which has this token: its value belongs to none of
    /// them.
    var isShared = false
}

extension TableToken {
    /// What it says as a cell whose amounts are counted in multiples of a unit.
    ///
    /// - Parameter isSigned: whether the form asks for a difference there; 增3 and 减3 are no counts.
    func reading(in unit: Unit, multiplier: Int64, isSigned: Bool) -> Reading {
        switch cell {
        case _ where isShared: .unreadable
        case .blank: .blank
        case .notApplicable: .notApplicable
        case .number(let number) where number.isChange && !isSigned: .unreadable
        case .number(let number):
            number.amount(for: unit, columnMultiplier: multiplier).map(Reading.reported) ?? .unreadable
        case .unclear, .other: .unreadable
        }
    }

    /// A label whose words stand apart, since lines or a page break it.
    init?(label words: [Range<Int>], column: Int, _ text: UnsafeBufferPointer<UInt8>) {
        guard let start = words.map(\.lowerBound).min(), let end = words.map(\.upperBound).max() else { return nil }
        let bytes = words.flatMap { text[$0] }
        let key = bytes.withUnsafeBufferPointer { LabelKey.of($0, 0..<$0.count) }
        self.init(range: start..<end, column: column, key: key, cell: .other)
    }
}

/// One line of a table, whether it was a row of a grid or had to be pieced together from lines of text.
struct TableRow {
    enum Layout {
        /// Every cell is there, blank ones too: rows of a grid, tab-led lines between blank lines, lines cut by pipes
        /// or tabs.
        case exact
        /// Blank cells may have been dropped: one cell a line, or cells separated by spaces.
        case lossy
        /// A paragraph of prose: no part of a table.
        case prose
    }

    var layout: Layout
    var tokens: [TableToken]
    var range: Range<Int>
    /// Whether it is a row of a real grid, in which columns are the same in all rows.
    var isGrid = false
}

extension Range<Int> {
    /// From where the first of two begins to where the last ends. A cell that spans rows stands in the text where it
    /// begins, before what is left of it in a later row.
    func spanning(_ other: Range<Int>) -> Range<Int> {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}
