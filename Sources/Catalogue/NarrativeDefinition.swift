import Values

/// What an indicator is, in roles: a number that has them is its figure. Several definitions of one code are ways to
/// tell it, the best first.
package struct NarrativeDefinition: Sendable, Hashable {
    package var code: String
    package var file: String
    package var line: Int
    /// For each role that it asks for, the names of the values that will do. A role that is not asked for may have any.
    package var conditions: [NarrativeRole: [String]]
    /// The same as bits at the values' ids, for each role in order; all bits for what is not asked for.
    package private(set) var bits: [UInt128]
    /// Axes of varieties whose numbers are added up where no number tells the whole: urban and rural.
    package var adds: [String]
    /// In `adds`: all numbers of a sentence are added up, whatever their varieties.
    package static let each = "each"
    /// Codes that the same number may belong to as well.
    package var beside: [String]

    /// What holds where a definition does not say otherwise.
    package static let usual: [NarrativeRole: [String]] = [
        .standing: [NarrativeStanding.whole.name, NarrativeStanding.total.name],
        .time: [NarrativeTime.thisYear.name], .level: [NarrativeLevel.own.name],
        .told: [NarrativeTelling.figures.name],
    ]
}

/// A sentence that shows what the definitions make of it; the catalogue's examples are its tests.
package struct NarrativeExample: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var text: String
    package var year: Int
    /// Every figure the sentence tells: code to value in display units, with `>`, `~` or `<` in front where it is
    /// approximate.
    package var figures: [String: String]
    /// Codes that the sentence only seems to tell a figure of.
    package var never: [String]
}

extension NarrativeDefinition {
    /// One for whom a definition is made once more: what its code ends in, and what it asks for itself.
    typealias Member = (key: String, own: YAMLEntries, value: YAMLValue)

    /// Reads `dimensions`: what a member says goes before what the definition says that is made for it.
    static func parseDimensions(_ value: YAMLValue?) throws(CatalogueError) -> [String: [Member]] {
        var dimensions: [String: [Member]] = [:]
        for (name, list) in try value?.entries() ?? [] {
            var members: [Member] = []
            for value in try list.sequence() {
                let own = try value.mapping(allowing: ["key"] + NarrativeRole.names)
                members.append((try own.required("key", in: value).string(), own, value))
            }
            dimensions[try name.string()] = members
        }
        return dimensions
    }

    /// Reads an entry of `definitions`: one, or with `by` one for each member of a dimension.
    ///
    /// - Parameter indicators: the unit of every known code.
    static func parseFamily(
        _ value: YAMLValue, dimensions: [String: [Member]], vocabulary: RoleVocabulary, indicators: [String: Unit]
    ) throws(CatalogueError) -> [NarrativeDefinition] {
        let keys = try value.mapping(allowing: allowed)
        let codeValue = try keys.required("code", in: value)
        let code = try codeValue.string()
        guard let members = try keys.members(of: dimensions) else {
            try codeValue.requireCode(code, in: indicators)
            return [try NarrativeDefinition(code, keys, value, vocabulary, indicators)]
        }
        var definitions: [NarrativeDefinition] = []
        for member in members {
            let code = "\(code).\(member.key)"
            try member.value.requireCode(code, in: indicators)
            let keys = keys.overridden(by: member.own)
            definitions.append(try NarrativeDefinition(code, keys, member.value, vocabulary, indicators))
        }
        return definitions
    }

    private static let allowed = ["code", "by", "adds", "beside"] + NarrativeRole.names

    private init(
        _ code: String, _ keys: YAMLEntries, _ value: YAMLValue, _ vocabulary: RoleVocabulary,
        _ indicators: [String: Unit]
    ) throws(CatalogueError) {
        self.code = code
        file = value.file
        line = value.line
        conditions = Self.usual
        bits = []
        for role in NarrativeRole.allCases {
            if let entry = keys[role.name] {
                let values = try Self.values(entry, of: role, vocabulary)
                conditions[role] = values.names
                bits.append(values.bits)
            } else {
                bits.append(Self.usual[role].map { Self.bits(of: $0, role, vocabulary) } ?? .max)
            }
        }
        adds = try keys["adds"]?.strings() ?? []
        if let at = keys["adds"] { try Self.check(adds, at, vocabulary) }
        beside = try keys["beside"]?.strings() ?? []
        for other in beside { try keys["beside"]?.requireCode(other, in: indicators) }
        try refuseEverything(value)
    }

