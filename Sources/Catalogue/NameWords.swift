/// Where the names of townships begin and end in sentences, and what looks like one and is none.
package struct NameWords: Sendable {
    /// What they end in, in traditional letters as well.
    package let kinds: [String]
    /// Words that end so and are no names.
    package let common: [String]
    /// What makes another word of such an end.
    package let behind: [String]
    /// Townships without their names.
    package let everyone: [String]
    /// What stands before names in sentences and is no part of them.
    package let joints: [String]
    /// The same of letters that names begin with, too.
    package let doubtful: [String]
    /// Of what stands before names, that behind which no verb can stand.
    package let leaders: [String]
    /// Words that no name of a place has.
    package let verbs: [String]

    init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(
            allowing: ["kinds", "common", "behind", "everyone", "joints", "doubtful", "leaders", "verbs"])
        func words(_ key: String) throws(CatalogueError) -> [String] { try entries.required(key, in: value).words() }
        kinds = try words("kinds")
        common = try words("common")
        behind = try words("behind")
        everyone = try words("everyone")
        joints = try words("joints")
        doubtful = try words("doubtful")
        leaders = try words("leaders")
        verbs = try words("verbs")
    }
}
