/// Text files: every line is a paragraph.
///
/// Flattened tables are told apart by tabs, ideographic and no-break spaces and blank lines, so all of them stay byte
/// for byte; only line ends are made the same.
enum PlainText {
    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        try document(of: file.decoded(), limits)
    }

    static func document(of decoded: DecodedText, _ limits: Limits) throws(DocumentError) -> Document {
        try decoded.requireSize(limits)
        guard decoded.bytes.count(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\t") }) <= limits.tableCells
        else { throw .limit(.textCells(limits.tableCells)) }
        let text = decoded.hasOtherLineEnds ? unifyingLineEnds(decoded.bytes) : decoded.bytes
        return Document(
            text: text, blocks: lines(of: text, expecting: decoded.lineEnds + 1), encoding: decoded.encoding)
    }

    private static func lines(of text: [UInt8], expecting count: Int) -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(count)
        text.withUnsafeBufferPointer { bytes in
            var start = 0
            while let end = bytes.lineEnd(from: start) {
                blocks.append(.paragraph(start..<end))
                start = end + 1
            }
            if start < bytes.count { blocks.append(.paragraph(start..<bytes.count)) }
        }
        return blocks
    }

    /// CRLF, a lone CR, as old Mac programs wrote it, and the line ends of Unicode's own become LF.
    static func unifyingLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var position = 0
            while position < bytes.count {
                let length = lineEnd(at: position, in: bytes)
                result.append(length > 0 ? UInt8(ascii: "\n") : bytes[position])
                position += max(length, 1)
            }
            return result
        }
    }

    /// How many bytes a line end at a position takes; 0 where none stands there (Unicode Standard, section 5.8).
    @inline(__always)
    static func lineEnd(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        func byte(_ offset: Int) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0 }
        switch bytes[position] {
        case UInt8(ascii: "\n"): return 1
        case UInt8(ascii: "\r"): return byte(1) == UInt8(ascii: "\n") ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }
}
