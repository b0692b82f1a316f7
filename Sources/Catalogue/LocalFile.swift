/// A catalogue file of a user's own, kept in an archive so that it travels with it: indicators, and the definitions
/// that find them.
package struct LocalFile: Sendable, Hashable {
    /// The file's name, by which it is listed and removed.
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Whether it is one of measures, which are worked out of figures and never read from a report.
    package var hasMeasures: Bool {
        get throws(CatalogueError) {
            let root = try YAMLValue(parsing: text, file: name)
            guard let entries = try? root.entries() else { return false }
            return entries.contains { (try? $0.key.string()) == "measures" }
        }
    }

    /// Refuses measures where indicators are wanted.
    package func requireIndicators() throws(CatalogueError) {
        guard try hasMeasures else { return }
        throw .unknownKey(file: name, line: 1, key: "measures", allowed: Self.keys)
    }

    /// The indicators that it adds; none of them may have a code that is taken, or that another code is a part of.
    func indicators(taken: Set<String>) throws(CatalogueError) -> [Indicator] {
        let root = try YAMLValue(parsing: text, file: name)
        let entries = try root.mapping(allowing: Self.keys)
        var result: [Indicator] = []
        var codes = taken
        var groups: [String: String] = [:]
        func note(_ code: String) {
            codes.insert(code)
            for group in Self.groups(of: code) where groups[group] == nil { groups[group] = code }
        }
        taken.sorted().forEach(note)
        for value in try entries["indicators"]?.sequence() ?? [] {
            for indicator in try Indicator.parseFamily(value, dimensions: [:]) {
                let code = indicator.code
                guard !codes.contains(code) else { throw .duplicate(file: name, line: value.line, name: code) }
                if let other = groups[code] ?? Self.groups(of: code).first(where: codes.contains) {
                    throw .overlap(file: name, line: value.line, code: code, other: other)
                }
                note(code)
                result.append(indicator)
            }
        }
        return result
    }

    /// The groups that a code is in, of which none may be a code: `compare` would not know which of the two is meant.
    private static func groups(of code: String) -> [String] {
        code.indices.filter { code[$0] == "." }.map { String(code[..<$0]) }
    }
}

extension Indicator {
    /// The program's own, and after them those of users' files, of which some may be of measures.
    static func load(adding local: [LocalFile]) throws(CatalogueError) -> [Indicator] {
        var files: [LocalFile] = []
        for file in local where try !file.hasMeasures { files.append(file) }
        return try adding(files, to: parse(DataFiles.indicators.parsed()))
    }

    static func adding(_ files: [LocalFile], to own: [Indicator]) throws(CatalogueError) -> [Indicator] {
        var indicators = own
        for file in files { indicators += try file.indicators(taken: Set(indicators.map(\.code))) }
        return indicators
    }
}
