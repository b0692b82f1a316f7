import Values

/// Reads a file of measures, ours or a user's: its dimensions, its sets and its measures, some of them once for each
/// entry of a dimension.
struct MeasureFile {
    static let keys = ["dimensions", "sets", "measures"]

    private let file: String
    private var dimensions: [String: [[String: String]]] = [:]
    private var sets: [String: [String]] = [:]
    private var entries: [YAMLValue] = []

    init(_ root: YAMLValue) throws {
        file = root.file
        let keys = try root.mapping(allowing: Self.keys)
        for (key, value) in try keys["sets"]?.entries() ?? [] { sets[try key.string()] = try value.strings() }
        for (key, value) in try keys["dimensions"]?.entries() ?? [] {
            dimensions[try key.string()] = try value.sequence().map { member in
                try member.mapping(allowing: ["key", "code", "zh", "en"]).reduce(into: [:]) {
                    $0[$1.key] = try $1.value.string()
                }
            }
        }
        entries = try keys.required("measures", in: root).sequence()
    }

    /// The measures as they are written, whose operands may be those of `units` (indicators, and what earlier files and
    /// this one measure).
    func drafts(units known: [String: Unit]) throws -> [Measure] {
        var units = known
        for entry in entries {
            for (code, unit) in try names(of: entry) { units[code] = unit }
        }
        return try entries.flatMap { entry in
            try bindings(of: entry).map { try draft(entry, binding: $0, units: units) }
        }
    }

    private static let allowed = [
        "code", "each", "zh", "en", "words", "sum", "over", "or", "unit", "better", "source", "told", "examples",
    ]

    /// The codes that an entry makes, and what their sums would be counted in; a ratio has no unit to add up in.
    private func names(of entry: YAMLValue) throws -> [(code: String, unit: Unit)] {
        let keys = try entry.mapping(allowing: Self.allowed)
        let code = try keys.required("code", in: entry)
        let unit = try keys.required("unit", in: entry).string()
        return try bindings(of: entry).map { binding in
            let name = try bind(code, binding)
            try code.requireCode(name)
            return (name, Unit(rawValue: unit) ?? .things)
        }
    }

    /// One binding for each entry of the dimension that an entry is for; one empty one where it is for none.
    private func bindings(of entry: YAMLValue) throws -> [[String: String]] {
        guard let each = try entry.mapping(allowing: Self.allowed)["each"] else { return [[:]] }
        guard let members = dimensions[try each.string()] else {
            throw CatalogueError.unknownValue(
                file: file, line: each.line, key: "each", value: try each.string(), allowed: dimensions.keys.sorted())
        }
        return members
    }

    private func bind(_ value: YAMLValue, _ binding: [String: String]) throws -> String {
        try bind(value.string(), binding, line: value.line)
    }

    private func bind(_ text: String, _ binding: [String: String], line: Int) throws -> String {
        try BracedText.bind(text, binding) { name in
            RuleError.unknownSet(file: file, line: line, name: name, known: binding.keys.sorted())
        }
    }

    private func draft(_ entry: YAMLValue, binding: [String: String], units: [String: Unit]) throws -> Measure {
        let keys = try entry.mapping(allowing: Self.allowed)
        let code = try bind(keys.required("code", in: entry), binding)
        let label = Phrase(
            zh: try bind(keys.required("zh", in: entry), binding), en: try bind(keys.required("en", in: entry), binding)
        )
        var formulas = [try formula(keys, in: entry, binding, units)]
        for value in try keys["or"]?.sequence() ?? [] {
            let other = try value.mapping(allowing: ["sum", "over", "zh", "en"])
            var formula = try formula(other, in: value, binding, units)
            guard (formula.over == nil) == (formulas[0].over == nil) else {
                throw CatalogueError.missingKey(file: file, line: value.line, key: "over")
            }
            formula.note = try Phrase(other, in: value)
            formulas.append(formula)
        }
        let unitValue = try keys.required("unit", in: entry)
        let isRatio = formulas[0].over != nil
        guard let unit = MeasureUnit(try unitValue.string(), isRatio: isRatio) else {
            throw CatalogueError.unknownValue(
                file: file, line: unitValue.line, key: "unit", value: try unitValue.string(),
                allowed: MeasureUnit.allowed(isRatio: isRatio))
        }
        for formula in formulas { try require(unit, of: formula, measure: code, line: unitValue.line, units) }
        let told = try keys["told"].map { value in
            try EquationParser(sets: [:], units: units, file: file, line: value.line)
                .code(value.string(), binding: binding)
        }
        return Measure(
            code: code, label: label, synonyms: try keys["words"]?.sequence().map { try bind($0, binding) } ?? [],
            formulas: formulas, unit: unit,
            better: try keys["better"]?.choice("better") ?? .neither, source: try keys["source"]?.string() ?? file,
            isOverMoney: formulas[0].over?.terms.contains { units[$0.code] == .yuan } == true, told: told,
            examples: try examples(keys["examples"], of: code, in: entry, binding), file: file, line: entry.line)
    }

    private func formula(
        _ keys: YAMLEntries, in parent: YAMLValue, _ binding: [String: String], _ units: [String: Unit]
    ) throws -> Measure.Formula {
        func side(_ value: YAMLValue) throws -> Sum {
            try EquationParser(sets: sets, units: units, file: file, line: value.line)
                .sum(value.string(), binding: binding)
        }
        return Measure.Formula(
            sum: try side(keys.required("sum", in: parent)), over: try keys["over"].map(side), note: nil)
    }

    /// Parts are of one kind of thing; of other units, each side must have its own.
    private func require(
        _ unit: MeasureUnit, of formula: Measure.Formula, measure: String, line: Int, _ units: [String: Unit]
    ) throws {
        let above = Set(formula.sum.terms.compactMap { units[$0.code] })
        let below = Set((formula.over?.terms ?? []).compactMap { units[$0.code] })
        let fits =
            if unit.isPart, formula.over != nil {
                !above.union(below).contains(.percent) && above.contains(.yuan) == below.contains(.yuan)
            } else {
                // Percentages of different wholes cannot be added up.
                unit.above.map(above.contains) == true && unit.below.map(below.contains) ?? below.isEmpty
                    && (unit.above != .percent || formula.sum.terms.count == 1)
            }
        guard fits else {
            throw MeasureError.wrongUnit(
                file: file, line: line, measure: measure, unit: unit.name,
                operands: above.union(below).map(\.rawValue).sorted())
        }
    }

    private func examples(
        _ value: YAMLValue?, of code: String, in entry: YAMLValue, _ binding: [String: String]
    ) throws -> [Measure.Example] {
        let list = try value?.sequence() ?? []
        guard !list.isEmpty else { throw MeasureError.noExample(file: file, line: entry.line, measure: code) }
        return try list.map { value in
            let keys = try value.mapping(allowing: ["given", "gives"])
            var given: [String: String] = [:]
            for (key, number) in try keys.required("given", in: value).entries() {
                given[try bind(key, binding)] = try number.string()
            }
            let gives = try keys.required("gives", in: value).string()
            return Measure.Example(given: given, gives: gives, line: value.line)
        }
    }
}
