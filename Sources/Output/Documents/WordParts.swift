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

    static let contentTypes =
        declaration + """
            <Types xmlns="\(package)/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>
            <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>
            <Override PartName="/docProps/app.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
            </Types>
            """

    static let relations = relationships([
        ("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"),
    ])

    static let documentRelations = relationships([("styles", "styles.xml"), ("footer", "footer1.xml")])

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
    ]

    private static func style(
        _ name: String, _ paragraph: String, _ run: String, isDefault: Bool = false
    ) -> String {
        """
        <w:style w:type="paragraph"\(isDefault ? " w:default=\"1\"" : "") w:styleId="\(name)"><w:name \
        w:val="\(name)"/>\(isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")<w:pPr>\(paragraph)</w:pPr>\
        <w:rPr>\(run)</w:rPr></w:style>
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
