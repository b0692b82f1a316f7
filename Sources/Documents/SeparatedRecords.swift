/// The records of a text whose fields are separated by commas, semicolons or tabs (RFC 4180), each with the line that
/// it begins on, from 1. Blanks at both ends of a field are left out; a record may have no field that says anything.
package struct SeparatedRecords: Sequence {
    package typealias Element = (line: Int, fields: [[UInt8]])

    private let separator: UInt8
    private var whole: [Element] = []
    private var record: [[UInt8]] = []
    private var field: [UInt8] = []
    private var isQuoted = false
    private var line = 1
    /// The line that the record at hand begins on.
    private var start = 1

    package init(_ text: [UInt8], _ separator: UInt8) {
        self.separator = separator
        var position = 0
        while position < text.count {
            let next = position + 1 < text.count ? text[position + 1] : nil
            let isPair = take(text[position], before: next)
            position += isPair ? 2 : 1
        }
        // What stands behind the last line's end is a record too.
        if !field.isEmpty || !record.isEmpty { endRecord() }
    }

    package func makeIterator() -> IndexingIterator<[Element]> { whole.makeIterator() }

    /// Returns whether the next byte belongs to this one: the second of two quotes, or of a line's end.
    private mutating func take(_ byte: UInt8, before next: UInt8?) -> Bool {
        let isPair = byte == UInt8(ascii: "\r") && next == UInt8(ascii: "\n")
        let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isPair
        if endsLine || isPair && !isQuoted { line += 1 }
        switch byte {
        case UInt8(ascii: "\"") where isQuoted:
            if next == byte {
                field.append(byte)
                return true
            }
            isQuoted = false
        case _ where isQuoted: field.append(byte)
        case UInt8(ascii: "\"") where Self.trimmed(field).isEmpty:
            field.removeAll()
            isQuoted = true
        case separator: endField()
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            endRecord()
            return isPair
        default: field.append(byte)
        }
        return false
    }

    private mutating func endField() {
        record.append(Self.trimmed(field))
        field.removeAll()
    }

    private mutating func endRecord() {
        endField()
        whole.append((start, record))
        record.removeAll()
        start = line
    }

    private static func trimmed(_ field: [UInt8]) -> [UInt8] {
        Array(field.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
    }
}
