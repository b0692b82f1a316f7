import Values

/// A page, or parts of one, written as string literals in a script or in JSON: what an interface of a content system
/// gives, or a page whose script writes its content.
enum EmbeddedPage {
    static let format = Phrase(zh: " JSON 数据", en: "JSON")

    /// Whether text is JSON or a script, by its first characters; whether a page is in it is another question.
    static func isScript(_ text: [UInt8]) -> Bool {
        let opening = text.prefix(256).drop { $0 <= 0x20 }
        guard let first = opening.first else { return false }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            guard let next = opening.dropFirst().first(where: { $0 > 0x20 }) else { return false }
            return next == UInt8(ascii: "\"") || first == UInt8(ascii: "[") && next == UInt8(ascii: "{")
        }
        let start = Array(opening)
        return starts.contains { start.starts(with: $0) } || isCall(start)
    }

    private static let starts = ["var ", "let ", "const ", "document.write", "window.", "(function", "!function"].map {
        Array($0.utf8)
    }

    /// `callback({…`, as an interface answers that is asked from another page.
    private static func isCall(_ start: [UInt8]) -> Bool {
        let name = start.prefix {
            $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || [0x24, 0x2E, 0x5F].contains($0)
        }
        let rest = start.dropFirst(name.count)
        return !name.isEmpty && rest.first == UInt8(ascii: "(")
            && [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(rest.dropFirst().first)
    }

    /// Reads the page in a script or in JSON; what holds none is refused by name, since numbers between the strings
    /// would be lost.
    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let text = try file.decoded()
        guard let page = page(in: text.bytes) else { throw .unsupported(format: format, remedy: remedy) }
        var decoded = text
        decoded.bytes = page
        return try HTML.read(decoded, limits: limits)
    }

    private static let remedy = Phrase(
        zh: "其中没有网页正文；请导入网页本身，或 Word、PDF", en: "it holds no page; import the page itself, or a Word or PDF file")

    /// The markup of all literals one after the other, and the words beside it as paragraphs; nil where no literal
    /// holds markup.
    static func page(in script: [UInt8]) -> [UInt8]? {
        var page: [UInt8] = []
        var hasMarkup = false
        for literal in StringLiterals(script) {
            let text = isEscaped(literal) ? unescaped(literal) : literal
            if isMarkup(text) {
                hasMarkup = true
                page += text
            } else if text.contains(where: { $0 >= 0xE3 }) {
                page +=
                    Array("<p>".utf8) + text.flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] }
                    + Array("</p>".utf8)
            }
        }
        return hasMarkup ? page : nil
    }

    private static func isMarkup(_ text: [UInt8]) -> Bool {
        guard text.contains(UInt8(ascii: "<")) else { return false }
        let lower = text.lowercasedASCII(from: 0, limit: text.count)
        return tags.contains { lower.offset(of: $0) != nil }
    }

    private static let tags = [
        "<p", "<div", "<table", "<tr", "<td", "</td", "</tr", "</table", "<span", "<html", "<h1", "<br",
    ].map {
        Array($0.utf8)
    }

    private static func isEscaped(_ text: [UInt8]) -> Bool {
        !text.contains(UInt8(ascii: "<")) && text.offset(of: Array("&lt;".utf8)) != nil
    }

    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&amp;", "&")]
        let plain = entities.reduce(String(decoding: text, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
        return Array(plain.utf8)
    }
}

/// The string literals of a script or of JSON, decoded; the names of members are left out.
struct StringLiterals: Sequence, IteratorProtocol {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func next() -> [UInt8]? {
        while position < text.count {
            let quote = text[position]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`") else {
                position += 1
                continue
            }
            position += 1
            let literal = literal(until: quote)
            let following = text[position...].first { $0 > 0x20 }
            if following != UInt8(ascii: ":") { return literal }
        }
        return nil
    }

    private mutating func literal(until quote: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte == quote { break }
            if byte == UInt8(ascii: "\\") { escape(into: &result) } else { result.append(byte) }
        }
        return result
    }

    /// After a backslash (RFC 8259, section 7, and what scripts have beyond it).
    private mutating func escape(into result: inout [UInt8]) {
        guard position < text.count else { return }
        let byte = text[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
        case UInt8(ascii: "u"), UInt8(ascii: "x"):
            let digits = byte == UInt8(ascii: "u") ? 4 : 2
            guard var unit = hexadecimal(digits) else { return }
            // A character beyond the first plane is written as two.
            if unit & 0xFC00 == 0xD800, text[position...].starts(with: Array("\\u".utf8)) {
                position += 2
                guard let low = hexadecimal(4) else { return }
                unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
            }
            if let scalar = Unicode.Scalar(unit) { result += Array(String(scalar).utf8) }
        default: result.append(byte)
        }
    }

    private mutating func hexadecimal(_ digits: Int) -> UInt32? {
        let written = text[position...].prefix(digits)
        guard written.count == digits, let unit = UInt32(String(decoding: written, as: UTF8.self), radix: 16) else {
            return nil
        }
        position += digits
        return unit
    }
}

/// The scripts of a page that shows no table of its own.
enum HTMLScripts {
    /// The markup that they write, or that a hidden field holds, if there is a table in it.
    static func page(in root: XMLNode) -> [UInt8]? {
        var page: [UInt8] = []
        collect(below: root, into: &page)
        return page.lowercasedASCII(from: 0, limit: page.count).offset(of: Array("<table".utf8)) == nil ? nil : page
    }

    private static func collect(below node: XMLNode, into page: inout [UInt8]) {
        for child in node.elements {
            switch child.name {
            case "script": page += EmbeddedPage.page(in: Array(child.text.utf8)) ?? []
            case "textarea": page += Array(child.text.utf8)
            default: collect(below: child, into: &page)
            }
        }
    }
}
