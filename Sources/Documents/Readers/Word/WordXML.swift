import Values

/// Word documents in one XML file: flat OPC, which template systems write under the name `.doc` (MS-OI29500,
/// `pkg:package`), and the XML of Word 2003 (`w:wordDocument`).
enum WordXML {
    static let format = Phrase(zh: "Word XML 文档", en: "Word XML file")

    /// Whether text is one of the two, by its outermost element.
    static func isDocument(_ text: [UInt8]) -> Bool {
        guard let start = text.firstIndex(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
            text[start] == UInt8(ascii: "<")
        else { return false }
        let opening = Array(text[start...].prefix(2048))
        return marks.contains { opening.offset(of: $0) != nil }
    }

    private static let marks = ["<pkg:package", "<w:wordDocument"].map { Array($0.utf8) }

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let name = file.name
        let tree = try XMLTree(xml: file.bytes, part: name, format: format, limits: limits)
        guard let root = tree.root else { throw .damaged(format: format, detail: name) }
        let parts = root.elements.filter { $0.name == "part" }
        let document = parts.isEmpty ? root : part("document", of: parts)
        guard let body = document?.first("body") else { throw .damaged(format: format, detail: "<w:body>") }
        var context = WordContext(limits: limits)
        let styles = parts.isEmpty ? root.first("styles") : part("styles", of: parts)
        context.styles = styles.map(WordStyles.init) ?? WordStyles()
        context.pictures = pictures(of: parts)
        return try Word.document(of: body, context, format: format)
    }

    /// The root of a part, by its element's name.
    private static func part(_ name: String, of parts: [XMLNode]) -> XMLNode? {
        for part in parts {
            guard let root = part.first("xmlData")?.elements.first(where: { $0.name == name }) else { continue }
            return root
        }
        return nil
    }

    /// The pictures of the main document, by the relations that it names them by.
    private static func pictures(of parts: [XMLNode]) -> [String: [UInt8]] {
        let named = Dictionary(
            parts.compactMap { part in part.attribute("name").map { ($0, part) } },
            uniquingKeysWith: { first, _ in first })
        let relations = named["/word/_rels/document.xml.rels"]?.first("xmlData")?.first("Relationships")
        var pictures: [String: [UInt8]] = [:]
        for relation in relations.map({ Array($0.elements) }) ?? [] {
            guard let id = relation.attribute("Id"), let target = relation.attribute("Target"),
                let part = named[target.hasPrefix("/") ? target : "/word/\(target)"],
                let data = part.first("binaryData").flatMap({ EmbeddedPictures.decoded($0.text) })
            else { continue }
            pictures[id] = data
        }
        return pictures
    }
}
