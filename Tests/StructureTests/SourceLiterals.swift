/// The string literals of a source, each without its interpolations, whose own literals are others; and its code
/// without them and without comments.
struct SourceLiterals {
    private let text: [Character]
    private var place = 0
    private(set) var found: [String] = []
    private(set) var code = ""

    init(_ text: [Character]) {
        self.text = text
        while place < text.count {
            if text[place] == "/", starts("//") {
                while place < text.count, text[place] != "\n" { place += 1 }
            } else if text[place] == "\"" {
                takeLiteral()
            } else {
                takeCode()
            }
        }
    }

    private mutating func takeCode() {
        code.append(text[place])
        place += 1
    }

    private func starts(_ word: String) -> Bool { text[place...].starts(with: word) }

    private mutating func takeLiteral() {
        let end = starts("\"\"\"") ? "\"\"\"" : "\""
        place += end.count
        var content = ""
        while place < text.count, !starts(end) {
            if starts("\\(") {
                skipInterpolation()
                content += "…"
            } else if text[place] == "\\" {
                place += 2
            } else {
                content.append(text[place])
                place += 1
            }
        }
        place += end.count
        found.append(content)
    }

    private mutating func skipInterpolation() {
        place += 2
        var depth = 1
        while place < text.count, depth > 0 {
            if text[place] == "\"" {
                takeLiteral()
                continue
            }
            if text[place] == "(" { depth += 1 }
            if text[place] == ")" { depth -= 1 }
            takeCode()
        }
    }
}
