import CompactYAML

/// The embedded data files. Their names cannot be enumerated at run time; a test compares these lists with the folder.
enum DataFiles {
    struct File {
        let name: String
        fileprivate let bytes: [UInt8]
        /// As it is written; asked for only where the tree will not do.
        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// The tree that was made of it when the program was built; a test holds that it is the text's.
        func parsed() throws(CatalogueError) -> YAMLValue {
            guard let tree = DataFiles.compiled(name) else { return try YAMLValue(parsing: text, file: name) }
            return YAMLValue(YAMLTree(written: tree).root, file: name)
        }
    }

    static var indicators: File { file("indicators.yaml", PackageResources.indicators_yaml) }

    static var successions: File { file("successions.yaml", PackageResources.successions_yaml) }

    /// The editions of the form, from the oldest to the newest.
    static var forms: [File] {
        [
            file("form_2014.yaml", PackageResources.form_2014_yaml),
            file("form_2019.yaml", PackageResources.form_2019_yaml),
            file("form_2021.yaml", PackageResources.form_2021_yaml),
        ]
    }

    /// Words first, then definitions: of two definitions of one code the earlier one is the better way to tell it.
    static var narrative: [File] {
        [
            file("narrative_context.yaml", PackageResources.narrative_context_yaml),
            file("narrative_roles.yaml", PackageResources.narrative_roles_yaml),
            file("narrative_roles_channels.yaml", PackageResources.narrative_roles_channels_yaml),
            file("narrative_roles_kinds.yaml", PackageResources.narrative_roles_kinds_yaml),
            file("narrative_roles_objects.yaml", PackageResources.narrative_roles_objects_yaml),
            file("narrative_definitions_assistance.yaml", PackageResources.narrative_definitions_assistance_yaml),
            file("narrative_definitions_beside.yaml", PackageResources.narrative_definitions_beside_yaml),
            file("narrative_definitions_cases.yaml", PackageResources.narrative_definitions_cases_yaml),
            file("narrative_definitions_disclosure.yaml", PackageResources.narrative_definitions_disclosure_yaml),
            file("narrative_definitions_kinds.yaml", PackageResources.narrative_definitions_kinds_yaml),
            file("narrative_definitions_requests.yaml", PackageResources.narrative_definitions_requests_yaml),
            file("narrative_definitions_township.yaml", PackageResources.narrative_definitions_township_yaml),
        ]
    }

    /// In the order in which rules are listed.
    static var rules: [File] {
        [
            file("rules_form.yaml", PackageResources.rules_form_yaml),
            file("rules_years.yaml", PackageResources.rules_years_yaml),
            file("rules_facts.yaml", PackageResources.rules_facts_yaml),
        ]
    }

    static var headings: File { file("headings.yaml", PackageResources.headings_yaml) }

    static var brief: File { file("brief.yaml", PackageResources.brief_yaml) }

    /// In the order in which measures are listed.
    static var measures: [File] {
        [
            file("measures.yaml", PackageResources.measures_yaml),
            file("measures_township.yaml", PackageResources.measures_township_yaml),
        ]
    }

    static var all: [File] { [indicators, successions, headings, brief] + forms + narrative + rules + measures }

    private static func file(_ name: String, _ bytes: [UInt8]) -> File {
        File(name: name, bytes: bytes)
    }
}
