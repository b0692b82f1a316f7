import Values

/// The parts of a Word file that are the same in all documents.
enum WordParts {
    static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let properties =
        declaration + "<Properties xmlns=\"\(office)/extended-properties\">\(Generator.property)</Properties>"

    static func contentTypes(hasNotes: Bool) -> String {
        let parts = ["document.main": "document", "styles": "styles", "footer": "footer1", "settings": "settings"]
            .merging(hasNotes ? ["footnotes": "footnotes"] : [:]) { $1 }
        let overrides = parts.sorted { $0.key < $1.key }.map { type, name in
            "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(word).\(type)+xml\"/>"
        }
        return declaration + """
            <Types xmlns="\(package)/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            \(overrides.joined(separator: "\n"))
            <Override PartName="/docProps/app.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
            </Types>
            """
    }

    static let relations = relationships([
        ("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"),
    ])

    static func documentRelations(hasNotes: Bool) -> String {
        relationships(
            [("styles", "styles.xml"), ("footer", "footer1.xml"), ("settings", "settings.xml")]
                + (hasNotes ? [("footnotes", "footnotes.xml")] : []))
    }

    /// Says that the document is one of today's Word, so that it opens without the compatibility mode.
    static func settings(hasNotes: Bool) -> String {
        let separators = #"<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"#
        return declaration + """
            <w:settings xmlns:w="\(main)">\(hasNotes ? separators : "")<w:compat><w:compatSetting \
            w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
            </w:settings>
            """
    }

    /// The lines above footnotes, and the footnotes, numbered from 1.
    static func footnotes(_ texts: [String]) -> String {
        func separator(_ id: Int, _ type: String, _ element: String) -> String {
            """
            <w:footnote w:type="\(type)" w:id="\(id)"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>\
            <w:r><w:\(element)/></w:r></w:p></w:footnote>
            """
        }
        let notes = texts.enumerated().map { number, text in
            """
            <w:footnote w:id="\(number + 1)"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>\
            <w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> \(text)\
            </w:t></w:r></w:p></w:footnote>
            """ as Markup
        }
        return declaration + """
            <w:footnotes xmlns:w="\(main)">\(separator(-1, "separator", "separator"))\
            \(separator(0, "continuationSeparator", "continuationSeparator"))
            \(notes.joined(by: "\n").text)
            </w:footnotes>
            """
    }

    private static func relationships(_ targets: [(type: String, target: String)]) -> String {
        let lines = targets.enumerated().map { number, relation in
            """
            <Relationship Id="rId\(number + 1)" Type="\(office)/relationships/\(relation.type)" \
            Target="\(relation.target)"/>
            """
        }
        return declaration + "<Relationships xmlns=\"\(package)/relationships\">\(lines.joined())</Relationships>"
    }

    /// The page's number between dashes.
    static let footer =
        declaration + """
            <w:ftr xmlns:w="\(main)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— \
            </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """

    static let styles =
        declaration + """
            <w:styles xmlns:w="\(main)"><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>\
            <w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
            <w:spacing w:line="520" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
            \(paragraphStyles.joined(separator: "\n"))
            <w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>\(borders)\
            </w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>\
            <w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            </w:styles>
            """

    private static let narrow = #"<w:spacing w:line="300" w:lineRule="exact"/>"#
    private static let centred = #"<w:jc w:val="center"/>"#

    private static let paragraphStyles = [
        style("Normal", "", "", isDefault: true),
        style(
            "Title", #"<w:spacing w:after="240" w:line="640" w:lineRule="exact"/>"# + centred,
            font("宋体", 36, isBold: true)),
        style(
            "Heading1", #"<w:keepNext/><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="0"/>"#,
            font("黑体", 28)),
        style(
            "Heading2", #"<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="1"/>"#,
            font("楷体", 28)),
        style("Prose", #"<w:ind w:firstLine="560" w:firstLineChars="200"/><w:jc w:val="both"/>"#, ""),
        style("Signature", #"<w:ind w:right="560"/><w:jc w:val="right"/>"#, ""),
        style("Cell", narrow, font("仿宋", 21)), style("CellHeader", narrow + centred, font("黑体", 21)),
        style("CellNumber", narrow + #"<w:jc w:val="right"/>"#, font("仿宋", 21)),
        style("TOCHeading", #"<w:spacing w:before="120" w:after="60"/>"# + centred, font("黑体", 28)),
        style("TOC1", #"<w:ind w:left="280"/>"#, font("仿宋", 26)),
        style("TOC2", #"<w:ind w:left="840"/>"#, font("仿宋", 26)),
        style("FootnoteText", #"<w:spacing w:line="240" w:lineRule="auto"/>"#, font("仿宋", 18)),
        """
        <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>\
        <w:vertAlign w:val="superscript"/></w:rPr></w:style>
        """,
    ]

    /// What Word itself calls its styles, so that its navigation and its table of contents know them.
    private static let builtIn = [
        "Heading1": "heading 1", "Heading2": "heading 2", "TOC1": "toc 1", "TOC2": "toc 2",
        "TOCHeading": "TOC Heading", "FootnoteText": "footnote text",
    ]

    private static func style(
        _ name: String, _ paragraph: String, _ run: String, isDefault: Bool = false
    ) -> String {
        """
        <w:style w:type="paragraph"\(isDefault ? " w:default=\"1\"" : "") w:styleId="\(name)"><w:name \
        w:val="\(builtIn[name] ?? name)"/>\(isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")\
        <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }

    /// - Parameter size: in half points.
    private static func font(_ name: String, _ size: Int, isBold: Bool = false) -> String {
        "<w:rFonts w:eastAsia=\"\(name)\"/>\(isBold ? "<w:b/>" : "")<w:sz w:val=\"\(size)\"/>"
    }

    private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
        "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }.joined()
}
