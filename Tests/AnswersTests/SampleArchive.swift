import Catalogue
import Checks
import Foundation
import Importing
import Output
import Storage
import Support
import Values

@testable import Answers

/// An archive of all sample reports, made once for all tests.
struct SampleArchive {
    static let made = Result { try SampleArchive() }

    let archive: Archive
    let codebook: Codebook

    /// The folder of sample data in the source tree.
    static let folder = SourceTree.samples.path

    private init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-answers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        codebook = try LoadedCatalogue.codebook()
        let path = folder.appending(path: "样例.sqlite").path
        let archive = try Archive.openForWriting(path: path, indicators: codebook.indicators)
        let sources = try SourceFiles([Self.folder])
        try Importer(archive, codebook: codebook).run(sources.files) { _ in }
        self.archive = archive
    }

    func ids(_ codes: String...) throws -> [Indicator.ID] { try archive.indicators.ids(meantBy: codes) }

    func comparison(
        _ codes: String..., filter: Filter = Filter(counties: ["青禾县"]), options: ComparisonOptions = ComparisonOptions()
    ) throws -> IndicatorComparison {
        try IndicatorComparison(
            archive, indicators: archive.indicators.ids(meantBy: codes), filter: filter, options: options,
            successions: codebook.successions, language: .english)
    }

    /// Of measures, by the words that people call them.
    func measured(
        _ words: String..., filter: Filter = Filter(counties: ["青禾县"]),
        options: ComparisonOptions = ComparisonOptions(), language: Language = .english
    ) throws -> IndicatorComparison {
        let asked = try archive.measures().meaning(of: words, among: archive.indicators)
        return try IndicatorComparison(
            archive, indicators: asked.indicators, measures: asked.measures, filter: filter, options: options,
            successions: codebook.successions, language: language)
    }

    var check: ArchiveCheck {
        get throws {
            let checker = Checker(try Rulebook(codebook), forms: codebook.forms, indicators: archive.indicators)
            return try ArchiveCheck(archive, checker: checker, today: "2023-01-01")
        }
    }

    func findings(_ filter: Filter) throws -> [Finding] { try check.run(filter).findings }

    /// What a careful reader takes from a report: the number in display units, by indicator.
    static func expected(_ township: String, _ year: Int) throws -> [String: String] {
        let text = try String(contentsOfFile: "\(folder)/青禾县/\(year)/\(township).expected.csv", encoding: .utf8)
        var values: [String: String] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if fields.count > 3, fields[3] == "reported" { values[fields[0]] = fields[1] }
        }
        return values
    }
}

extension IndicatorComparison {
    /// What programs get.
    var rows: Sheet {
        get throws {
            var sheet = Sheet(columns: [])
            _ = try visitRows { head, rows in
                sheet = head
                try rows { sheet.rows.append($0) }
            }
            return sheet
        }
    }

    var warnings: [Phrase] { get throws { try visitRows { _, _ in } } }

    /// What people get.
    var sections: [Sheet] {
        get throws {
            var sections: [Sheet] = []
            _ = try visitSections { head, rows, footnotes in
                var sheet = head
                try rows { sheet.rows.append($0) }
                sheet.footnotes = footnotes
                sections.append(sheet)
            }
            return sections
        }
    }
}

extension Sheet {
    /// The rows as a program reads them.
    func csv() throws -> [[String]] {
        var bytes: [UInt8] = []
        let writer = SheetWriter(.csv, language: .english, audience: .program) { bytes += $0 }
        try writer.write(self)
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    func table(_ language: Language = .english) throws -> String {
        var bytes: [UInt8] = []
        let writer = SheetWriter(.table, language: language, audience: .program) { bytes += $0 }
        try writer.write(self)
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }
}
