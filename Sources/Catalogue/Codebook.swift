/// What can be known of reports: the indicators, the editions of the form, and what sentences look like.
///
/// Its data files are embedded in the program, so that a moved binary finds them.
package struct Codebook: Sendable {
    /// In the order in which figures are listed everywhere; other types refer to an indicator by its place here.
    package let indicators: [Indicator]
    /// From the oldest edition to the newest.
    package let forms: [Form]
    package let narrative: NarrativePatterns
    package let successions: [Succession]

    init(
        indicators: [Indicator], forms: [Form], narrative: NarrativePatterns, successions: [Succession]
    ) {
        self.indicators = indicators
        self.forms = forms
        self.narrative = narrative
        self.successions = successions
        places = Dictionary(uniqueKeysWithValues: indicators.indices.map { (indicators[$0].code, $0) })
    }

    /// Reads the embedded data files.
    package static func load() throws(CatalogueError) -> Codebook {
        let file = DataFiles.indicators
        let indicators = try Indicator.parse(file.text, file: file.name)
        let units = Dictionary(uniqueKeysWithValues: indicators.map { ($0.code, $0.unit) })
        var forms: [Form] = []
        for file in DataFiles.forms {
            forms.append(try Form(parsing: file.text, file: file.name, codes: Set(units.keys)))
        }
        let narrative = try NarrativePatterns.parse(files: DataFiles.narrative, units: units)
        let successions = try Succession.parse(
            DataFiles.successions.text, file: DataFiles.successions.name, codes: Set(units.keys))
        return Codebook(indicators: indicators, forms: forms, narrative: narrative, successions: successions)
    }

    /// Each code's place in `indicators`.
    package let places: [String: Int]

    /// Where an indicator stands in `indicators`.
    package func place(of code: String) -> Int? { places[code] }

    package func form(_ edition: String) -> Form? { forms.first { $0.edition == edition } }

    /// The editions whose forms have a cell for the indicator, from the oldest; none for what only sentences tell.
    package func editions(of code: String) -> [String] {
        forms.filter { $0.codes.contains(code) }.map(\.edition)
    }
}
