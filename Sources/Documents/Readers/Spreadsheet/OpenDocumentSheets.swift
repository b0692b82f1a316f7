import Values

/// Workbooks of LibreOffice and others (ODF 1.3 part 3, office:spreadsheet), with or without macros, which are not
/// looked at; nor are links to other files.
enum OpenDocumentSheets {
    static let format = Phrase(zh: " OpenDocument 表格（ods）", en: "OpenDocument spreadsheet (ods)")

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        guard let zip = file.zip else { throw .damaged(format: format, detail: "zip") }
        let parts = try zip.parts(of: format)
        if parts[manifest]?.offset(of: Array("encryption-data".utf8)) != nil { throw .encrypted(format: format) }
        let workbook = OpenDocumentWorkbook(limits)
        if let styles = parts["styles.xml"] {
            try XMLEvents.read(styles, part: "styles.xml", format: format, limits: limits, by: workbook.styles)
        }
        guard let content = parts["content.xml"] else { throw .damaged(format: format, detail: "content.xml") }
        try XMLEvents.read(content, part: "content.xml", format: format, limits: limits, by: workbook)
        return try Spreadsheet.document(of: workbook.workbook, format: format, limits: limits)
    }

    static func isPart(_ name: String) -> Bool { ["mimetype", "content.xml", "styles.xml", manifest].contains(name) }

    private static let manifest = "META-INF/manifest.xml"
    static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
}

/// How text and sheets look in an OpenDocument file (ODF 1.3 part 3, 16 and 20), as far as it decides what is read.
final class OpenDocumentStyles: XMLEventReader {
    private struct Style {
        var parent: String?
        var isHidden: Bool?
        var isStruck: Bool?
        var isRaised: Bool?
        var ink: TextColour?
        var ground: TextColour?
        /// Whether its text is turned round, or too small or too clear to be seen.
        var isDoubtful: Bool?
    }

    private var styles: [String: Style] = [:]
    private var current: String?

    func open(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "style":
            guard let name = attributes["name"], let family = attributes["family"] else { return }
            let key = "\(family) \(name)"
            styles[key] = Style(parent: attributes["parent-style-name"].map { "\(family) \($0)" })
            current = key
        case "default-style": current = nil
        case "text-properties":
            change { style in
                if let line = attributes["text-line-through-style"] ?? attributes["text-line-through-type"] {
                    style.isStruck = line != "none"
                }
                if let position = attributes["text-position"] {
                    let place = position.split(separator: " ").first ?? "0%"
                    style.isRaised = place != "0%"
                }
                if let display = attributes["display"] { style.isHidden = display == "none" }
                if let colour = attributes["color"] { style.ink = TextColour(css: colour.lowercased()) }
                if let size = attributes["font-size"], StyleValue.isSizeless(size) == true { style.isDoubtful = true }
                if attributes["opacity"].flatMap({ StyleValue.share($0) }).map({ $0 <= 0.05 }) == true {
                    style.isDoubtful = true
                }
            }
        case "table-cell-properties":
            if let colour = attributes["background-color"] {
                change { $0.ground = TextColour(ground: colour.lowercased()) ?? .known(.white) }
            }
            if let angle = attributes["rotation-angle"].flatMap(Double.init), 100...260 ~= angle {
                change { $0.isDoubtful = true }
            }
            if attributes["cell-protect"]?.contains("hidden-and-protected") == true { change { $0.isDoubtful = true } }
        case "table-properties":
            if let display = attributes["display"] { change { $0.isHidden = display == "false" } }
        default: break
        }
    }

    private func change(_ body: (inout Style) -> Void) {
        if let current, var style = styles[current] {
            body(&style)
            styles[current] = style
        }
    }

    func close(_ name: String) { if name == "style" { current = nil } }
    func take(_ text: UnsafeBufferPointer<UInt8>) {}

    /// What text of a cell lies upon.
    func ground(ofCell name: String?) -> TextColour { whole("table-cell", name).ground ?? .known(.white) }

    /// A style with what it takes from those it is based on.
    private func whole(_ family: StaticString, _ name: String?) -> Style {
        var own = Style()
        var key = name.map { "\(family) \($0)" }
        // A style based on itself, by whatever way, ends here.
        for _ in 0..<16 {
            guard let style = key.flatMap({ styles[$0] }) else { break }
            own.isHidden = own.isHidden ?? style.isHidden
            own.isStruck = own.isStruck ?? style.isStruck
            own.isRaised = own.isRaised ?? style.isRaised
            own.ink = own.ink ?? style.ink
            own.ground = own.ground ?? style.ground
            own.isDoubtful = own.isDoubtful ?? style.isDoubtful
            key = style.parent
        }
        return own
    }

    /// A look as a style of a family changes it, on a ground that counts where it has none of its own.
    func look(
        _ family: StaticString, _ name: String?, over look: TextLook = TextLook(),
        on around: TextColour = .known(.white)
    ) -> TextLook {
        var changed = look
        let own = whole(family, name)
        changed.isHidden = own.isHidden ?? look.isHidden
        changed.isStruck = own.isStruck ?? look.isStruck
        changed.isRaised = own.isRaised ?? look.isRaised
        // Conditions may lay another ground, so what is not seen on this one is doubtful.
        let isUnseen = own.ink.map { TextColour.sight(of: $0, on: own.ground ?? around) != .seen } ?? look.isDoubtful
        changed.isDoubtful = isUnseen || own.isDoubtful == true
        return changed
    }
}
