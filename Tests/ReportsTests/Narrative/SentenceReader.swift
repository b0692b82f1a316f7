import Catalogue
import Foundation
import Testing
import Values

@testable import Reports

/// A reader over the whole catalogue that speaks codes and display values.
struct SentenceReader: Sendable {
    let reader: NarrativeReader
    let catalogue: NarrativeCatalogue
    let codes: [String]

    init(_ catalogue: NarrativeCatalogue) {
        self.catalogue = catalogue
        let codes = catalogue.units.keys.sorted()
        self.codes = codes
        reader = NarrativeReader(
            catalogue,
            indicators: Dictionary(uniqueKeysWithValues: zip(codes, codes.indices.map(Indicator.ID.init(place:)))))
    }

    static let shared = Result { SentenceReader(try Codebook.load().loadNarrative(withOwnExamples: true)) }

    func reading(_ text: String, year: Int) -> NarrativeReading {
        reader.read(lines: Array(text.utf8), year: year)
    }

    /// Code to value in display units, `>`, `~` or `<` in front where it is approximate.
    func figures(_ text: String, year: Int) -> [String: String] {
        var result: [String: String] = [:]
        for figure in reading(text, year: year).figures {
            guard let amount = figure.reading.amount else { continue }
            let code = codes[figure.indicator.place]
            result[code] = amount.notation(scale: catalogue.units[code]?.scale ?? 1)
        }
        return result
    }

    /// Expects these figures of a sentence, and no others.
    func expect(
        _ text: String, _ figures: [String: String], year: Int = 2023,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(self.figures(text, year: year) == figures, "\(text)", sourceLocation: sourceLocation)
    }
}

/// Labelled sentences under `Tests/Fixtures`.
struct LabelledSentence {
    var id: String
    var kind: String
    var text: String
    var year: Int
    /// Code to value, without a mark for 余 or 约.
    var want: [String: String]
    var either: Set<String>
    /// Codes that it only seems to tell a figure of.
    var never: [String]
    /// Whether it was labelled for the first codes only.
    var isOfFirstCodes: Bool

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    static func load(_ name: String) throws -> [LabelledSentence] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return try YAMLValue(parsing: text, file: name).sequence().map { try LabelledSentence($0) }
    }

    private init(_ value: YAMLValue) throws {
        let keys = try value.mapping(allowing: [
            "id", "kind", "code", "counter", "text", "year", "want", "claims", "new", "either", "note", "never", "held",
            "codes",
        ])
        id = try keys["id"]?.string() ?? "\(value.file):\(value.line)"
        kind = try keys["kind"]?.string() ?? keys["code"]?.string() ?? ""
        text = try keys.required("text", in: value).string()
        year = try keys.required("year", in: value).integer()
        want = [:]
        for key in ["want", "claims", "new"] {
            for (code, figure) in try keys[key]?.entries() ?? [] {
                want[try code.string()] = try figure.string().trimmingCharacters(in: ["<", ">", "~"])
            }
        }
        let counter = try keys["counter"] == nil ? [] : [keys["code"]?.string()].compactMap { $0 }
        never = try (keys["never"]?.strings() ?? []) + counter
        either = Set(try keys["either"]?.strings() ?? [])
        isOfFirstCodes = try keys["codes"]?.string() == "first"
    }
}

/// How many figures of some sentences were told, given and right.
struct SentenceScore: CustomStringConvertible {
    var wanted = 0
    var given = 0
    var right = 0

    var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
    var precision: Double { given == 0 ? 1 : Double(right) / Double(given) }
    var description: String { "\(right) right of \(given) given and \(wanted) told" }

    mutating func add(_ code: String, _ sentence: LabelledSentence, _ figures: [String: String]) {
        let wanted = sentence.want[code]
        guard wanted != nil || !sentence.either.contains(code) else { return }
        let given = figures[code]?.trimmingCharacters(in: ["<", ">", "~"])
        self.wanted += wanted == nil ? 0 : 1
        self.given += given == nil ? 0 : 1
        right += given != nil && given == wanted ? 1 : 0
    }
}
