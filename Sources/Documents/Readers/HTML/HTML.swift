import Values

/// Web pages, as a browser or a crawler saved them.
enum HTML {
    static let format = Phrase(zh: "网页", en: "web page")

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let page: DecodedText
        if let text = file.text {
            page = text
        } else {
            try requireSize(file.bytes, limits)
            page = try DecodedText(decodingPage: file.bytes)
        }
        return try read(page, limits: limits)
    }

    static func requireSize(_ page: [UInt8], _ limits: Limits) throws(DocumentError) {
        guard page.count <= limits.markupBytes else {
            throw .limit(.markupBytes(limits.markupBytes, found: page.count))
        }
    }

    /// - Parameter pictures: those that came with the page, by the links that it names them by.
    static func read(
        _ page: DecodedText, limits: Limits, pictures: [String: [UInt8]] = [:]
    ) throws(DocumentError) -> Document {
        let tree = try XMLTree(html: page.bytes, format: format, limits: limits)
        var transcript = Transcript(limits: limits)
        var metadata = HTMLMetadata()
        var notices: [DocumentNotice] = []
        if let root = tree.root {
            metadata.collect(from: root)
            let styles = StyleCascade(StyleSheet(of: root, limits: limits), limits: limits)
            try styles.requireDone(limits)
            var flow = HTMLFlow(PageContext(limits: limits, styles: styles, pictures: pictures))
            try flow.read(root)
            try styles.requireDone(limits)
            var pieces = flow.finished()
            if !pieces.contains(where: \.isGrid), let page = HTMLScripts.page(in: root) {
                // The page's script writes its content.
                var written = HTMLFlow(PageContext(limits: limits))
                let tree = try XMLTree(html: page, format: format, limits: limits)
                if let root = tree.root { try written.read(root) }
                pieces += written.finished()
            }
            (pieces, notices) = try EmbeddedPictures.read(pieces, limits: limits)
            try transcript.append(pieces)
        }
        guard !transcript.isBlank else { throw .noText(format: format) }
        var document = transcript.document(
            encoding: page.encoding,
            publishedOn: metadata.publishedOn ?? PublicationDay.labelled(in: transcript.text), title: metadata.title)
        document.notices += notices
        return document
    }

    /// Whether text is a page: it begins with markup, and soon shows an element that only pages have.
    static func isPage(_ text: [UInt8]) -> Bool {
        guard let start = text.firstIndex(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
            text[start] == UInt8(ascii: "<")
        else { return false }
        let opening = text.lowercasedASCII(from: start, limit: 4096)
        return marks.contains { opening.offset(of: $0) != nil }
    }

    private static let marks = [
        "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<table", "<p>", "<p ", "<span", "<h1",
    ].map { Array($0.utf8) }
}

extension DecodedText {
    /// Decodes a page. Its label is the last thing to go by: pages labelled gb2312 are GB18030 or UTF-8 as often as
    /// not, and what is UTF-8 throughout is nothing else.
    ///
    /// A few bytes out of place become U+FFFD, as in a browser: content systems cut descriptions in the middle of a
    /// character.
    init(decodingPage bytes: [UInt8], label: String? = nil) throws(DocumentError) {
        let declared = label ?? Self.declaredEncoding(of: bytes)
        do {
            let isUTF8 = bytes.withUnsafeBufferPointer { UTF8Survey($0).firstInvalid == nil }
            if let declared, !isUTF8, ["big5", "big5-hkscs"].contains(declared) {
                let text = try Transcoder.utf8(from: bytes, encoding: declared)
                try self.init(transcoded: text, encoding: "Big5", original: bytes)
            } else {
                try self.init(decoding: bytes)
            }
        } catch {
            guard case .notText(let encoding, _, let byte) = error, byte != 0 else { throw error }
            guard
                let text = Transcoder.utf8(
                    replacingIn: bytes, encoding: encoding, atMost: min(bytes.count / 500 + 1, 50))
            else { throw error }
            try self.init(transcoded: text, encoding: encoding, original: bytes)
        }
    }

    /// What follows `charset=` in the first two kilobytes, in lower case.
    private static func declaredEncoding(of bytes: [UInt8]) -> String? {
        let opening = bytes.lowercasedASCII(from: 0, limit: 2048)
        let label = Array("charset=".utf8)
        guard let start = opening.offset(of: label) else { return nil }
        let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        let value = opening[(start + label.count)...].drop { quotes.contains($0) }.prefix {
            $0 == UInt8(ascii: "-") || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A
        }
        return String(validating: value, as: UTF8.self)
    }
}
