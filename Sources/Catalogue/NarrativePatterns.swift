import Values

/// Everything the catalogue knows of sentences: words, patterns and examples, from as many files as there are subjects.
package struct NarrativePatterns: Sendable {
    package var lexicon: NarrativeLexicon
    /// Word lists that shapes name in angle brackets.
    package var lists: [String: [String]]
    package var patterns: [NarrativePattern]
    package var examples: [NarrativeExample]
    /// The unit of every known code.
    package var units: [String: Unit]

    /// Reads the files in order; where two patterns want the same number at the same distance, the earlier one has it.
    ///
    /// - Parameter files: one of them holds the `context` and `alike` of the lexicon.
    package static func parse(
        files: [(name: String, text: String)], units: [String: Unit]
    ) throws(CatalogueError) -> NarrativePatterns {
        var result = NarrativePatterns(
            lexicon: NarrativeLexicon(words: [:], alike: [:], letters: ""), lists: [:], patterns: [], examples: [],
            units: units)
        var entries: [(value: YAMLValue, keys: [String: YAMLValue])] = []
        for file in files {
            let value = try YAMLValue(parsing: file.text, file: file.name)
            let keys = try value.mapping(allowing: [
                "context", "alike", "letters", "indicators", "words", "patterns", "examples",
            ])
            entries.append((value, keys))
            if let context = keys["context"] {
                result.lexicon = try NarrativeLexicon(
                    context: context, alike: try keys.required("alike", in: value),
                    letters: try keys["letters"]?.string() ?? "")
            }
            if let words = keys["words"] { try result.addLists(words) }
        }
        for entry in entries {
            for pattern in try entry.keys["patterns"]?.sequence() ?? [] { try result.addPattern(pattern) }
            for example in try entry.keys["examples"]?.sequence() ?? [] { try result.addExample(example) }
        }
        return result
    }

    private mutating func addLists(_ value: YAMLValue) throws(CatalogueError) {
        for (key, words) in try value.entries() {
            let name = try key.string()
            guard lists[name] == nil else {
                throw .duplicate(file: key.file, line: key.line, name: name)
            }
            let list = try words.strings()
            guard !list.isEmpty, !list.contains("") else {
                throw .wrongType(file: words.file, line: words.line, expected: "list")
            }
            lists[name] = list
        }
    }

    private mutating func addPattern(_ value: YAMLValue) throws(CatalogueError) {
        let pattern = try NarrativePattern(value, lists: lists, known: units, written: lexicon.words[.unit] ?? [])
        guard !patterns.contains(where: { $0.name == pattern.name }) else {
            throw .duplicate(file: value.file, line: value.line, name: pattern.name)
        }
        patterns.append(pattern)
    }

    private mutating func addExample(_ value: YAMLValue) throws(CatalogueError) {
        examples.append(try NarrativeExample(value, units: units))
    }
}

extension NarrativePattern {
    private static let keys = [
        "name", "of", "trigger", "scope", "until", "unless", "allow", "needs", "units", "combine", "parts", "blocks",
        "shapes",
    ]

    fileprivate init(
        _ value: YAMLValue, lists: [String: [String]], known: [String: Unit], written: [String]
    ) throws(CatalogueError) {
        let keys = try value.mapping(allowing: Self.keys)
        name = try keys.required("name", in: value).string()
        let prefix = try keys["of"]?.string()
        trigger = try Self.references(try keys.required("trigger", in: value), lists: lists)
        guard !trigger.isEmpty else {
            throw .missingKey(file: value.file, line: value.line, key: "trigger")
        }
        scope = try keys["scope"]?.choice("scope") ?? .clause
        until = try Self.references(keys["until"], lists: lists)
        unless = try Self.references(keys["unless"], lists: lists)
        allow = try Self.settings(keys["allow"], key: "allow")
        needs = try Self.settings(keys["needs"], key: "needs")
        units = try keys["units"]?.strings() ?? []
        if let unknown = units.first(where: { !$0.isEmpty && !written.contains($0) }), let value = keys["units"] {
            throw .unknownValue(file: value.file, line: value.line, key: "units", value: unknown, allowed: written)
        }
        combine = try keys["combine"]?.choice("combine") ?? .first
        parts = try Self.references(keys["parts"], lists: lists)
        guard combine != .sum || !parts.isEmpty else {
            throw .missingKey(file: value.file, line: value.line, key: "parts")
        }
        blocks = try keys["blocks"]?.choice("blocks") == Switch.on
        shapes = []
        for line in try keys.required("shapes", in: value).sequence() {
            shapes.append(try Self.shape(line, prefix: prefix, lists: lists, known: known))
        }
        guard codes.isEmpty == blocks else {
            throw .missingKey(file: value.file, line: value.line, key: "shapes")
        }
    }

