/// What can be known of reports: the indicators, the editions of the form, and, when asked for, what sentences look
/// like.
///
/// Its data files are embedded in the program, so that a moved binary finds them.
package struct Codebook: Sendable {
    package let indicators: IndicatorList
    /// From the oldest edition to the newest.
    package let forms: [Form]
    package let successions: [Succession]
    private let local: [LocalFile]
    /// Whether there is nothing in it but the program's own files.
    package var isOwn: Bool { local.isEmpty }

    init(indicators: [Indicator], forms: [Form], successions: [Succession], local: [LocalFile]) {
        self.indicators = IndicatorList(indicators)
        self.forms = forms
        self.successions = successions
        self.local = local
    }

    /// Reads the embedded data files, and after them those of users.
    package static func load(adding local: [LocalFile] = []) throws(CatalogueError) -> Codebook {
        let own = try Indicator.parse(DataFiles.indicators.parsed())
        let codes = Set(own.map(\.code))
        var forms: [Form] = []
        for file in DataFiles.forms {
            forms.append(try Form(parsing: file.parsed(), codes: codes))
        }
        let successions = try Succession.parse(DataFiles.successions.parsed(), codes: codes)
        var readingFiles: [LocalFile] = []
        for file in local where try !file.hasMeasures { readingFiles.append(file) }
        return Codebook(
            indicators: try Indicator.adding(readingFiles, to: own), forms: forms, successions: successions,
            local: readingFiles)
    }

    /// Reads what is known of sentences, and what users add to it. Only reading reports needs it, and it is most of the
    /// catalogue.
    ///
    /// - Parameter withOwnExamples: whether the program's own examples are read, too: they are its tests, and proven
    ///   when it is built.
    package func loadNarrative(withOwnExamples: Bool = false) throws(CatalogueError) -> NarrativeCatalogue {
        let units = Dictionary(uniqueKeysWithValues: indicators.map { ($0.code, $0.unit) })
        var files: [YAMLValue] = []
        for file in DataFiles.narrative { files.append(try file.parsed()) }
        for file in local { files.append(try YAMLValue(parsing: file.text, file: file.name)) }
        let narrative = try NarrativeCatalogue(
            files: files, units: units, proven: withOwnExamples ? 0 : DataFiles.narrative.count)
        for file in local { try file.checkRoles(narrative.vocabulary) }
        return narrative
    }

    /// Reads how a report's parts are headed.
    package func loadHeadings() throws(CatalogueError) -> HeadingWords { try HeadingWords(DataFiles.headings.parsed()) }

    /// All that decides what is read from a document: the program's files and after them those of users.
    package var readingFiles: [LocalFile] {
        let own = [DataFiles.indicators, DataFiles.headings] + DataFiles.forms + DataFiles.narrative
        return own.map { LocalFile(name: $0.name, text: $0.text) } + local
    }

    /// What the program was built from, where that was said.
    package static var commit: String? { DataFiles.commit.isEmpty ? nil : DataFiles.commit }

    package func form(_ edition: String) -> Form? { forms.first { $0.edition == edition } }

    /// The editions whose forms have a cell for the indicator, from the oldest; none for what only sentences tell.
    package func editions(of code: String) -> [String] {
        forms.filter { $0.codes.contains(code) }.map(\.edition)
    }
}
