import Answers
import Checks
import Storage
import Values

extension SampleArchive {
    /// The page of the sample county.
    func page(_ language: Language, _ filter: Filter = Filter(), findings: [Finding]? = nil) throws -> CountyPage {
        var ofCounty = filter
        ofCounty.counties = ["青禾县"]
        return try CountyPage(
            archive, county: "青禾县", subjects: .usual(archive), filter: filter, successions: codebook.successions,
            findings: findings ?? self.findings(ofCounty), stamp: Self.stamp, language: language)
    }

    func html(_ language: Language, _ filter: Filter = Filter(), findings: [Finding]? = nil) throws -> String {
        var page = try page(language, filter, findings: findings)
        return try page.html().text
    }

    static let stamp = PageStamp(archive: "/档案/样例.sqlite", madeOn: "2023-02-01", asOf: nil)
}

extension String {
    /// What the first group of a pattern takes, wherever it matches.
    func all(_ pattern: String) throws -> [String] {
        try matches(of: Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
    }
}