    private enum Switch: String, CaseIterable {
        case on = "true"
        case off = "false"
    }

    private static func settings(_ value: YAMLValue?, key: String) throws(CatalogueError) -> Set<NarrativeSetting> {
        var result: Set<NarrativeSetting> = []
        guard let value else { return result }
        for name in try value.strings() {
            guard let setting = NarrativeSetting(rawValue: name) else {
                throw .unknownValue(
                    file: value.file, line: value.line, key: key, value: name,
                    allowed: NarrativeSetting.allCases.map(\.rawValue))
            }
            result.insert(setting)
        }
        return result
    }

    private static func references(
        _ value: YAMLValue?, lists: [String: [String]]
    ) throws(CatalogueError) -> [WordReference] {
        var result: [WordReference] = []
        guard let value else { return result }
        for text in try value.strings() {
            guard text.hasPrefix("<"), text.hasSuffix(">") else {
                guard !text.isEmpty else {
                    throw .wrongType(file: value.file, line: value.line, expected: "text")
                }
                result.append(.word(text))
                continue
            }
            let name = String(text.dropFirst().dropLast())
            try value.require(name, in: lists)
            result.append(.list(name))
        }
        return result
    }

    /// One shape; it must have words of its own, so that it cannot take every number of its scope.
    private static func shape(
        _ value: YAMLValue, prefix: String?, lists: [String: [String]], known: [String: Unit]
    ) throws(CatalogueError) -> NarrativeShape {
        let text = try value.string()
        let shape: NarrativeShape
        do {
            shape = try NarrativeShape(parsing: text, prefix: prefix)
        } catch {
            throw CatalogueError.unknownValue(
                file: value.file, line: value.line, key: "shapes", value: error.found, allowed: error.allowed)
        }
        for code in shape.slots.flatMap(\.codes) where known[code] == nil {
            let prefixes = Set(known.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
            let family = String(code.prefix { $0 != "." })
            let allowed = prefixes.contains(family) ? known.keys.filter { $0.hasPrefix(family + ".") } : Array(prefixes)
            throw .unknownValue(
                file: value.file, line: value.line, key: "shapes", value: code, allowed: allowed.sorted())
        }
        for name in shape.listNames { try value.require(name, in: lists) }
        guard shape.hasWords else {
            throw .unknownValue(
                file: value.file, line: value.line, key: "shapes", value: text, allowed: ["收到…{…}", "<…>…{…}"])
        }
        return shape
    }
}

extension NarrativeExample {
    fileprivate init(_ value: YAMLValue, units: [String: Unit]) throws(CatalogueError) {
        let keys = try value.mapping(allowing: ["text", "year", "figures", "never"])
        file = value.file
        line = value.line
        text = try keys.required("text", in: value).string()
        year = try keys["year"]?.integer() ?? 2020
        figures = [:]
        for (key, figure) in try keys["figures"]?.entries() ?? [] {
            let code = try key.string()
            try key.require(code, in: units)
            figures[code] = try figure.string()
        }
        never = try keys["never"]?.strings() ?? []
        for code in never { try value.require(code, in: units) }
    }
}

extension NarrativeShape {
    /// The word lists that it names.
    fileprivate var listNames: [String] { Self.listNames(parts) }

    /// Whether every way through the shape passes words, not only gaps and numbers.
    fileprivate var hasWords: Bool { Self.hasWords(parts) }

    private static func listNames(_ parts: [Part]) -> [String] {
        parts.flatMap { part -> [String] in
            switch part {
            case .words(let name): [name]
            case .oneOf(let choices, _): choices.flatMap { listNames($0) }
            default: []
            }
        }
    }

    private static func hasWords(_ parts: [Part]) -> Bool {
        parts.contains { part in
            switch part {
            case .literal, .words: true
            case .oneOf(let choices, let optional): !optional && choices.allSatisfy { hasWords($0) }
            case .gap, .slot: false
            }
        }
    }
}

extension NarrativeShape.Slot {
    fileprivate var codes: [String] {
        switch self {
        case .number(let codes): codes
        case .anyNumber: []
        case .zero(let code): [code]
        case .equal(let code, let other): [code, other]
        }
    }
}

extension YAMLValue {
    /// The case whose raw value the text is.
    fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String
    ) throws(CatalogueError) -> Choice where Choice.RawValue == String {
        let text = try string()
        guard let choice = Choice(rawValue: text) else {
            throw .unknownValue(
                file: file, line: line, key: key, value: text, allowed: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    fileprivate func require<Value>(_ name: String, in known: [String: Value]) throws(CatalogueError) {
        guard known[name] == nil else { return }
        throw .unknownValue(file: file, line: line, key: name, value: name, allowed: known.keys.sorted())
    }
}
