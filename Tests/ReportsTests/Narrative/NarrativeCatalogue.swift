import Catalogue
import Foundation
import Values

@testable import Reports

/// The catalogue's sentences as the tests use them, with the codes of `Tests/Fixtures/indicators.csv`.
enum NarrativeCatalogue {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func fixture(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: "Tests/Fixtures/\(name)"), encoding: .utf8)
    }

    /// Code to unit, of every indicator.
    static func units() throws -> [String: Values.Unit] {
        var units: [String: Values.Unit] = [:]
        for line in try fixture("indicators.csv").split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            // Code first, then labels that may hold commas; unit, kind and editions are the last three.
            guard fields.count >= 6, let code = fields.first else { continue }
            units[String(code)] = Values.Unit(rawValue: String(fields[fields.count - 3]))
        }
        return units
    }

    /// The codes that only sentences tell.
    static func narrativeCodes() throws -> [String] {
        try fixture("indicators.csv").split(whereSeparator: \.isNewline)
            .filter { $0.hasSuffix(",narrative") }.map { String($0.prefix { $0 != "," }) }
    }

    /// The file of the lexicon alone.
    static func context() throws -> String {
        try String(
            contentsOf: root.appending(path: "Sources/Catalogue/Data/narrative_context.yaml"), encoding: .utf8)
    }

    static func patterns() throws -> NarrativePatterns {
        let folder = root.appending(path: "Sources/Catalogue/Data")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix("narrative_") }.sorted()
        let files = try names.map { name in
            (name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
        }
        return try NarrativePatterns.parse(files: files, units: try units())
    }
}

/// A reader over the whole catalogue that speaks codes and display values.
struct SentenceReader: Sendable {
    let reader: NarrativeReader
    let codes: [String]
    let units: [String: Values.Unit]

    init(_ patterns: NarrativePatterns) {
        let codes = patterns.units.keys.sorted()
        self.codes = codes
        units = patterns.units
        reader = NarrativeReader(
            patterns: patterns, indicators: Dictionary(uniqueKeysWithValues: zip(codes, codes.indices)))
    }

    static let shared = Result { SentenceReader(try NarrativeCatalogue.patterns()) }

    func reading(_ text: String, year: Int) -> NarrativeReading {
        reader.read(lines: Array(text.utf8), year: year)
    }

    /// Code to value in display units, `>`, `~` or `<` in front where it is approximate.
    func figures(_ text: String, year: Int) -> [String: String] {
        figures(reading(text, year: year))
    }

    func figures(_ reading: NarrativeReading) -> [String: String] {
        var result: [String: String] = [:]
        for figure in reading.figures {
            guard let amount = figure.reading.amount else { continue }
            let code = codes[figure.indicator]
            result[code] = amount.notation(scale: units[code]?.scale ?? 1)
        }
        return result
    }
}
