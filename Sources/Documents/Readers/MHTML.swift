import Catalogue

/// A page that a browser saved with its pictures in one file (RFC 2557): the first HTML part is read, nothing else.
enum MHTML {
    static let format = Phrase(zh: "单个文件网页（mhtml）", en: "web archive (mhtml)")

    /// Whether bytes open with the header of such a message.
    static func isMessage(_ bytes: [UInt8]) -> Bool {
        // Nearly every file is none; that is to be known from its first bytes.
        let isLetter = { (byte: UInt8) in byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        guard let colon = bytes.prefix(64).firstIndex(of: UInt8(ascii: ":")),
            bytes[..<colon].allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "-") }),
            let end = Part.headerEnd(in: bytes.prefix(8192))
        else { return false }
        return Part.headers(in: bytes[..<end.lowerBound])["content-type"]?.lowercased().hasPrefix("multipart/") ?? false
    }

    static func read(_ bytes: [UInt8], limits: Limits) throws(DocumentError) -> Document {
        guard let page = page(in: Part(bytes[...]), depth: 0) else {
            throw .damaged(format: format, detail: "text/html")
        }
        let text = page.decodedBody
        guard !text.isEmpty else { throw .damaged(format: format, detail: "text/html: 0 bytes") }
        let decoded = try DecodedText(decodingPage: text, label: page.parameter("charset"))
        return try HTML.read(decoded, mediaType: .mhtml, limits: limits)
    }

    private static func page(in part: Part, depth: Int) -> Part? {
        if part.type.hasPrefix("text/html") { return part }
        guard part.type.hasPrefix("multipart/"), depth < 4, let boundary = part.parameter("boundary", keepingCase: true)
        else { return nil }
        for child in part.children(boundary: boundary) {
            if let page = page(in: child, depth: depth + 1) { return page }
        }
        return nil
    }
}

/// One part of a MIME message (RFC 2045 and 2046): its header fields and the bytes below them.
private struct Part {
    private let fields: [String: String]
    private let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        let end = Self.headerEnd(in: bytes)
        fields = Self.headers(in: bytes[..<(end?.lowerBound ?? bytes.startIndex)])
        body = bytes[(end?.upperBound ?? bytes.startIndex)...]
    }

    var type: String { fields["content-type", default: "text/plain"].lowercased() }

    /// The blank line after the header.
    static func headerEnd(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let windows = bytes.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A])
        let unix = bytes.firstRange(of: [0x0A, 0x0A])
        guard let windows, let unix else { return windows ?? unix }
        return windows.lowerBound < unix.lowerBound ? windows : unix
    }

    /// Header fields by name in lower case; a line that begins with a space continues the one before.
    static func headers(in bytes: ArraySlice<UInt8>) -> [String: String] {
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

    func children(boundary: String) -> [Part] {
        let mark = Array("--\(boundary)".utf8)
        guard !boundary.isEmpty else { return [] }
        let marks = body.ranges(of: mark)
        return marks.indices.map { index in
            let end = index + 1 < marks.count ? marks[index + 1].lowerBound : body.endIndex
            return Part(body[marks[index].upperBound..<end].drop { $0 == 0x0D || $0 == 0x0A })
        }
    }

    var decodedBody: [UInt8] {
        switch fields["content-transfer-encoding", default: ""].lowercased().trimmed {
        case "quoted-printable": Self.quotedPrintable(body)
        case "base64": Self.base64(body)
        default: Array(body)
        }
    }

    /// RFC 2045, section 6.7; an escape that is none stays as it is.
    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let rest = bytes[position...]
            if rest.starts(with: [0x3D, 0x0D, 0x0A]) {
                position += 3
            } else if rest.starts(with: [0x3D, 0x0A]) {
                position += 2
            } else if bytes[position] == 0x3D, rest.count > 2,
                let byte = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(byte)
                position += 3
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
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

extension StringProtocol {
    fileprivate var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return rest
    }
}
