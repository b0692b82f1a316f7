import Values

/// Everything the catalogue knows of sentences: words, roles, definitions and examples, from as many files as there are
/// subjects.
package struct NarrativeCatalogue: Sendable {
    package private(set) var lexicon = NarrativeLexicon(words: [:], letters: "")
    package private(set) var vocabulary = RoleVocabulary()
    package private(set) var definitions: [NarrativeDefinition] = []
    package private(set) var examples: [NarrativeExample] = []
    /// The unit of every known code.
    package let units: [String: Unit]

    /// Reads the files; all roles first, so that a definition may use those of any file.
    ///
    /// - Parameter files: one of them holds the `context` of the lexicon.
    package init(files: [YAMLValue], units: [String: Unit]) throws(CatalogueError) {
        self.units = units
        var entries: [[String: YAMLValue]] = []
        for file in files {
            let keys = try file.mapping(allowing: [
                "context", "letters", "roles", "definitions", "examples", "indicators",
            ])
            entries.append(keys)
            if let context = keys["context"] {
                lexicon = try NarrativeLexicon(context: context, letters: try keys["letters"]?.string() ?? "")
            }
            if let roles = keys["roles"] { try vocabulary.read(roles) }
        }
        for keys in entries {
            for value in try keys["definitions"]?.sequence() ?? [] { try define(value) }
            for value in try keys["examples"]?.sequence() ?? [] {
                examples.append(try NarrativeExample(value, units: units))
            }
        }
    }

    private mutating func define(_ value: YAMLValue) throws(CatalogueError) {
        let new = try NarrativeDefinition(value, vocabulary: vocabulary, indicators: units)
        for other in definitions where other.code != new.code && other.overlaps(new) {
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
