import Yams

/// A YAML document in a form that is read without being parsed, small enough for a program to carry.
///
/// Each value is a letter for its kind, the line that it stands in, the number of bytes of its content, and the
/// content: of a scalar its text, of a list its values, of a mapping its keys and values by turns. `a: [1]` is
/// `m1 17 s1 1 al1 6 s1 1 1`.
package struct YAMLTree: Sendable, Equatable {
    let bytes: [UInt8]

    /// Parses a document. What its aliases stand for is written out; one that would grow by that is refused, since a
    /// few lines can stand for millions.
    ///
    /// - Throws: `YamlError` for what is no YAML, `YAMLTreeError` for the rest.
    package init(parsing text: String) throws {
        guard let node = try Yams.compose(yaml: text, .basic) else { throw YAMLTreeError.empty }
        var writer = YAMLWriter(most: 2 * text.utf8.count + 2)
        bytes = try writer.written(node)
    }

    /// One that was written when the program was built.
    package init(written text: StaticString) {
        bytes = Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package var root: YAMLNode { YAMLNode(bytes, at: 0) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Why a document has no tree.
package enum YAMLTreeError: Error, Equatable {
    case empty
    /// Its aliases stand for more than it says itself.
    case aliases(line: Int)
}

/// Writes the values of a document, and counts them: without aliases there are at most two for each byte.
private struct YAMLWriter {
    let most: Int
    var count = 0

    mutating func written(_ node: Node) throws -> [UInt8] {
        let line = node.mark?.line ?? 1
        count += 1
        guard count <= most else { throw YAMLTreeError.aliases(line: line) }
        var content: [UInt8] = []
        let kind: YAMLNode.Kind
        switch node {
        case .scalar(let scalar):
            kind = .scalar
            content = Array(scalar.string.utf8)
        case .sequence(let sequence):
            kind = .sequence
            for value in sequence { content += try written(value) }
        case .mapping(let mapping):
            kind = .mapping
            for (key, value) in mapping {
                content += try written(key)
                content += try written(value)
            }
        case .alias:
            throw YAMLTreeError.aliases(line: line)
        }
        return [kind.rawValue] + Array("\(line) \(content.count) ".utf8) + content
    }
}
