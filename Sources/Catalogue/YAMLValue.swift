import CompactYAML
import Yams

/// A value of a YAML file that knows where it stands, so that whoever edits the catalogue is told file, line and what
/// is allowed.
package struct YAMLValue {
    private let node: YAMLNode
    package let file: String

    /// A value of a file that is parsed already.
    init(_ node: YAMLNode, file: String) {
        self.node = node
        self.file = file
    }

    /// Parses one YAML document; `file` is the name that errors give.
    package init(parsing text: String, file: String) throws(CatalogueError) {
        do {
            self.init(try YAMLTree(parsing: text).root, file: file)
        } catch let error as YamlError {
            throw CatalogueError(error, file: file)
        } catch YAMLTreeError.aliases(let line) {
            throw CatalogueError.malformed(file: file, line: line, reason: "aliases for more than the file says")
        } catch {
            throw CatalogueError.malformed(file: file, line: 1, reason: "\(error)")
        }
    }

    package var line: Int { node.line }

    /// The entries of a mapping; a key that is not in `keys` or stands twice is refused.
    package func mapping(allowing keys: [String]) throws(CatalogueError) -> YAMLEntries {
        guard let mapping = node.mapping else { throw wrongType(.mapping) }
        var result = YAMLEntries()
        var nodes = mapping
        while let keyNode = nodes.next(), let value = nodes.next() {
            let key = YAMLValue(keyNode, file: file)
            let name = try key.string()
            guard keys.contains(name) else {
                throw .unknownKey(file: file, line: key.line, key: name, allowed: keys)
            }
            guard result[name] == nil else { throw .duplicate(file: file, line: key.line, name: name) }
            result.add(YAMLValue(value, file: file), for: name)
        }
        return result
    }

    /// The entries of a mapping whose keys are names of the writer's choosing, in the order of writing.
    package func entries() throws(CatalogueError) -> [(key: YAMLValue, value: YAMLValue)] {
        guard let mapping = node.mapping else { throw wrongType(.mapping) }
        var result: [(key: YAMLValue, value: YAMLValue)] = []
        var nodes = mapping
        while let key = nodes.next(), let value = nodes.next() {
            result.append((YAMLValue(key, file: file), YAMLValue(value, file: file)))
        }
        return result
    }

    package func sequence() throws(CatalogueError) -> [YAMLValue] {
        guard let sequence = node.sequence else { throw wrongType(.list) }
        return sequence.map { YAMLValue($0, file: file) }
    }

    /// The scalar as it is written, whatever YAML would take it for: `2019` and `"2019"` are the same.
    package func string() throws(CatalogueError) -> String {
        guard let scalar = node.scalar else { throw wrongType(.text) }
        return scalar
    }

    package func integer() throws(CatalogueError) -> Int {
        guard let value = Int(try string()) else { throw wrongType(.integer) }
        return value
    }

    package func boolean() throws(CatalogueError) -> Bool {
        guard let value = Bool(try string()) else { throw wrongType(.boolean) }
        return value
    }

    /// A list of texts; a single text counts as a list of one.
    package func strings() throws(CatalogueError) -> [String] {
        if let scalar = node.scalar { return [scalar] }
        guard let sequence = node.sequence else { throw wrongType(.list) }
        var result: [String] = []
        for node in sequence { result.append(try YAMLValue(node, file: file).string()) }
        return result
    }

    /// The case whose raw value the text is; `key` is what errors call it.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String
    ) throws(CatalogueError) -> Choice where Choice.RawValue == String {
        let text = try string()
        guard let choice = Choice(rawValue: text) else {
            throw .unknownValue(
                file: file, line: line, key: key, value: text, allowed: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    private func wrongType(_ expected: YAMLType) -> CatalogueError {
        .wrongType(file: file, line: line, expected: expected)
    }
}

/// The entries of a mapping by their keys: so few that one is found sooner by comparing than by hashing.
package struct YAMLEntries: Sequence {
    private var entries: [(key: String, value: YAMLValue)] = []

    init() {}

    package subscript(key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }

    /// Adds an entry whose key there is none of.
    fileprivate mutating func add(_ value: YAMLValue, for key: String) { entries.append((key, value)) }

    /// Those of `others`, and of these all that have other keys.
    func overridden(by others: YAMLEntries) -> YAMLEntries {
        var result = others
        result.entries += entries.filter { others[$0.key] == nil }
        return result
    }

    package func makeIterator() -> some IteratorProtocol<(key: String, value: YAMLValue)> { entries.makeIterator() }

    /// The value of a key that must be there; `parent` is the mapping's own value.
    package func required(_ key: String, in parent: YAMLValue) throws(CatalogueError) -> YAMLValue {
        guard let value = self[key] else {
            throw .missingKey(file: parent.file, line: parent.line, key: key)
        }
        return value
    }
}
