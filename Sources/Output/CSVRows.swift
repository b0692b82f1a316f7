import Values

/// Rows as comma-separated values, after RFC 4180.
///
/// What differs by audience: a spreadsheet gets a byte-order mark, CRLF and the guard against formulas; pipes get LF,
/// which RFC 4180 does not have and every tool in a pipe expects. A gap is its word (`blank`, `not_applicable`,
/// `unreadable`, `no_report`), or nothing at all where the report does not mention the indicator.
struct CSVRows: SeparatedRows {
    static let separator = UInt8(ascii: ",")

    private let audience: Audience
    let headers: Language?
    private var keys: [String] = []

    init(_ audience: Audience, headers: Language? = nil) {
        self.audience = audience
        self.headers = headers
    }

    mutating func begin(_ columns: [Column], isFirst: Bool, into bytes: inout [UInt8]) {
        let keys = columns.map(\.key)
        if isFirst {
            if audience == .spreadsheet { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        } else {
            if keys == self.keys { return }
            endLine(&bytes)
        }
        self.keys = keys
        append(columns.map { .text(title($0)) }, into: &bytes)
    }

    mutating func append(_ row: [Entry], into bytes: inout [UInt8]) {
        let start = bytes.count
        appendCells(row, count: keys.count, into: &bytes)
        // An empty line would be read as no row at all.
        if bytes.count == start { bytes.append(ascii: "\"\"") }
        endLine(&bytes)
    }

    mutating func finish(into bytes: inout [UInt8]) {}

    private func endLine(_ bytes: inout [UInt8]) {
        bytes.append(ascii: audience == .spreadsheet ? "\r\n" : "\n")
    }

    func append(_ original: String, into bytes: inout [UInt8]) {
        var text = audience == .terminal ? VisibleText.of(original) : original
        text.withUTF8 { text in
            let isGuarded = audience == .spreadsheet && Self.looksLikeFormula(text)
            let isQuoted = Self.needsQuotes(text)
            if isQuoted { bytes.append(Self.quote) }
            if isGuarded { bytes.append(UInt8(ascii: "'")) }
            guard isQuoted else { return bytes.append(contentsOf: text) }
            var rest = text[...]
            while let quote = rest.firstIndex(of: Self.quote) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[...quote]))
                bytes.append(Self.quote)
                rest = rest[(quote + 1)...]
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest))
            bytes.append(Self.quote)
        }
    }

    private static var quote: UInt8 { UInt8(ascii: "\"") }

    /// Separators, quotes and line ends inside; a space or a tab at either end, which some readers take away.
    private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        if isSpace(first) || isSpace(last) { return true }
        // All of them come before the letters and figures that text is made of: most texts are told by their least
        // byte, which is found many bytes at a time.
        var least = UInt8.max
        for byte in text { least = min(least, byte) }
        guard least <= UInt8(ascii: ",") else { return false }
        return text.contains { byte in
            byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Whether a spreadsheet would run the text. East Asian versions also take the full-width signs for formulas
    /// (OWASP, CSV Injection).
    private static func looksLikeFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            true
        case 0xEF: ["＝", "＋", "－", "＠"].contains { $0.utf8.elementsEqual(text.prefix(3)) }
        default: false
        }
    }
}
