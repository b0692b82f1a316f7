/// Rows as tab-separated values for programs: no quotes, LF, and `\t`, `\n`, `\r` and `\\` for what would break a line
/// apart.
struct TSVRows: SeparatedRows {
    static let separator = UInt8(ascii: "\t")

    private let audience: Audience
    private var keys: [String] = []

    init(_ audience: Audience) {
        self.audience = audience
    }

    mutating func begin(_ columns: [Column], isFirst: Bool, into bytes: inout [UInt8]) {
        let keys = columns.map(\.key)
        if !isFirst {
            if keys == self.keys { return }
            bytes.append(UInt8(ascii: "\n"))
        }
        self.keys = keys
        append(keys.map(Entry.text), into: &bytes)
    }

    mutating func append(_ row: [Entry], into bytes: inout [UInt8]) {
        appendCells(row, count: keys.count, into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func finish(into bytes: inout [UInt8]) {}

    func append(_ original: String, into bytes: inout [UInt8]) {
        let text = audience == .terminal ? VisibleText.of(original) : original
        guard Self.needsEscapes(text) else { return bytes.append(contentsOf: text.utf8) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\t"): bytes.append(ascii: "\\t")
            case UInt8(ascii: "\n"): bytes.append(ascii: "\\n")
            case UInt8(ascii: "\r"): bytes.append(ascii: "\\r")
            case UInt8(ascii: "\\"): bytes.append(ascii: "\\\\")
            default: bytes.append(byte)
            }
        }
    }

    private static func needsEscapes(_ text: String) -> Bool {
        let utf8 = text.utf8Span.span
        for index in utf8.indices {
            switch utf8[index] {
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\\"): return true
            default: break
            }
        }
        return false
    }
}
