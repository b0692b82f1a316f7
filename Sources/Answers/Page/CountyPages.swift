import Catalogue
import Checks
import Output
import Storage
import Values

/// Writes a page for each county that a filter admits, and one that leads to them.
package struct CountyPages {
    private let folder: String
    private let replacing: Bool
    private let stamp: PageStamp
    private let language: Language

    /// Pages that are there already are kept unless `replacing`.
    package init(folder: String, replacing: Bool, stamp: PageStamp, language: Language) {
        self.folder = folder
        self.replacing = replacing
        self.stamp = stamp
        self.language = language
    }

    /// Writes the pages, which come into the folder together, and returns their paths.
    package func write(
        _ archive: Archive, subjects: PageSubjects, filter: Filter, successions: [Succession],
        findings: (String) throws -> [Finding]
    ) throws -> [String] {
        var counties: [String] = []
        for place in try archive.reportedYears(filter).places where counties.last != place.county {
            counties.append(place.county)
        }
        guard !counties.isEmpty else { return [] }
        let names = Self.fileNames(counties, language)
        let files = ([Self.indexName] + names).map { "\($0).html" }
        let pages = try OutputFolder(folder, of: files, mark: files[0], replacing: replacing)
        var index = IndexPage(stamp: stamp, language: language)
        for (number, county) in counties.enumerated() {
            var page = try CountyPage(
                archive, county: county, subjects: subjects, filter: filter, successions: successions,
                findings: findings(county), stamp: stamp, language: language)
            index.add(page, file: files[number + 1])
            try Self.write(page.html(), as: files[number + 1], to: pages)
        }
        try Self.write(index.html, as: files[0], to: pages)
        try pages.commit()
        return files.map { "\(folder)/\($0)" }
    }

    private static func write(_ page: Markup, as name: String, to folder: OutputFolder) throws {
        var text = page.text
        try folder.write(name) { file in try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) } }
    }

    private static let indexName = "index"

    /// What the counties' pages are called, each another than the rest and than the index.
    static func fileNames(_ counties: [String], _ language: Language) -> [String] {
        let titles = counties.map { $0.isEmpty ? Phrase(zh: "未注明县区", en: "no-county")[language] : $0 }
        return Array(FileNames.distinct([indexName] + titles).dropFirst())
    }
}
