/// A word of which parts have alternatives, written in braces as for a shell: `{县,区}{热线,热线平台}` is four words, and
/// `{,我}镇` is two.
struct WordPattern {
    /// The words that it stands for, in the order of writing; nil where a brace has no other half or no comma, or where
    /// there are more than `most` of them.
    let words: [String]?

    static let most = 1_000

    init(_ text: String) {
        words = text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") } ? Self.expanded(text) : [text]
    }

    /// Bytes, since every start of the program waits for thousands of words.
    private static func expanded(_ text: String) -> [String]? {
        var words: [[UInt8]] = [[]]
        var rest = Array(text.utf8)[...]
        while let open = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
            guard rest[open] == UInt8(ascii: "{"), let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
                return nil
            }
            let alternatives = rest[(open + 1)..<close].split(
                separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard alternatives.count > 1, !alternatives.contains(where: { $0.contains(UInt8(ascii: "{")) }),
                words.count * alternatives.count <= most
            else { return nil }
            let plain = rest[..<open]
            words = words.flatMap { word in alternatives.map { word + plain + $0 } }
            rest = rest[(close + 1)...]
        }
        return words.map { String(decoding: $0 + rest, as: UTF8.self) }
    }
}

extension YAMLValue {
    /// A list of words, in which braces stand for alternatives.
    func words() throws(CatalogueError) -> [String] {
        var words: [String] = []
        for text in try strings() {
            guard let expanded = WordPattern(text).words else {
                throw .braces(file: file, line: line, text: text, most: WordPattern.most)
            }
            words += expanded
        }
        return words
    }
}
