/// What tells a report from other papers where no line of the text is its title.
package struct ReportWords: Sendable {
    /// The form's chapters in their order, each kind by the words that its headings have.
    package let chapters: [Chapter]
    /// What a report calls itself in its first sentences.
    package let openings: [String]
    /// What rules, plans and guides say of themselves.
    package let paperMarks: [String]
    /// What stands in forms of papers where the township's name is to be put.
    package let placeholders: [String]
    /// How townships, and how other bodies, call themselves.
    package let own: [String]
    package let others: [String]
    /// How a township calls itself right before a year, and right behind one.
    package let beforeYear: [String]
    package let behindYear: [String]
    /// What tells soon behind a year that it is planned for.
    package let plans: [String]
    /// What all of a report is about.
    package let disclosure: [String]

    package struct Chapter: Sendable {
        package let words: [String]
        /// Whether only reports have it: a guide is about disclosure on request as well.
        package let isOfReports: Bool
    }

    init(_ value: YAMLValue) throws(CatalogueError) {
        let kinds = ["overview", "proactive", "requests", "disputes", "fees", "problems", "other", "upkeep"]
        let entries = try value.mapping(
            allowing: kinds + [
                "openings", "paper_marks", "placeholders", "own", "others", "before_year", "behind_year", "plans",
                "disclosure",
            ])
        func words(_ key: String) throws(CatalogueError) -> [String] { try entries.required(key, in: value).words() }
        chapters = try kinds.map { kind throws(CatalogueError) in
            Chapter(words: try words(kind), isOfReports: ["overview", "problems", "other"].contains(kind))
        }
        openings = try words("openings")
        paperMarks = try words("paper_marks")
        placeholders = try words("placeholders")
        own = try words("own")
        others = try words("others")
        beforeYear = try words("before_year")
        behindYear = try words("behind_year")
        plans = try words("plans")
        disclosure = try words("disclosure")
    }
}
