import Documents
import Values

/// The records of a CSV text that say something, each with the line it begins on; fields are separated by commas, or by
/// tabs where the first line has one.
struct CSVRecords {
    let records: [(line: Int, fields: [String])]

    init(_ text: [UInt8]) {
        let firstLine = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let separator = firstLine.contains(0x09) ? 0x09 : UInt8(ascii: ",")
        records = SeparatedRecords(text, separator).compactMap { line, fields in
            let texts = fields.map { String(decoding: $0, as: UTF8.self).trimmed }
            return texts.contains { !$0.isEmpty } ? (line, texts) : nil
        }
    }
}
