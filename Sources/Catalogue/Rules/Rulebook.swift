/// All rules that reports are checked by: ours, and those of users' files.
package struct Rulebook: Sendable {
    /// In the order of the files.
    package private(set) var rules: [Rule] = []
    /// The chapters of a report, in their order.
    package private(set) var chapters: [Chapter] = []
    /// What tells that a year before the report's own is meant, and not left over.
    package private(set) var earlierYears = EarlierYearWords()

    /// Below what a fact is not worth a word.
    package private(set) var limits = FactLimits()

    private let indicators: IndicatorList

    /// Reads the embedded rules. Only checks want them, so that they are not part of the codebook that every command
    /// loads.
    package init(_ codebook: Codebook) throws {
        indicators = codebook.indicators
        for file in DataFiles.rules {
            let parsed = try RuleFile(parsing: file.parsed(), indicators: codebook.indicators, tellsFacts: true)
            try add(parsed.rules)
            chapters += parsed.chapters
            if parsed.earlierYears != EarlierYearWords() { earlierYears = parsed.earlierYears }
            if let told = parsed.limits { limits = told }
        }
    }

    /// Adds a user's rules. Refused whole where a name is taken or where they contradict each other or ours.
    package mutating func add(text: String, file: String) throws {
        let root = try YAMLValue(parsing: text, file: file)
        let added = try RuleFile(parsing: root, indicators: indicators, tellsFacts: false).rules
        var copy = self
        try copy.add(added)
        try RuleSystem(copy.rules).requireConsistent()
        self = copy
    }

    private mutating func add(_ added: [Rule]) throws {
        for rule in added {
            guard !rules.contains(where: { $0.name == rule.name }) else {
                throw CatalogueError.duplicate(file: rule.file, line: rule.line, name: rule.name)
            }
            rules.append(rule)
        }
    }

    private static let mostNamed = 5

    /// The rule of a name; an unknown one is refused with those that there are.
    package func rule(named name: String) throws(RuleError) -> Rule {
        guard let rule = rules.first(where: { $0.name == name }) else {
            let titled = rules.filter { $0.title.zh.contains(name) || $0.title.en.contains(name) }
            throw .unknownRule(
                name, known: rules.map(\.name),
                titled: titled.prefix(Self.mostNamed).map { RuleError.Named(name: $0.name, title: $0.title) })
        }
        return rule
    }
}
