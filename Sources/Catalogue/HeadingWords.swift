/// How chapters, annexes and tables of contents are headed, by which they are told from sentences, rows and figures.
package struct HeadingWords: Sendable {
    /// A numbered line with one of these words is a chapter's heading.
    package let subjects: [String]
    /// Headings of chapters that need no number to be seen as what they are.
    package let bare: [String]
    /// Further headings of chapters, as tables of contents have them.
    package let listed: [String]
    package let endings: [String]
    /// What the headings of annexes begin with.
    package let annexes: [String]
    /// What stands above a table of contents.
    package let contents: [String]
    /// What stands above explanations of how the form is filled in.
    package let explanations: [String]
    /// What notes on a table begin with.
    package let notes: [String]
    /// What stands before a page's path through its site, and the word for its first step.
    package let trails: [String]
    package let home: [String]
    /// What stands before links to other pages, or above a list of them.
    package let links: [String]
    /// What lines below a report begin with, and what they are where only marks and numbers follow.
    package let below: [String]
    package let belowAlone: [String]
    /// What tells reports from other papers.
    package let reports: ReportWords
    package let titles: TitleWords
    package let periods: PeriodWords
    package let names: NameWords
    package let tables: TableWords

    init(_ root: YAMLValue) throws(CatalogueError) {
        let file = try root.mapping(allowing: ["headings", "reports", "titles", "periods", "names", "tables"])
        let value = try file.required("headings", in: root)
        let entries = try value.mapping(
            allowing: [
                "subjects", "bare", "listed", "endings", "annexes", "contents", "explanations", "notes", "trails",
                "home", "links", "below", "below_alone",
            ])
        func words(_ key: String) throws(CatalogueError) -> [String] { try entries.required(key, in: value).words() }
        subjects = try words("subjects")
        bare = try words("bare")
        listed = try words("listed")
        endings = try words("endings")
        annexes = try words("annexes")
        contents = try words("contents")
        explanations = try words("explanations")
        notes = try words("notes")
        trails = try words("trails")
        home = try words("home")
        links = try words("links")
        below = try words("below")
        belowAlone = try words("below_alone")
        reports = try ReportWords(file.required("reports", in: root))
        titles = try TitleWords(file.required("titles", in: root))
        periods = try PeriodWords(file.required("periods", in: root))
        names = try NameWords(file.required("names", in: root))
        tables = try TableWords(file.required("tables", in: root))
    }
}
