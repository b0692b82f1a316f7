extension LocalFile {
    /// Refuses words of the user's own that refer to values nobody knows, that say of a known value what cannot be
    /// changed, or that go before each other in a circle.
    func checkRoles(_ vocabulary: RoleVocabulary) throws(CatalogueError) {
        let root = try YAMLValue(parsing: text, file: name)
        guard let roles = try root.mapping(allowing: Self.keys)["roles"] else { return }
        for (key, values) in try roles.entries() {
            guard let role = NarrativeRole.named(try key.string()) else { continue }
            for (key, value) in try values.entries() {
                try check(value, named: try key.string(), of: role, vocabulary)
            }
        }
    }

    /// Those of its first level.
    static let keys = ["indicators", "roles", "definitions", "examples"]

    private func check(
        _ value: YAMLValue, named name: String, of role: NarrativeRole, _ vocabulary: RoleVocabulary
    ) throws(CatalogueError) {
        let known = vocabulary.of(role)
        for (key, names) in try value.entries() {
            guard ["over", "follows", "heir", "as", "named", "once"].contains(try key.string()) else { continue }
            for other in try names.strings() where vocabulary.place(of: other, in: role) == nil {
                throw .unknownValue(
                    file: key.file, line: key.line, key: try key.string(), value: other, allowed: known.map(\.name))
            }
            guard try key.string() == "over", let place = vocabulary.place(of: name, in: role) else { continue }
            guard try names.strings() == known[place].over else {
                throw .unknownKey(file: key.file, line: key.line, key: "over", allowed: ["words"])
            }
            if let circle = vocabulary.circle(from: name, in: role) {
                throw .circle(file: key.file, line: key.line, names: circle)
            }
        }
    }

}

extension RoleVocabulary {
    /// The values from one to itself, each of which goes before the next; nil where there is no way back.
    fileprivate func circle(from name: String, in role: NarrativeRole) -> [String]? {
        var ways = [[name]]
        var seen: Set<String> = []
        while let way = ways.popLast() {
            guard let last = way.last, let place = place(of: last, in: role) else { continue }
            for next in of(role)[place].over {
                if next == name { return way + [name] }
                if seen.insert(next).inserted { ways.append(way + [next]) }
            }
        }
        return nil
    }
}
