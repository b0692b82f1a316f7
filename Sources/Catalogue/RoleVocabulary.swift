import Values

/// All values of all roles, as `narrative_roles_*.yaml` and the files of users name them. A value's place is its id.
package struct RoleVocabulary: Sendable {
    /// Of each role, its values by their ids, and these by the values' names.
    private var values = NarrativeRole.allCases.map { _ in [RoleValue]() }
    private var places = NarrativeRole.allCases.map { _ in [String: Int]() }

    /// Objects that are no object: none is named, an unknown one, several at once. Carriers may be several as well,
    /// 等渠道, or some together.
    package static let none = "none"
    package static let unknown = "unknown"
    package static let several = "several"
    package static let together = "together"

    package init() {
        add(Self.reserved, to: .object)
        let together = RoleValue(
            name: Self.together, label: Phrase(zh: "几个渠道同说一个数", en: "several named together"))
        add([Self.reserved[0], together, Self.reserved[2]], to: .carrier)
        add([Self.reserved[0], Self.reserved[2]], to: .source)
        for role in [NarrativeRole.act, .measure, .variety] { add(Array(Self.reserved.prefix(1)), to: role) }
    }

    /// The values of a role, by id.
    package func of(_ role: NarrativeRole) -> [RoleValue] { values[role.rawValue] }

    package func place(of name: String, in role: NarrativeRole) -> Int? { places[role.rawValue][name] }

    private static let reserved = [
        RoleValue(name: none, label: Phrase(zh: "未写明", en: "none")),
        RoleValue(name: unknown, label: Phrase(zh: "不认识的事物", en: "unknown")),
        RoleValue(name: several, label: Phrase(zh: "几种合在一起", en: "several")),
    ]

    /// The ids of the values that a name stands for: one, or all of a family; none where nothing is called so.
    package func places(of name: String, in role: NarrativeRole) -> [Int] {
        if let place = place(of: name, in: role) { return [place] }
        return of(role).indices.filter { of(role)[$0].family == name }
    }

    private mutating func add(_ new: [RoleValue], to role: NarrativeRole) {
        for value in new {
            places[role.rawValue][value.name] = values[role.rawValue].count
            values[role.rawValue].append(value)
        }
    }

    /// Reads the `roles` of one file; a value that is known already gets more words.
    mutating func read(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(allowing: NarrativeRole.names)
        for role in NarrativeRole.allCases {
            for (key, entry) in try entries[role.name]?.entries() ?? [] { try read(entry, key, of: role) }
        }
    }

    private mutating func read(
        _ value: YAMLValue, _ key: YAMLValue, of role: NarrativeRole
    ) throws(CatalogueError) {
        let name = try key.string()
        if let known = place(of: name, in: role) {
            // Those that the program itself knows are named where they get words.
            let isOwn = Self.reserved.contains { $0.name == name } && of(role)[known].words.isEmpty
            let keys = try value.mapping(allowing: isOwn ? ["zh", "en", "words"] : ["words", "over"])
            if isOwn { values[role.rawValue][known].label = try Phrase(keys, in: value) }
            values[role.rawValue][known].words += try keys["words"]?.words() ?? []
            return
        }
        if let allowed = role.closed, !allowed.contains(name) {
            throw .unknownValue(file: key.file, line: key.line, key: role.name, value: name, allowed: allowed)
        }
        guard of(role).count < role.most else {
            throw .tooManyValues(file: key.file, line: key.line, role: role.name, most: role.most)
        }
        add([try RoleValue(value, name: name, of: role)], to: role)
    }
}

extension NarrativeRole {
    /// The values that it may have, our own and those of users: readers keep several at once as bits of a machine word.
    package var most: Int {
        switch self {
        case .act, .carrier, .source, .measure: 64
        default: 128
        }
    }

    /// The names of roles whose values the program itself must know.
    package var closed: [String]? {
        switch self {
        case .unit: UnitGroup.names
        case .standing: NarrativeStanding.names
        case .time: NarrativeTime.names
        case .level: NarrativeLevel.names
        case .told: NarrativeTelling.names
        default: nil
        }
    }
}

extension RoleValue {
    init(name: String, label: Phrase) {
        self.init(
            name: name, label: label, words: [], units: [], over: [], family: nil, stage: nil, bond: nil,
            named: nil, plain: nil)
    }

    fileprivate init(_ value: YAMLValue, name: String, of role: NarrativeRole) throws(CatalogueError) {
        let keys = try value.mapping(allowing: [
            "zh", "en", "words", "units", "over", "family", "stage", "source", "as", "named", "follows", "heir", "once",
        ])
        self.name = name
        label = try Phrase(keys, in: value)
        words = try keys["words"]?.words() ?? []
        units = try keys["units"]?.strings() ?? []
        let groups = UnitGroup.names
        if let wrong = units.first(where: { !groups.contains($0) }), let at = keys["units"] {
            throw .unknownValue(file: at.file, line: at.line, key: "units", value: wrong, allowed: groups)
        }
        if role == .object, units.isEmpty {
            throw .missingKey(file: value.file, line: value.line, key: "units")
        }
        over = try keys["over"]?.strings() ?? []
        family = try keys["family"]?.string()
        stage = try keys["stage"]?.stage()
        bond = try keys["source"]?.choice("source")
        named = try keys["named"]?.string()
        plain = try keys["as"]?.string()
        heir = try keys["heir"]?.string()
        follows = try keys["follows"]?.strings() ?? []
        once = try keys["once"]?.strings() ?? []
    }
}

extension YAMLValue {
    fileprivate func stage() throws(CatalogueError) -> ActStage {
        let text = try string()
        guard let stage = ActStage.named(text) else {
            throw .unknownValue(file: file, line: line, key: "stage", value: text, allowed: ActStage.names)
        }
        return stage
    }
}
