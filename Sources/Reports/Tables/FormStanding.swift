/// Where among the form's tables the lines at hand stand, as headings, captions and headers tell.
///
/// A label alone says little: 行政许可 is also a word of menus, of lists and of tables of the document's own. A row that
/// bears it there gives way to the row below the form's own headers, even where that is blank.
struct FormStanding {
    /// What tells that a row is the form's: nothing but its label, the heading of its table, or the caption or the
    /// headers of its block.
    enum Rank: Comparable {
        case stray, inTable, headed
    }

    private var table: Int?
    private var block: Int?
    /// The entry of the row read last in the table.
    private var cursor = -1
    /// A table that a text has ended before all of its rows had come.
    private var left: (table: Int, cursor: Int)?
    /// The table of the rows at hand that no heading tells.
    private var strayTable: Int?
    /// Counts the runs of such rows.
    private(set) var run = 0
    /// The line of headers of the document's own that the rows at hand stand under.
    var ownHeaders: Int?

    func isIn(_ table: Int) -> Bool { self.table == table }

    func isHeaded(_ block: Int) -> Bool { self.block == block }

    /// A heading, which is none of a block alone, or a caption.
    mutating func open(block: Int, table: Int, isHeading: Bool) {
        see(block: block, table: table)
        if isHeading { self.block = nil }
    }

    /// Headers of a block.
    mutating func see(block: Int, table: Int) {
        if self.table != table { cursor = -1 }
        (self.table, self.block) = (table, block)
        (left, ownHeaders) = (nil, nil)
    }

    /// The header over a block's labels, which says nothing outside of its table.
    mutating func see(cornerOf block: Int, table: Int) {
        if self.table == table { self.block = block }
    }

    mutating func leave() {
        if let table { left = (table, cursor) }
        (table, block, strayTable) = (nil, nil, nil)
        run += 1
    }

    /// A row begins, by its entry. It goes on with the table that was left if it is one of the rows that had not come.
    mutating func enter(_ number: Int, block: Int, table: Int) -> Rank {
        if self.table == nil, let left, left.table == table, number > left.cursor {
            self.table = table
            self.left = nil
        }
        guard self.table == table else {
            (self.table, self.block) = (nil, nil)
            if strayTable != table { run += 1 }
            strayTable = table
            return .stray
        }
        cursor = number
        return self.block == block ? .headed : .inTable
    }
}

/// What tells of a row whether it is the report's.
struct RowStanding {
    var rank = FormStanding.Rank.headed
    /// Whether it is of a copy of its table that need not be of the same report.
    var isOfOtherCopy = false
    /// The header of the document's own over its figures.
    var ownHeader: Range<Int>?
}
