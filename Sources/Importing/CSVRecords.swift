/// The records of a CSV text (RFC 4180), each with the line it begins on; fields are separated by commas, or by tabs
/// where the first line has one.
struct CSVRecords {
    private(set) var records: [(line: Int, fields: [String])] = []

    init(_ text: [UInt8]) {
        let firstLine = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let separator = firstLine.contains(0x09) ? 0x09 : UInt8(ascii: ",")
        var parser = Parser(separator: separator)
        for byte in text { parser.take(byte) }
        parser.endRecord()
        records = parser.records
    }

    private struct Parser {
        let separator: UInt8
        var records: [(line: Int, fields: [String])] = []
        private var fields: [String] = []
        private var field: [UInt8] = []
        private var isQuoted = false
        private var isAfterQuote = false
        private var previous: UInt8 = 0
        private var line = 1
        private var start = 1

        init(separator: UInt8) { self.separator = separator }

        mutating func take(_ byte: UInt8) {
            defer { previous = byte }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { takeLineEnd(byte) }
            switch byte {
            case UInt8(ascii: "\"") where isQuoted:
                isQuoted = false
                isAfterQuote = true
            case UInt8(ascii: "\"") where isAfterQuote:
                // Two quotes within quotes are one.
                field.append(byte)
                isQuoted = true
                isAfterQuote = false
            case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
            case separator where !isQuoted: endField()
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): if isQuoted { field.append(byte) }
            default: field.append(byte)
            }
        }

        private mutating func takeLineEnd(_ byte: UInt8) {
            let isSecondHalf = byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
            if !isSecondHalf { line += 1 }
            if !isQuoted, !isSecondHalf { endRecord() }
            start = isQuoted ? start : line
        }

        private mutating func endField() {
            fields.append(String(decoding: field, as: UTF8.self).trimmed)
            field.removeAll(keepingCapacity: true)
            isAfterQuote = false
        }

        mutating func endRecord() {
            if !field.isEmpty || !fields.isEmpty { endField() }
            if fields.contains(where: { !$0.isEmpty }) { records.append((start, fields)) }
            fields.removeAll(keepingCapacity: true)
            isQuoted = false
        }
    }
}

extension String {
    var trimmed: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
