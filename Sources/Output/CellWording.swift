import Values

/// What people read in a cell, for pages that lay out their own tables, with the legend of the signs that were used.
package struct CellWording {
    private var wording: EntryWording

    package init(_ language: Language) {
        wording = EntryWording(language)
    }

    package mutating func text(_ entry: Entry) -> String { wording.text(entry) }

    /// A line for each sign used since the last legend.
    package mutating func legend() -> [String] { wording.notes([]) }
}
