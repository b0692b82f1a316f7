import Values

/// Reads a file of rules: its sets, its rules and, in ours, the chapters of a report.
struct RuleFile {
    private(set) var rules: [Rule] = []
    private(set) var chapters: [Chapter] = []
    private(set) var earlierYears = EarlierYearWords()
    private(set) var limits: FactLimits?

    /// Sets multiply: three of all indicators would be millions of equations.
    private static let mostBindings = 10_000

    private let file: String
    private let indicators: IndicatorList
    private let units: [String: Unit]
    /// Whether the file may tell of facts: ours may, a user's has equations only.
    private let tellsFacts: Bool
    private var sets: [String: [String]] = [:]

    init(parsing root: YAMLValue, indicators: IndicatorList, tellsFacts: Bool) throws {
        file = root.file
        self.indicators = indicators
        self.tellsFacts = tellsFacts
        units = Dictionary(indicators.map { ($0.code, $0.unit) }, uniquingKeysWith: { $1 })
        let entries = try root.mapping(
            allowing: tellsFacts ? ["sets", "rules", "sections", "earlier_years", "limits"] : ["sets", "rules"])
        for (key, value) in try entries["sets"]?.entries() ?? [] { sets[try key.string()] = try parseSet(value) }
        for value in try entries["sections"]?.sequence() ?? [] {
            let keys = try value.mapping(allowing: ["zh", "en", "words", "heading"])
            chapters.append(
                Chapter(
                    title: try Phrase(keys, in: value), words: try keys.required("words", in: value).strings(),
                    hasOptionalHeading: try hasOptionalHeading(keys["heading"])))
        }
        if let value = entries["earlier_years"] {
            let keys = try value.mapping(allowing: ["before", "after", "anywhere"])
            earlierYears = EarlierYearWords(
                before: try keys.required("before", in: value).strings(),
                after: try keys.required("after", in: value).strings(),
                anywhere: try keys.required("anywhere", in: value).strings())
        }
        if let value = entries["limits"] {
            let keys = try value.mapping(allowing: ["blank_cells", "same_values", "mostly_same", "chapters_since"])
            let mostly = try keys.required("mostly_same", in: value)
            let shares = try mostly.mapping(allowing: ["figures", "percent"])
            limits = FactLimits(
                blankCells: try keys.required("blank_cells", in: value).integer(),
                sameValues: try keys.required("same_values", in: value).integer(),
                chaptersSince: try keys.required("chapters_since", in: value).integer(),
                mostlySame: FactLimits.Share(
                    figures: try shares.required("figures", in: mostly).integer(),
                    percent: try shares.required("percent", in: mostly).integer()))
        }
        for value in try entries.required("rules", in: root).sequence() { rules.append(try rule(value)) }
    }

    private func hasOptionalHeading(_ value: YAMLValue?) throws -> Bool {
        guard let value else { return false }
        let allowed = ["optional", "required"]
        let word = try value.string()
        guard allowed.contains(word) else {
            throw CatalogueError.unknownValue(
                file: file, line: value.line, key: "heading", value: word, allowed: allowed)
        }
        return word == "optional"
    }

    /// A list, or `{units: […], except: […]}`: all indicators of some units but those whose code ends in a word.
    private func parseSet(_ value: YAMLValue) throws -> [String] {
        if let list = try? value.sequence() { return try list.map { try $0.string() } }
        let keys = try value.mapping(allowing: ["unit", "units", "except"])
        let units = try (keys["units"] ?? keys["unit"])?.strings()
        let except = try keys["except"]?.strings() ?? []
        for unit in units ?? [] where Unit(rawValue: unit) == nil {
            throw CatalogueError.unknownValue(
                file: file, line: value.line, key: "unit", value: unit, allowed: Unit.allCases.map(\.rawValue))
        }
        return indicators.filter { indicator in
            units?.contains(indicator.unit.rawValue) != false
                && !except.contains { indicator.code.hasSuffix("." + $0) }
        }.map(\.code)
    }

