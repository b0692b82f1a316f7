import Values

/// A change of the official form in one thing that it asks for: what stood in the older form, and what took its place.
///
/// Several codes on one side are one thing as their sum. An item that ended with its form has no newer code.
package struct Succession: Sendable, Hashable {
    package enum Grade: String, Sendable, CaseIterable {
        case same
        /// Comparable, and a comparison says so.
        case near
        case notComparable = "not_comparable"
        case ended
    }

    package var older: [String]
    package var newer: [String]
    package var grade: Grade
    /// What changed.
    package var note: Phrase

    package init(older: [String], newer: [String], grade: Grade, note: Phrase) {
        self.older = older
        self.newer = newer
        self.grade = grade
        self.note = note
    }

    /// Reads the embedded data file alone: a comparison needs nothing else of the catalogue, and has no time for more.
    package static func load() throws(CatalogueError) -> [Succession] {
        try parse(DataFiles.successions.parsed())
    }
}
