/// What surrounds a part of a page while it is read: its style sheets, and how text looks there.
struct PageContext {
    var limits: Limits
    var styles = StyleSheet()
    /// The pictures that came with the page, by their links.
    var pictures: [String: [UInt8]] = [:]
    /// Whether the part is a cell: what is no text stands for itself there.
    var isInCell = false
    private var isInvisible = false
    private var isSizeless = false
    private(set) var look = TextLook()
    /// Whether a style sheet writes a number into the part.
    private(set) var hasWrittenNumber = false

    init(limits: Limits, styles: StyleSheet = StyleSheet(), pictures: [String: [UInt8]] = [:]) {
        self.limits = limits
        self.styles = styles
        self.pictures = pictures
    }

    /// What a picture shows, where that is known without the network.
    func picture(of node: XMLNode) -> [UInt8]? {
        node.attribute("src").flatMap { EmbeddedPictures.picture(inLink: $0) ?? pictures[$0] }
    }

    /// What surrounds the content of an element; nil where the page does not show the element at all.
    func entering(_ node: XMLNode, _ name: String) -> PageContext? {
        let style = styles.declarations(for: node)
        // Scripts show a body that its sheet hides.
        let isClosed = node.attribute("hidden") != nil || name == "dialog" && node.attribute("open") == nil
        if (style.isRemoved ?? isClosed) || style.isAway == true, name != "body", name != "html" { return nil }
        var inner = self
        inner.isInvisible = style.isInvisible ?? isInvisible
        inner.isSizeless = style.isSizeless ?? isSizeless
        inner.look.isHidden = inner.isInvisible || inner.isSizeless
        inner.look.isStruck = look.isStruck || (style.isStruck ?? Self.struck.contains(name))
        // Of cells and pictures, the property says how they stand in their row or line.
        if !Self.aligned.contains(name) {
            inner.look.isRaised = look.isRaised || (style.isRaised ?? Self.raised.contains(name))
        }
        inner.hasWrittenNumber = style.writesNumber == true
        return inner
    }

    private static let struck: Set<String> = ["s", "strike", "del"]
    private static let raised: Set<String> = ["sup", "sub"]
    private static let aligned: Set<String> = [
        "td", "th", "tr", "thead", "tbody", "tfoot", "table", "img", "input", "select", "textarea", "button", "div",
        "p",
    ]
}
