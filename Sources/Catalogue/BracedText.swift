/// A text with names in braces, taken apart.
package enum BracedText {
    package enum Piece: Sendable, Equatable {
        case text(String)
        case slot(String)
    }

    /// A brace without its other half begins a name that nobody has given.
    package static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let inner = rest[rest.utf8.index(after: open)...]
            guard let close = inner.utf8.firstIndex(of: UInt8(ascii: "}")) else {
                return pieces + [.slot(String(inner))]
            }
            pieces.append(.slot(String(inner[..<close])))
            rest = inner[inner.utf8.index(after: close)...]
        }
        return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }

    /// The text with the value of each name in its place; `unknown` is thrown for a name that has none.
    static func bind<Failure: Error>(
        _ text: String, _ values: [String: String], unknown: (String) -> Failure
    ) throws(Failure) -> String {
        // Most texts have nothing to bind, and whoever asks for a measure waits for all of them.
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        for piece in pieces(text) {
            switch piece {
            case .text(let text): result += text
            case .slot(let name):
                guard let value = values[name] else { throw unknown(name) }
                result += value
            }
        }
        return result
    }
}
