/// The string literals of a source, each without its interpolations, whose own literals are others; and its code
/// without them and without comments.
struct SourceLiterals {
    private let text: [Character]
    private var place = 0
    private(set) var found: [String] = []
    private(set) var code = ""
    /// Whether the last literal has an end: else what stands behind a literal was taken for one.
    private(set) var isWhole = true

    init(_ text: [Character]) {
        self.text = text
        while place < text.count {
            if text[place] == "/", starts("//") {
                while place < text.count, text[place] != "\n" { place += 1 }
            } else if !takesLiteral() {
                takeCode()
            }
        }
    }

    /// Takes a literal if one begins here, raw or not.
    private mutating func takesLiteral() -> Bool {
        let hashes = text[place...].prefix { $0 == "#" }.count
        guard place + hashes < text.count, text[place + hashes] == "\"" else { return false }
        place += hashes
        takeLiteral(String(repeating: "#", count: hashes))
        return true
    }

    private mutating func takeCode() {
        code.append(text[place])
        place += 1
    }

    private func starts(_ word: String) -> Bool { text[place...].starts(with: word) }

    private mutating func takeLiteral(_ hashes: String) {
        let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
        let end = quotes + hashes
        place += quotes.count
        var content = ""
        while place < text.count, !starts(end) {
            if starts("\\\(hashes)(") {
                place += hashes.count
                skipInterpolation()
                content += "…"
            } else if hashes.isEmpty, text[place] == "\\" {
                place += 2
            } else {
                content.append(text[place])
                place += 1
            }
        }
        isWhole = isWhole && starts(end)
        place += end.count
        found.append(content)
    }

    private mutating func skipInterpolation() {
        place += 2
        var depth = 1
        while place < text.count, depth > 0 {
            if takesLiteral() { continue }
            if text[place] == "(" { depth += 1 }
            if text[place] == ")" { depth -= 1 }
            takeCode()
        }
    }
}