    private func rule(_ value: YAMLValue) throws -> Rule {
        var keys = ["rule", "zh", "en", "severity", "source", "advice", "editions", "for", "holds", "bound", "jump"]
        if tellsFacts { keys += ["fact", "about"] }
        let entries = try value.mapping(allowing: keys)
        let nameValue = try entries.required("rule", in: value)
        let name = try nameValue.string()
        guard name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }), !name.isEmpty else {
            throw CatalogueError.unknownValue(
                file: file, line: nameValue.line, key: "rule", value: name, allowed: ["a-z 0-9 -"])
        }
        let title = try Phrase(entries, in: value)
        return Rule(
            name: name, title: title, advice: try advice(entries["advice"]),
            severity: try entries["severity"]?.choice("severity") ?? .error,
            source: try entries["source"]?.string() ?? file, editions: try entries["editions"]?.strings() ?? [],
            test: try test(entries, in: value), isAboutReading: try isAboutReading(entries["about"]), file: file,
            line: value.line)
    }

    private func isAboutReading(_ value: YAMLValue?) throws -> Bool {
        guard let value else { return false }
        let word = try value.string()
        guard word == "reading" else {
            throw CatalogueError.unknownValue(
                file: file, line: value.line, key: "about", value: word, allowed: ["reading"])
        }
        return true
    }

    private func advice(_ value: YAMLValue?) throws -> Phrase {
        guard let value else { return Phrase(zh: "核对原文", en: "check the source") }
        return try Phrase(try value.mapping(allowing: ["zh", "en"]), in: value)
    }

    private func test(_ entries: YAMLEntries, in parent: YAMLValue) throws -> Rule.Test {
        let bindings = try bindings(entries["for"])
        let kinds = ["holds", "bound", "jump", "fact"].filter { entries[$0] != nil }
        guard kinds.count < 2 else {
            throw CatalogueError.unknownKey(
                file: file, line: parent.line, key: kinds[1], allowed: [kinds[0]])
        }
        if let holds = entries["holds"] { return .relations(try equations(holds, bindings)) }
        if let bound = entries["bound"] {
            let equations = try equations(bound, bindings)
            for equation in equations where equation.terms.count != 1 {
                throw RuleError.malformed(
                    file: file, line: bound.line, text: try bound.strings().first ?? "",
                    reason: Phrase(zh: "bound 只能有一个指标", en: "a bound is of one indicator"))
            }
            return .bounds(equations)
        }
        if let jump = entries["jump"] { return .jumps(try jumps(jump, bindings)) }
        if entries["fact"] != nil { return .fact }
        throw CatalogueError.missingKey(file: file, line: parent.line, key: "holds")
    }

    /// Every combination of entries of the sets that `for` names: `{row: request_row}` gives one binding a row.
    private func bindings(_ value: YAMLValue?) throws -> [[String: String]] {
        var result: [[String: String]] = [[:]]
        for (key, setName) in try value?.entries() ?? [] {
            let (name, set) = (try key.string(), try setName.string())
            guard let entries = sets[set] else {
                throw RuleError.unknownSet(file: file, line: setName.line, name: set, known: sets.keys.sorted())
            }
            guard result.count * entries.count <= Self.mostBindings else {
                throw RuleError.malformed(
                    file: file, line: setName.line, text: "for",
                    reason: Phrase(
                        zh: "组合超过 \(Self.mostBindings) 个", en: "more than \(Self.mostBindings) combinations"))
            }
            result = result.flatMap { binding in entries.map { binding.merging([name: $0]) { $1 } } }
        }
        return result
    }

    private func equations(_ value: YAMLValue, _ bindings: [[String: String]]) throws -> [Equation] {
        var result: [Equation] = []
        for text in try value.strings() {
            let parser = EquationParser(sets: sets, units: units, file: file, line: value.line)
            for binding in bindings { result.append(try parser.equation(text, binding: binding)) }
        }
        return result
    }

    private func jumps(_ value: YAMLValue, _ bindings: [[String: String]]) throws -> [Jump] {
        let entries = try value.mapping(allowing: ["code", "times", "from"])
        let code = try entries.required("code", in: value).string()
        let times = try entries.required("times", in: value).integer()
        let smallest = try entries["from"]?.integer() ?? 1
        guard (2...1_000_000).contains(times), (1...1_000_000_000).contains(smallest) else {
            throw CatalogueError.wrongType(file: file, line: value.line, expected: .integer)
        }
        let parser = EquationParser(sets: sets, units: units, file: file, line: value.line)
        return try bindings.map { binding in
            let code = try parser.code(code, binding: binding)
            return Jump(code: code, times: Int64(times), smallest: Int64(smallest) * (units[code]?.scale ?? 1))
        }
    }
}
