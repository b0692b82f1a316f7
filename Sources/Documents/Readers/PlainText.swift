/// Text files: every line is a paragraph.
///
/// Flattened tables are told apart by tabs, ideographic and no-break spaces and blank lines, so all of them stay byte for byte;
/// only line ends are made the same.
enum PlainText {
    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        document(of: try DecodedText(decoding: file.bytes))
    }

    static func document(of decoded: DecodedText) -> Document {
        let text = decoded.hasCarriageReturn ? unifyingLineEnds(decoded.bytes) : decoded.bytes
        return Document(
            text: text, blocks: lines(of: text, expecting: decoded.lineFeeds + 1), encoding: decoded.encoding)
    }

    private static func lines(of text: [UInt8], expecting count: Int) -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(count)
        text.withUnsafeBufferPointer { bytes in
            var start = 0
            for position in bytes.indices where bytes[position] == UInt8(ascii: "\n") {
                blocks.append(.paragraph(start..<position))
                start = position + 1
            }
            if start < bytes.count { blocks.append(.paragraph(start..<bytes.count)) }
        }
        return blocks
    }

    /// CRLF and a lone CR, as old Mac programs wrote it, become LF.
    static func unifyingLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\r"): result.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
            default: result.append(byte)
            }
            previous = byte
        }
        return result
    }
}
