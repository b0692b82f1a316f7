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
        var flow = WordFlow(context)
        try flow.readBlocks(of: body)
        var transcript = Transcript(limits: limits)
        try transcript.append(flow.finished())
        guard !transcript.isBlank else { throw .noText(format: format) }
        return transcript.document(encoding: "UTF-8")
    }

    /// The root of a part, by its element's name.
    private static func part(_ name: String, of parts: [XMLNode]) -> XMLNode? {
        for part in parts {
            guard let root = part.first("xmlData")?.elements.first(where: { $0.name == name }) else { continue }
            return root
        }
        return nil
    }
}
