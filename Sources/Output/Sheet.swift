import Values

/// A table of answers that is ready to be written in any format: its columns, its rows, and what a reader must know of
/// it.
///
/// A row has one entry for each column; a short row counts as ending in empty entries.
package struct Sheet: Sendable, Hashable {
    package var title: Phrase?
    /// What a worksheet of it is called, where the title is too long for that.
    package var name: Phrase?
    package var columns: [Column]
    /// Titles that span several columns, above the columns' own; a group may lie inside another.
    package var groups: [ColumnGroup]
    package var rows: [[Entry]]
    /// Body cells that are one cell for people; machine formats and the aligned table print the first and leave the
    /// others empty.
    package var merges: [Merge]
    package var footnotes: [Phrase]

    package init(
        title: Phrase? = nil, columns: [Column], groups: [ColumnGroup] = [], rows: [[Entry]] = [],
        merges: [Merge] = [], footnotes: [Phrase] = []
    ) {
        self.title = title
        self.columns = columns
        self.groups = groups
        self.rows = rows
        self.merges = merges
        self.footnotes = footnotes
    }
}

/// How much attention a row asks for.
package enum Emphasis: Sendable, Hashable {
    case grave
    case doubtful
    case slight
}

/// One column: the key is what programs read and never changes, the title what people read.
package struct Column: Sendable, Hashable {
    package enum Kind: Sendable {
        case text
        /// Aligned right, digit under digit.
        case number
    }

    package var key: String
    package var title: Phrase
    package var kind: Kind
    /// Whether a window that is too narrow for all columns may go without it.
    package var isSpare: Bool

    package init(_ key: String, _ title: Phrase, _ kind: Kind = .text, isSpare: Bool = false) {
        self.key = key
        self.title = title
        self.kind = kind
        self.isSpare = isSpare
    }
}

/// A title over neighbouring columns, such as 法人或其他组织 over its five kinds.
package struct ColumnGroup: Sendable, Hashable {
    package var title: Phrase
    package var columns: Range<Int>

    package init(_ title: Phrase, over columns: Range<Int>) {
        self.title = title
        self.columns = columns
    }
}

/// A rectangle of body cells that is shown as one, with the entry of its upper left corner.
package struct Merge: Sendable, Hashable {
    package var rows: Range<Int>
    package var columns: Range<Int>

    package init(rows: Range<Int>, columns: Range<Int>) {
        self.rows = rows
        self.columns = columns
    }
}
