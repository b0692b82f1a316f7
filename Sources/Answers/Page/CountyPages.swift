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
        _ archive: Archive, indicators: [Indicator.ID], measures: [Measure] = [], filter: Filter, successions: [Succession],
        findings: (String) throws -> [Finding]
    ) throws -> [String] {
        var counties: [String] = []
        for place in try archive.reportedYears(filter).places where counties.last != place.county {
            counties.append(place.county)
        }
        let paths = counties.map { "\(folder)/\(Self.fileName($0, language)).html" }
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

    /// A county's name without what a file's name cannot hold.
    private static func fileName(_ county: String, _ language: Language) -> String {
        guard !county.isEmpty else { return Phrase(zh: "未注明县区", en: "no-county")[language] }
        let scalars = county.unicodeScalars.map { scalar in
            scalar.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
        }
        let name = String(scalars)
        return name.hasPrefix(".") ? "_" + name.dropFirst() : name
    }
}
