/// The embedded data files. Their names cannot be enumerated at run time; a test compares these lists with the folder.
enum DataFiles {
    typealias File = (name: String, text: String)

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

    /// In alphabetical order: where two patterns want the same number at the same distance, the earlier file's has it.
    static var narrative: [File] {
        [
            file("narrative_appeals.yaml", PackageResources.narrative_appeals_yaml),
            file("narrative_assistance.yaml", PackageResources.narrative_assistance_yaml),
            file("narrative_channels.yaml", PackageResources.narrative_channels_yaml),
            file("narrative_context.yaml", PackageResources.narrative_context_yaml),
            file("narrative_disclosure.yaml", PackageResources.narrative_disclosure_yaml),
            file("narrative_hotline.yaml", PackageResources.narrative_hotline_yaml),
            file("narrative_organisation.yaml", PackageResources.narrative_organisation_yaml),
            file("narrative_place.yaml", PackageResources.narrative_place_yaml),
            file("narrative_requests.yaml", PackageResources.narrative_requests_yaml),
            file("narrative_words.yaml", PackageResources.narrative_words_yaml),
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

    static var all: [File] { [indicators, successions] + forms + narrative + rules }

    private static func file(_ name: String, _ bytes: [UInt8]) -> File {
        (name, String(decoding: bytes, as: UTF8.self))
    }
}
