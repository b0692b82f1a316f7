import Catalogue
import Checks
import Output
import Storage
import Values

/// Writes a page for each county that a filter admits.
package struct CountyPages {
    private let folder: String
    private let replacing: Bool
    private let language: Language

    /// Makes the folder if it is not there.
    package init(folder: String, replacing: Bool, language: Language) throws {
        self.folder = folder
        self.replacing = replacing
        self.language = language
        try OutputFolder.make(folder)
    }

    /// Writes the pages and returns their paths. Nothing is written where one of them exists and must be kept.
    package func write(
        _ archive: Archive, indicators: [Indicator.ID], measures: [Measure] = [], filter: Filter,
        successions: [Succession],
        findings: (String) throws -> [Finding]
    ) throws -> [String] {
        var counties: [String] = []
        for place in try archive.reportedYears(filter).places where counties.last != place.county {
            counties.append(place.county)
        }
        let names = FileNames.distinct(counties.map { Self.title($0, language) })
        let paths = names.map { "\(folder)/\($0).html" }
        let files = try paths.map { try OutputFile($0, replacing: replacing) }
        for (county, file) in zip(counties, files) {
            var page = try CountyPage(
                archive, county: county, indicators: indicators, measures: measures, filter: filter,
                successions: successions, findings: findings(county), language: language)
            var text = page.html().text
            try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
            try file.commit()
        }
        return paths
    }

    /// What a county's page is called after.
    private static func title(_ county: String, _ language: Language) -> String {
        county.isEmpty ? Phrase(zh: "未注明县区", en: "no-county")[language] : county
    }
}