    private static func check(
        _ adds: [String], _ value: YAMLValue, _ vocabulary: RoleVocabulary
    ) throws(CatalogueError) {
        let varieties = vocabulary.of(.variety)
        let unknown = adds.first { axis in axis != each && !varieties.contains { $0.family == axis } }
        guard let unknown else { return }
        let axes = Set(varieties.compactMap(\.family) + [each])
        throw .unknownValue(file: value.file, line: value.line, key: "adds", value: unknown, allowed: axes.sorted())
    }

    private static func values(
        _ value: YAMLValue, of role: NarrativeRole, _ vocabulary: RoleVocabulary
    ) throws(CatalogueError) -> (names: [String], bits: UInt128) {
        let known = vocabulary.of(role)
        var values: (names: [String], bits: UInt128) = ([], 0)
        for name in try value.strings() {
            // A family stands for all that are of it.
            let places = vocabulary.places(of: name, in: role)
            guard !places.isEmpty else {
                throw .unknownValue(
                    file: value.file, line: value.line, key: role.name, value: name, allowed: known.map(\.name))
            }
            for place in places {
                values.names.append(known[place].name)
                values.bits |= 1 << UInt128(place)
            }
        }
        guard !values.names.isEmpty else { throw .wrongType(file: value.file, line: value.line, expected: .list) }
        return values
    }

    /// What is usual may have a name that nothing else uses, and no place.
    private static func bits(of names: [String], _ role: NarrativeRole, _ vocabulary: RoleVocabulary) -> UInt128 {
        names.reduce(0) { $0 | 1 << UInt128(vocabulary.place(of: $1, in: role) ?? (UInt128.bitWidth - 1)) }
    }

    /// The roles of which one must say of what the numbers are.
    private static let telling: [NarrativeRole] = [.object, .act, .carrier, .source, .measure]

    /// Whether the names that conditions ask for say of what the numbers are; what asks for nothing in particular would
    /// take every number there is.
    package static func saysEnough(_ conditions: [NarrativeRole: [String]]) -> Bool {
        let vague = [RoleVocabulary.none, RoleVocabulary.unknown, RoleVocabulary.several, RoleVocabulary.together]
        return telling.contains { role in
            conditions[role].map { names in !names.contains(where: vague.contains) } ?? false
        }
    }

    private func refuseEverything(_ value: YAMLValue) throws(CatalogueError) {
        guard Self.saysEnough(conditions) else {
            throw .missingKey(
                file: value.file, line: value.line, key: Self.telling.map(\.name).joined(separator: " | "))
        }
    }

    /// Whether one number can have the roles of both: then it would hang on their order whose figure it is.
    func overlaps(_ other: NarrativeDefinition) -> Bool {
        for (own, others) in zip(bits, other.bits) where own & others == 0 { return false }
        return true
    }
}

extension NarrativeExample {
    init(_ value: YAMLValue, units: [String: Unit]) throws(CatalogueError) {
        let keys = try value.mapping(allowing: ["text", "year", "figures", "never"])
        file = value.file
        line = value.line
        text = try keys.required("text", in: value).string()
        year = try keys["year"]?.integer() ?? 2020
        figures = [:]
        for (key, figure) in try keys["figures"]?.entries() ?? [] {
            let code = try key.string()
            try key.requireCode(code, in: units)
            figures[code] = try figure.string()
        }
        never = try keys["never"]?.strings() ?? []
        for code in never { try keys["never"]?.requireCode(code, in: units) }
    }
}

extension YAMLValue {
    /// Names the codes of the same family where one is not known.
    func requireCode(_ code: String, in known: [String: Unit]) throws(CatalogueError) {
        guard known[code] == nil else { return }
        let prefixes = Set(known.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
        let family = String(code.prefix { $0 != "." })
        let allowed = prefixes.contains(family) ? known.keys.filter { $0.hasPrefix(family + ".") } : Array(prefixes)
        throw .unknownValue(file: file, line: line, key: "code", value: code, allowed: allowed.sorted())
    }
}
