import Values

/// One part of a MIME message (RFC 2045 and 2046): its header fields and the bytes below them.
struct MIMEPart {
    private let fields: [String: String]
    private let bytes: [UInt8]
    private let body: Range<Int>

    /// A part that is the whole of `bytes`; nil where no blank line ends a header.
    init?(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

    private init?(_ bytes: [UInt8], in range: Range<Int>) {
        guard let end = Self.headerEnd(in: bytes, range) else { return nil }
        fields = Self.headers(in: bytes[range.lowerBound..<end.lowerBound])
        self.bytes = bytes
        body = end.upperBound..<range.upperBound
    }

    var type: String { fields["content-type", default: "text/plain"].lowercased() }

    /// The link that the page has to the part.
    var location: String? { fields["content-location"] }
    var contentID: String? { fields["content-id"].map { $0.filter { $0 != "<" && $0 != ">" } } }

    /// Bytes of a header; what is longer is none.
    private static let longestHeader = 1 << 16

    /// The blank line after the header.
    private static func headerEnd(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        let range = range.prefix(longestHeader)
        let windows = bytes.offset(of: [0x0D, 0x0A, 0x0D, 0x0A], in: range).map { $0..<$0 + 4 }
        let unix = bytes.offset(of: [0x0A, 0x0A], in: range).map { $0..<$0 + 2 }
        guard let windows, let unix else { return windows ?? unix }
        return windows.lowerBound < unix.lowerBound ? windows : unix
    }

    /// Header fields by name in lower case; a line that begins with a space continues the one before.
    private static func headers(in bytes: ArraySlice<UInt8>) -> [String: String] {
        var fields: [String: String] = [:]
        var current = ""
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = String(decoding: line, as: UTF8.self)
            if text.first == " " || text.first == "\t" {
                fields[current]?.append(contentsOf: text)
            } else if let colon = text.firstIndex(of: ":") {
                current = text[..<colon].lowercased()
                fields[current] = String(text[text.index(after: colon)...].drop { $0 == " " })
            }
        }
        return fields
    }

    /// A parameter of the content type, such as `boundary="x"`.
    func parameter(_ name: String, keepingCase: Bool = false) -> String? {
        for piece in fields["content-type", default: ""].split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmed.lowercased() == name else { continue }
            let value = String(pair[1].trimmed.drop { $0 == "\"" }.prefix { $0 != "\"" })
            return keepingCase ? value : value.lowercased()
        }
        return nil
    }

    /// The parts between the marks, one after the other.
    func children(boundary: String) -> some Sequence<MIMEPart> {
        let mark = Array("--\(boundary)".utf8)
        return sequence(state: bytes.offset(of: mark, in: body)) { [self] start -> MIMEPart? in
            while let current = start {
                var first = current + mark.count
                while first < body.upperBound, bytes[first] == 0x0D || bytes[first] == 0x0A { first += 1 }
                start = bytes.offset(of: mark, in: first..<body.upperBound)
                if let child = MIMEPart(bytes, in: first..<(start ?? body.upperBound)) { return child }
            }
            return nil
        }
    }

    var decodedBody: [UInt8] {
        switch fields["content-transfer-encoding", default: ""].lowercased().trimmed {
        case "quoted-printable": Self.quotedPrintable(bytes[body])
        case "base64": Self.base64(bytes[body])
        default: Array(bytes[body])
        }
    }

    /// RFC 2045, section 6.7; an escape that is none stays as it is.
    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            func byte(_ offset: Int) -> UInt8? { position + offset < bytes.endIndex ? bytes[position + offset] : nil }
            if bytes[position] != 0x3D {
                result.append(bytes[position])
                position += 1
            } else if byte(1) == 0x0A {
                position += 2
            } else if byte(1) == 0x0D, byte(2) == 0x0A {
                position += 3
            } else if let high = byte(1).flatMap(hexadecimal), let low = byte(2).flatMap(hexadecimal) {
                result.append(high << 4 | low)
                position += 3
            } else {
                result.append(0x3D)
                position += 1
            }
        }
        return result
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }

    /// RFC 2045, section 6.8; anything outside the alphabet is passed over.
    private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case 0x2B: value = 62
            case 0x2F: value = 63
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return result
    }
}
