/// What an element of a page is to its reader, by its name, which is looked up once for each.
struct ElementTraits: OptionSet {
    let rawValue: UInt8

    /// Its content is no text of the page for certain.
    static let silent = ElementTraits(rawValue: 1)
    /// A field, a picture, an embedded file (`HTMLControl`).
    static let control = ElementTraits(rawValue: 2)
    static let block = ElementTraits(rawValue: 4)
    /// It may have a ground of its own.
    static let grounded = ElementTraits(rawValue: 8)
    static let struck = ElementTraits(rawValue: 16)
    static let raised = ElementTraits(rawValue: 32)
    /// Of cells and pictures, the property says how they stand in their row or line.
    static let aligned = ElementTraits(rawValue: 64)

    static func of(_ name: String) -> ElementTraits { byName[name] ?? [] }

    private static let byName: [String: ElementTraits] = {
        var traits: [String: ElementTraits] = [:]
        for (trait, names) in all { for name in names { traits[name, default: []].insert(trait) } }
        return traits
    }()

    private static let all: [(ElementTraits, [String])] = [
        (
            .silent,
            [
                "script", "style", "noscript", "noembed", "noframes", "template", "head", "nav", "option", "datalist",
                "rt", "rp", "map", "title", "meta", "link",
            ]
        ),
        (
            .control,
            [
                "input", "select", "textarea", "button", "img", "image", "svg", "canvas", "object", "embed", "applet",
                "iframe", "audio", "video", "math", "meter", "progress", "v:imagedata", "v:shape",
            ]
        ),
        (
            .block,
            [
                "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
                "blockquote", "hr", "section", "article", "header", "footer", "main", "aside", "form", "fieldset",
                "center", "address", "figure", "figcaption", "caption", "tr", "td", "th", "thead", "tbody", "tfoot",
                "legend", "details", "summary",
            ]
        ),
        (.grounded, ["body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"]),
        (.struck, ["s", "strike", "del"]),
        (.raised, ["sup", "sub"]),
        (
            .aligned,
            [
                "td", "th", "tr", "thead", "tbody", "tfoot", "table", "img", "input", "select", "textarea", "button",
                "div", "p",
            ]
        ),
    ]
}
