/// How the titles of reports are worded, by which they are told from sentences, from other papers and from what a page
/// has.
package struct TitleWords: Sendable {
    /// What a title says that the report is about, and what it calls it.
    package let subjects: [String]
    package let kinds: [String]
    /// What the titles of rules, notices, plans and guides end in.
    package let papers: [String]
    /// What no title has.
    package let foreign: [String]
    /// What sentences and lists begin with that tell of a report.
    package let sentences: [String]
    /// What may stand in a title before whose report it is.
    package let leading: [String]

    init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(
            allowing: ["subjects", "kinds", "papers", "foreign", "sentences", "leading"])
        func words(_ key: String) throws(CatalogueError) -> [String] { try entries.required(key, in: value).words() }
        subjects = try words("subjects")
        kinds = try words("kinds")
        papers = try words("papers")
        foreign = try words("foreign")
        sentences = try words("sentences")
        leading = try words("leading")
    }
}
