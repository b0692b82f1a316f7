/// A catalogue file of a user's own, kept in an archive so that it travels with it: indicators, and the patterns that find them.
package struct LocalFile: Sendable, Hashable {
    /// The file's name, by which it is listed and removed.
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// The indicators that it adds; none of them may have a code that is taken.
    func indicators(taken: Set<String>) throws(CatalogueError) -> [Indicator] {
        let root = try YAMLValue(parsing: text, file: name)
        let entries = try root.mapping(allowing: ["indicators", "words", "patterns", "examples"])
        var result: [Indicator] = []
        for value in try entries["indicators"]?.sequence() ?? [] {
            for indicator in try Indicator.parseFamily(value, dimensions: [:]) {
                guard !taken.contains(indicator.code), !result.contains(where: { $0.code == indicator.code }) else {
                    throw .duplicate(file: name, line: value.line, name: indicator.code)
                }
                result.append(indicator)
            }
        }
        return result
    }
}
