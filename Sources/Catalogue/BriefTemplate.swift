import Values

/// What the brief of a county's year says: chapters of sentences and tables, in both languages.
///
/// A sentence names its numbers in braces; its scene says which there can be, so that a template that asks for another
/// is refused with file and line.
package struct BriefTemplate: Sendable {
    package var title: Phrase
    package var totals: [String]
    package var rankings: [String]
    /// How many times last year's a figure must be, how far from it, and how many are told.
    package var unusual: (times: Int64, apart: Int64, most: Int)
    package var mostFindings: Int
    /// From how many percent of shared text on a report is named.
    package var copiedPercent: Int
    package var chapters: [Chapter]

    package struct Chapter: Sendable {
        package var title: Phrase
        package var parts: [Part]
    }

    package enum Part: Sendable {
        case sentences(BriefScene, [Sentence])
        case table(BriefTable)
    }

    package struct Sentence: Sendable {
        /// Nil where it is to be said in any case.
        package var condition: String?
        package var text: Phrase
    }

    /// The program's own, or a user's file in its place.
    ///
    /// - Parameter codes: of what there can be figures of.
    package static func load(_ file: LocalFile? = nil, codes: Set<String>) throws(CatalogueError) -> BriefTemplate {
        guard let file else { return try BriefTemplate(parsing: DataFiles.brief.parsed(), codes: codes) }
        return try BriefTemplate(parsing: YAMLValue(parsing: file.text, file: file.name), codes: codes)
    }

    /// The program's own as it stands, for users to begin with.
    package static var text: String { DataFiles.brief.text }

    init(parsing root: YAMLValue, codes: Set<String>) throws(CatalogueError) {
        let keys = try root.mapping(
            allowing: ["title", "totals", "rankings", "unusual", "findings", "copied", "chapters"])
        let heading = try keys.required("title", in: root)
        title = try Self.phrase(heading.mapping(allowing: ["zh", "en"]), in: heading, of: ["county", "year"])
        totals = try Self.codes(keys.required("totals", in: root), "totals", among: codes)
        rankings = try Self.codes(keys.required("rankings", in: root), "rankings", among: codes)
        let numbers = try Self.numbers(
            keys.required("unusual", in: root), [("times", from: 2), ("apart", from: 0), ("most", from: 0)])
        unusual = (Int64(numbers[0]), Int64(numbers[1]), numbers[2])
        mostFindings = try Self.numbers(keys.required("findings", in: root), [("most", from: 0)])[0]
        copiedPercent = try Self.numbers(keys.required("copied", in: root), [("percent", from: 1)])[0]
        chapters = []
        for value in try keys.required("chapters", in: root).sequence() { chapters.append(try Self.chapter(value)) }
    }

    private static func codes(
        _ list: YAMLValue, _ key: String, among known: Set<String>
    ) throws(CatalogueError) -> [String] {
        var codes: [String] = []
        for value in try list.sequence() {
            let code = try value.string()
            guard known.contains(code) else {
                let nearest = Nearest.name(to: code, among: known.sorted())
                throw .unknownValue(
                    file: value.file, line: value.line, key: key, value: code, allowed: nearest.map { [$0] } ?? [])
            }
            codes.append(code)
        }
        return codes
    }

    /// The numbers of a section that has these keys and no other.
    private static func numbers(
        _ section: YAMLValue, _ wanted: [(key: String, from: Int)]
    ) throws(CatalogueError) -> [Int] {
        let keys = try section.mapping(allowing: wanted.map(\.key))
        var numbers: [Int] = []
        for (key, least) in wanted {
            let entry = try keys.required(key, in: section)
            let number = try entry.integer()
            guard number >= least, number <= 1_000_000 else {
                throw .unknownValue(
                    file: section.file, line: entry.line, key: key, value: "\(number)", allowed: ["\(least)–1000000"])
            }
            numbers.append(number)
        }
        return numbers
    }

    private static func chapter(_ value: YAMLValue) throws(CatalogueError) -> Chapter {
        let keys = try value.mapping(allowing: ["zh", "en", "parts"])
        var parts: [Part] = []
        for part in try keys.required("parts", in: value).sequence() { parts.append(try self.part(part)) }
        return Chapter(title: try Phrase(keys, in: value), parts: parts)
    }

    private static func part(_ value: YAMLValue) throws(CatalogueError) -> Part {
        let keys = try value.mapping(allowing: ["scene", "sentences", "table"])
        if let name = keys["table"] {
            _ = try value.mapping(allowing: ["table"])
            return .table(try name.choice("table"))
        }
        let scene: BriefScene = try keys.required("scene", in: value).choice("scene")
        var sentences: [Sentence] = []
        for sentence in try keys.required("sentences", in: value).sequence() {
            let entries = try sentence.mapping(allowing: ["when", "zh", "en"])
            if let condition = entries["when"], !scene.conditions.contains(try condition.string()) {
                throw .unknownValue(
                    file: value.file, line: condition.line, key: "when", value: try condition.string(),
                    allowed: scene.conditions)
            }
            sentences.append(
                Sentence(
                    condition: try entries["when"]?.string(), text: try phrase(entries, in: sentence, of: scene.slots)))
        }
        return .sentences(scene, sentences)
    }

    /// A text in both languages whose braces hold names of a list.
    private static func phrase(
        _ keys: YAMLEntries, in value: YAMLValue, of slots: [String]
    ) throws(CatalogueError) -> Phrase {
        let phrase = try Phrase(keys, in: value)
        for (key, text) in [("zh", phrase.zh), ("en", phrase.en)] {
            for case .slot(let name) in BracedText.pieces(text) where !slots.contains(name) {
                throw .unknownValue(
                    file: value.file, line: try keys.required(key, in: value).line, key: key, value: "{\(name)}",
                    allowed: slots.map { "{\($0)}" })
            }
        }
        return phrase
    }
}
