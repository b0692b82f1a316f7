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

    /// Makes the folder if it is not there.
    package init(folder: String, replacing: Bool, stamp: PageStamp, language: Language) throws {
        self.folder = folder
        self.replacing = replacing
        self.stamp = stamp
        self.language = language
        try OutputFolder.make(folder)
    }

    /// Writes the pages and returns their paths. Nothing is written where one of them exists and must be kept.
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
        let paths = ([Self.indexName] + names).map { "\(folder)/\($0).html" }
        // One at a time, since there may be more than a process may have open.
        for path in paths { _ = try OutputFile(path, replacing: replacing) }
        var index = IndexPage(stamp: stamp, language: language)
        for (number, county) in counties.enumerated() {
            var page = try CountyPage(
                archive, county: county, subjects: subjects, filter: filter, successions: successions,
                findings: findings(county), stamp: stamp, language: language)
            index.add(page, file: "\(names[number]).html")
            try Self.write(page.html(), to: OutputFile(paths[number + 1], replacing: replacing))
        }
        try Self.write(index.html, to: OutputFile(paths[0], replacing: replacing))
        return paths
    }

    private static func write(_ page: Markup, to file: OutputFile) throws {
        var text = page.text
        try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
        try file.commit()
    }

    private static let indexName = "index"

    /// What the counties' pages are called, each another than the rest and than the index.
    static func fileNames(_ counties: [String], _ language: Language) -> [String] {
        let titles = counties.map { $0.isEmpty ? Phrase(zh: "未注明县区", en: "no-county")[language] : $0 }
        return Array(FileNames.distinct([indexName] + titles).dropFirst())
    }
}
