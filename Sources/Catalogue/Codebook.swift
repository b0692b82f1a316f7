/// What can be known of reports: the indicators, the editions of the form, and what sentences look like.
///
/// Its data files are embedded in the program, so that a moved binary finds them.
package struct Codebook: Sendable {
    /// In the order in which figures are listed everywhere; other types refer to an indicator by its place here.
    package let indicators: [Indicator]
    /// From the oldest edition to the newest.
    package let forms: [Form]
    private let places: [String: Int]

    init(indicators: [Indicator], forms: [Form]) {
        self.indicators = indicators
        self.forms = forms
        places = Dictionary(uniqueKeysWithValues: indicators.indices.map { (indicators[$0].code, $0) })
    }

    /// Reads the embedded data files.
    package static func load() throws(CatalogueError) -> Codebook {
        let indicators = try Indicator.parse(
            text(PackageResources.indicators_yaml), file: "indicators.yaml")
        let codes = Set(indicators.map(\.code))
        var forms: [Form] = []
        for (file, bytes) in [
            ("form_2014.yaml", PackageResources.form_2014_yaml),
            ("form_2019.yaml", PackageResources.form_2019_yaml),
            ("form_2021.yaml", PackageResources.form_2021_yaml),
        ] {
            forms.append(try Form(parsing: text(bytes), file: file, codes: codes))
        }
        return Codebook(indicators: indicators, forms: forms)
    }

    /// Where an indicator stands in `indicators`.
    package func place(of code: String) -> Int? { places[code] }

    package func form(_ edition: String) -> Form? { forms.first { $0.edition == edition } }

    /// The editions whose forms have a cell for the indicator, from the oldest; none for what only sentences tell.
    package func editions(of code: String) -> [String] {
        forms.filter { $0.codes.contains(code) }.map(\.edition)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
