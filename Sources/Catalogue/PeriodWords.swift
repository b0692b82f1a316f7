/// How a report tells the time that its figures cover.
package struct PeriodWords: Sendable {
    /// What the time is called where days follow, in the order in which they are looked for.
    package let subjects: [String]
    /// What stands right before the last day, where nothing tells the first.
    package let until: [String]
    /// Parts of a year that titles name, in the order in which they are looked for.
    package let parts: [String]

    init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(allowing: ["subjects", "until", "parts"])
        func words(_ key: String) throws(CatalogueError) -> [String] { try entries.required(key, in: value).words() }
        subjects = try words("subjects")
        until = try words("until")
        parts = try words("parts")
    }
}
