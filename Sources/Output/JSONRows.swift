/// Rows as JSON objects (RFC 8259) with the columns' keys in their order: one array of them, or one a line (NDJSON).
///
/// A number is a JSON number with exactly the decimal digits of CSV. A gap is the word that CSV has; `null` where the
/// report does not mention the indicator, and for an empty entry.
struct JSONRows: RowEncoder {
    enum Shape {
        case array
        case lines
    }

    private let shape: Shape
    /// For every column, the bytes between the values: `{"county":` or `,"year":`.
    private var leads: [[UInt8]] = []
    private var isEmpty = true

    init(_ shape: Shape) {
        self.shape = shape
    }

    mutating func begin(_ columns: [Column], isFirst: Bool, into bytes: inout [UInt8]) {
        leads = columns.enumerated().map { index, column in
            var lead: [UInt8] = [UInt8(ascii: index == 0 ? "{" : ",")]
            Self.append(column.key, into: &lead)
            return lead + [UInt8(ascii: ":")]
        }
    }

    mutating func append(_ row: [Entry], into bytes: inout [UInt8]) {
        if shape == .array { bytes.append(ascii: isEmpty ? "[\n" : ",\n") }
        isEmpty = false
        if leads.isEmpty { bytes.append(UInt8(ascii: "{")) }
        for index in leads.indices {
            bytes.append(contentsOf: leads[index])
            Self.append(index < row.count ? row[index] : .empty, into: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        if shape == .lines { bytes.append(UInt8(ascii: "\n")) }
    }

    mutating func finish(into bytes: inout [UInt8]) {
        if shape == .array { bytes.append(ascii: isEmpty ? "[]\n" : "\n]\n") }
    }

    private static func append(_ entry: Entry, into bytes: inout [UInt8]) {
        switch entry {
        case .text(let text): append(text, into: &bytes)
        case .number(let number): number.appendDigits(to: &bytes)
        case .decimal(let digits): bytes.append(contentsOf: digits.utf8)
        case .word(let word, _): append(word, into: &bytes)
        case .list(let texts):
            bytes.append(UInt8(ascii: "["))
            for (index, text) in texts.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(text, into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .flag(let isSo): bytes.append(contentsOf: "\(isSo)".utf8)
        case .gap(.absent), .empty: bytes.append(ascii: "null")
        case .gap(let gap): append(gap.word(in: nil), into: &bytes)
        }
    }

    private static func append(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if mayNeedEscapes(text) {
            for scalar in text.unicodeScalars { append(scalar, into: &bytes) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether the text has bytes that may begin something to escape. Chinese characters and their punctuation have
    /// none but the quotes and dashes of U+2010 to U+206F, so that most text is copied as it stands.
    private static func mayNeedEscapes(_ text: String) -> Bool {
        let utf8 = text.utf8Span.span
        for index in utf8.indices {
            switch utf8[index] {
            case 0...0x1F, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xD8, 0xF3: return true
            case 0xC2 where utf8[index + 1] < 0xA0: return true
            case 0xE2 where utf8[index + 1] < 0x82: return true
            case 0xEF where utf8[index + 1] == 0xBB: return true
            default: break
            }
        }
        return false
    }

    /// Besides what RFC 8259 asks for, what a terminal would obey: the escape means the same to every reader of JSON.
    private static func append(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes.append(ascii: "\\\"")
        case "\\": bytes.append(ascii: "\\\\")
        case "\n": bytes.append(ascii: "\\n")
        case "\r": bytes.append(ascii: "\\r")
        case "\t": bytes.append(ascii: "\\t")
        case _ where VisibleText.isHidden(scalar):
            for unit in scalar.utf16 {
                let hex = String(unit, radix: 16)
                bytes.append(ascii: "\\u")
                bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - hex.utf8.count))
                bytes.append(contentsOf: hex.utf8)
            }
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }
}
