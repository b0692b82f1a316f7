/// What stands above and in the form's tables besides its own labels.
package struct TableWords: Sendable {
    /// All the words of a heading that names a year and no table.
    package let dated: [String]
    /// What a line above a table, or brackets behind a label, have that are of another time or of the county.
    package let captions: [String]
    /// Of the lines between two copies of a table, what those have that tell best whose the second is.
    package let titles: [String]
    /// What heads a part of a table, and begins no other.
    package let parts: [String]
    /// What lines begin with that belong to a table.
    package let own: [String]
    /// What is said above a table that was filled in as an example.
    package let examples: [String]
    /// What heads the figures, where there is but one column of them.
    package let figures: [String]
    /// What heads columns of codes, of the numbers of lines, and of remarks.
    package let codes: [String]
    /// What heads the township's own figures of the year beside others.
    package let wholes: [String]
    /// What stands behind the digits of the year that heads figures, and what heads those of several years.
    package let years: [String]
    package let running: [String]
    /// What columns of figures beside the form's are headed by.
    package let beside: [String]
    /// What heads the column of remarks at the end.
    package let remarks: [String]
    /// What else says nothing of what is counted below it.
    package let neutral: [String]

    init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(
            allowing: [
                "dated", "captions", "titles", "parts", "own", "examples", "figures", "codes", "wholes", "years",
                "running", "beside", "remarks", "neutral",
            ])
        func words(_ key: String) throws(CatalogueError) -> [String] { try entries.required(key, in: value).words() }
        dated = try words("dated")
        captions = try words("captions")
        titles = try words("titles")
        parts = try words("parts")
        own = try words("own")
        examples = try words("examples")
        figures = try words("figures")
        codes = try words("codes")
        wholes = try words("wholes")
        years = try words("years")
        running = try words("running")
        beside = try words("beside")
        remarks = try words("remarks")
        neutral = try words("neutral")
    }
}
