import Values

/// Word files since 2007 (ECMA-376, WordprocessingML), with or without macros, which are not looked at.
enum Word {
    static let format = Phrase(zh: "Word 文档（docx）", en: "Word file (docx)")

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let package = try WordPackage(file, limits)
        let inkMatters = WordInkSearch.mayMatter(in: [package.main] + (package.styles.map { [$0] } ?? []))
        let tree = try XMLTree(
            xml: package.main, part: package.mainName, format: format, limits: limits,
            ignoring: inkMatters ? looks.subtracting(WordInk.elements) : looks)
        var context = WordContext(limits: limits)
        context.pictures = package.pictures
        if let styles = package.styles, inkMatters || WordStyles.canMark(styles) {
            let tree = try XMLTree(
                xml: styles, part: WordPackage.stylesName, format: format, limits: limits,
                ignoring: inkMatters ? [] : WordInk.elements)
            context.styles = tree.root.map(WordStyles.init) ?? WordStyles()
        }
        guard let body = tree.root?.first("body") else {
            throw .damaged(format: format, detail: "\(package.mainName): <w:body>")
        }
        return try document(of: body, context, format: format, title: package.title)
    }

    /// What the body of a Word file says, packed or in one XML file.
    static func document(
        of body: XMLNode, _ context: WordContext, format: Phrase, title: String? = nil
    ) throws(DocumentError) -> Document {
        var flow = WordFlow(context)
        try flow.readBlocks(of: body)
        var transcript = Transcript(limits: context.limits)
        let (pieces, notices) = try EmbeddedPictures.read(flow.finished(), limits: context.limits)
        try transcript.append(pieces)
        guard !transcript.isBlank else { throw .noText(format: format) }
        var document = transcript.document(encoding: "UTF-8", title: title)
        document.notices += notices
        if flow.leavesOutParts { document.notices.append(.partUnread) }
        return document
    }
}

extension Word {
    /// Parts in XML that lie where the main document, its relation, its styles and the properties may lie.
    static func isPart(_ name: String) -> Bool {
        ["_rels/.rels", "docProps/core.xml", WordPackage.stylesName].contains(name)
            || name.hasSuffix(".xml") && name.contains("document")
            || name.hasPrefix("word/media/") || name.hasPrefix("word/_rels/document")
    }

    /// Elements that only say how things look (ECMA-376 part 1, 17.3.1, 17.3.2, 17.4 and 17.6), and marks without text.
    private static let looks: Set<String> = [
        "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "sz", "szCs", "highlight", "u",
        "shd", "bdr", "lang", "eastAsianLayout", "noProof", "snapToGrid", "keepNext", "keepLines",
        "widowControl", "pBdr", "suppressLineNumbers", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
        "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "ind", "jc", "textAlignment",
        "outlineLvl", "tabs", "sectPr", "tblGrid", "tblPr", "tblPrEx", "tcW", "tcBorders", "tcMar", "vAlign",
        "textDirection", "noWrap", "hideMark", "trHeight", "cantSplit", "tblHeader", "cnfStyle", "proofErr",
        "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd",
    ]
}

/// The parts of a Word file that are read: the main document and the core properties (ECMA-376 part 2, Open Packaging).
private struct WordPackage {
    var main: [UInt8]
    var mainName: String
    var title: String?
    /// The part with the named styles, where there is one.
    var styles: [UInt8]?
    /// The pictures of the main document, by the relations that it names them by.
    var pictures: [String: [UInt8]] = [:]

    static let stylesName = "word/styles.xml"

    init(_ file: FileContent, _ limits: Limits) throws(DocumentError) {
        guard let zip = file.zip else { throw .damaged(format: Word.format, detail: "zip") }
        let parts = try zip.parts(of: Word.format)
        mainName = try Self.mainName(parts, limits)
        guard let main = parts[mainName] else { throw .damaged(format: Word.format, detail: mainName) }
        self.main = main
        styles = parts[Self.stylesName]
        pictures = try Self.pictures(parts, of: mainName, limits)
        if let core = parts["docProps/core.xml"] {
            let tree = try XMLTree(xml: core, part: "docProps/core.xml", format: Word.format, limits: limits)
            title = tree.root?.first("title")?.text
            if title?.isEmpty == true { title = nil }
        }
    }

    private static func pictures(
        _ parts: [String: [UInt8]], of mainName: String, _ limits: Limits
    ) throws(DocumentError) -> [String: [UInt8]] {
        guard parts.keys.contains(where: { $0.hasPrefix("word/media/") }) else { return [:] }
        let relations = try PackageRelations(parts, of: mainName, format: Word.format, limits)
        return Dictionary(
            relations.all.compactMap { relation in parts[relation.target].map { (relation.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Nearly always `word/document.xml`; Word on the web writes `document2.xml`.
    private static func mainName(_ parts: [String: [UInt8]], _ limits: Limits) throws(DocumentError) -> String {
        try PackageRelations(parts, of: "", format: Word.format, limits).target(ofType: "officeDocument")
            ?? "word/document.xml"
    }
}
