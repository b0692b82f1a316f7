import Values

/// A page that a browser saved with its pictures in one file (RFC 2557): the first HTML part is read, nothing else.
enum MHTML {
    static let format = Phrase(zh: "单个文件网页（mhtml）", en: "web archive (mhtml)")

    /// Whether bytes open with the header of such a message.
    static func isMessage(_ bytes: [UInt8]) -> Bool {
        // Nearly every file is none; that is to be known from its first bytes.
        let isLetter = { (byte: UInt8) in byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        guard let colon = bytes.prefix(64).firstIndex(of: UInt8(ascii: ":")),
            bytes[..<colon].allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "-") }),
            let part = MIMEPart(Array(bytes.prefix(8192)))
        else { return false }
        return part.type.hasPrefix("multipart/")
    }

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let whole = MIMEPart(file.bytes)
        guard let page = whole.flatMap({ page(in: $0, depth: 0) }) else {
            throw .damaged(format: format, detail: "text/html")
        }
        let text = page.decodedBody
        guard !text.isEmpty else { throw .damaged(format: format, detail: "text/html: 0 bytes") }
        try HTML.requireSize(text, limits)
        let decoded = try DecodedText(decodingPage: text, label: page.parameter("charset"))
        var pictures: [String: [UInt8]] = [:]
        if let whole { collect(from: whole, into: &pictures, depth: 0) }
        return try HTML.read(decoded, limits: limits, pictures: pictures)
    }

    /// Far more than are ever recognised.
    private static let mostPictures = 1000

    /// The pictures, by where they were and by their names within the message (RFC 2392).
    private static func collect(from part: MIMEPart, into pictures: inout [String: [UInt8]], depth: Int) {
        if part.type.hasPrefix("image/") {
            if let location = part.location { pictures[location] = part.decodedBody }
            if let name = part.contentID { pictures["cid:\(name)"] = part.decodedBody }
        }
        guard part.type.hasPrefix("multipart/"), depth < 4, let boundary = part.parameter("boundary", keepingCase: true)
        else { return }
        for child in part.children(boundary: boundary) where pictures.count < mostPictures {
            collect(from: child, into: &pictures, depth: depth + 1)
        }
    }

    private static func page(in part: MIMEPart, depth: Int) -> MIMEPart? {
        if part.type.hasPrefix("text/html") { return part }
        guard part.type.hasPrefix("multipart/"), depth < 4, let boundary = part.parameter("boundary", keepingCase: true)
        else { return nil }
        for child in part.children(boundary: boundary) {
            if let page = page(in: child, depth: depth + 1) { return page }
        }
        return nil
    }
}
