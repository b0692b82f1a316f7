import Values

/// What headers of small tables in the text say: whether a column is the township's own of the report's year, and
/// whether the rows are parts of a whole (申请方式), which the row of a sum tells.
package struct TextColumns: Sendable {
    package private(set) var own: [String] = []
    package private(set) var foreign: [String] = []
    package private(set) var accrued: [String] = []
    package private(set) var notes: [String] = []
    package private(set) var parts: [String] = []
    package private(set) var sums: [String] = []

    init() {}

    init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(allowing: ["own", "foreign", "accrued", "notes", "parts", "sums"])
        own = try entries.required("own", in: value).words()
        foreign = try entries.required("foreign", in: value).words()
        accrued = try entries.required("accrued", in: value).words()
        notes = try entries.required("notes", in: value).words()
        parts = try entries.required("parts", in: value).words()
        sums = try entries.required("sums", in: value).words()
    }
}

/// What tables with a township in each row say of their figures: beside a name, in a header, above.
package struct TownshipRowWords: Sendable {
    package private(set) var own: [String] = []
    /// The township's sum of several rows.
    package private(set) var whole: [String] = []
    /// Other times than the year; parts of a year, which captions name as well.
    package private(set) var times: [String] = []
    package private(set) var periods: [String] = []
    /// Parts of the township, and what is more than it.
    package private(set) var other: [String] = []
    /// What headers of days have.
    package private(set) var dates: [String] = []
    /// What the header over the names has.
    package private(set) var names: [String] = []
    /// What says nothing more beside the year or the sum.
    package private(set) var neutral: [String] = []
    /// What headers have for short, and the form's label.
    package private(set) var labels: [(short: String, whole: String)] = []

    init() {}

    init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(allowing: [
            "own", "whole", "times", "periods", "other", "dates", "names", "neutral", "labels",
        ])
        own = try entries.required("own", in: value).words()
        whole = try entries.required("whole", in: value).words()
        times = try entries.required("times", in: value).words()
        periods = try entries.required("periods", in: value).words()
        other = try entries.required("other", in: value).words()
        dates = try entries.required("dates", in: value).words()
        names = try entries.required("names", in: value).words()
        neutral = try entries.required("neutral", in: value).words()
        for entry in try entries.required("labels", in: value).entries() {
            labels.append((try entry.key.string(), try entry.value.string()))
        }
    }
}

/// Everything the catalogue knows of sentences: words, roles, definitions and examples, from as many files as there are
/// subjects.
package struct NarrativeCatalogue: Sendable {
    package private(set) var lexicon = NarrativeLexicon(words: [:], letters: "")
    package private(set) var textColumns = TextColumns()
    package private(set) var townshipRows = TownshipRowWords()
    package private(set) var vocabulary = RoleVocabulary()
    package private(set) var definitions: [NarrativeDefinition] = []
    package private(set) var examples: [NarrativeExample] = []
    /// The unit of every known code.
    package let units: [String: Unit]

    /// Reads the files; all roles first, so that a definition may use those of any file.
    ///
    /// - Parameters:
    ///   - files: one of them holds the `context` of the lexicon.
    ///   - proven: of how many of the files, from the first on, the examples are left out.
    package init(files: [YAMLValue], units: [String: Unit], proven: Int = 0) throws(CatalogueError) {
        self.units = units
        var entries: [YAMLEntries] = []
        for file in files {
            let keys = try file.mapping(allowing: [
                "context", "letters", "roles", "dimensions", "definitions", "examples", "indicators", "text_columns",
                "township_rows",
            ])
            if let columns = keys["text_columns"] { textColumns = try TextColumns(columns) }
            if let rows = keys["township_rows"] { townshipRows = try TownshipRowWords(rows) }
            entries.append(keys)
            if let context = keys["context"] {
                lexicon = try NarrativeLexicon(context: context, letters: try keys["letters"]?.string() ?? "")
            }
            if let roles = keys["roles"] { try vocabulary.read(roles) }
        }
        for (number, keys) in entries.enumerated() {
            let dimensions = try NarrativeDefinition.parseDimensions(keys["dimensions"])
            for value in try keys["definitions"]?.sequence() ?? [] {
                let family = try NarrativeDefinition.parseFamily(
                    value, dimensions: dimensions, vocabulary: vocabulary, indicators: units)
                for definition in family { try define(definition) }
            }
            guard number >= proven else { continue }
            for value in try keys["examples"]?.sequence() ?? [] {
                examples.append(try NarrativeExample(value, units: units))
            }
        }
    }

    private mutating func define(_ new: NarrativeDefinition) throws(CatalogueError) {
        for other in definitions where other.overlaps(new) && other.code != new.code {
            let isAgreed = new.beside.contains(other.code) || other.beside.contains(new.code)
            guard isAgreed else {
                throw .rivals(
                    file: new.file, line: new.line, code: new.code, other: other.code,
                    place: "\(other.file):\(other.line)")
            }
        }
        definitions.append(new)
    }
}
