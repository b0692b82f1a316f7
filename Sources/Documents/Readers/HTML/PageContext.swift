/// What surrounds a part of a page while it is read: its style sheets, and how text looks there.
struct PageContext {
    private let page: Page
    var limits: Limits { page.limits }
    /// Whether the part is a cell: what is no text stands for itself there.
    var isInCell = false
    /// Whether the part is a link that may name another report: one to the page's own heading is none.
    private(set) var isInLink = false
    private var isInHeading = false
    private var isInvisible = false
    private var isSizeless = false
    private var isFaint = false
    private(set) var look = TextLook()
    /// Whether a style sheet writes a number into the part.
    private(set) var hasWrittenNumber = false
    /// Whether text is seen otherwise than it stands there.
    private(set) var isTurned = false
    private var isDoubtful = false
    private var ink = TextColour.known(.black)
    private var ground = TextColour.known(.white)
    /// The ink of letters alone, where a sheet tells it.
    private var fill: TextColour?
    private var scope: StyleScope
    /// Whether the element stands by itself, and whether its parts do.
    private(set) var isApart = false
    private var partsAreApart = false

    /// Whether what is seen of the part's text is perhaps not what stands there.
    var isUnclear: Bool { isTurned || isDoubtful || sight == .doubtful }

    private var sight: TextColour.Sight { TextColour.sight(of: fill ?? ink, on: ground) }

    /// What is the same in all of a page, and not to be copied for each of its elements.
    private final class Page {
        let limits: Limits
        let styles: StyleCascade
        /// The pictures that came with the page, by their links.
        let pictures: [String: [UInt8]]

        init(_ limits: Limits, _ styles: StyleCascade, _ pictures: [String: [UInt8]]) {
            (self.limits, self.styles, self.pictures) = (limits, styles, pictures)
        }
    }

    init(limits: Limits, styles: StyleCascade? = nil, pictures: [String: [UInt8]] = [:]) {
        let styles = styles ?? StyleCascade(StyleSheet(), limits: limits)
        page = Page(limits, styles, pictures)
        scope = styles.rootScope
        // A sheet that tells of grounds tells of ink, too.
        if !styles.tellsGrounds { (ink, ground) = (.unknown, .unknown) }
        isDoubtful = styles.holdsUntold
    }

    /// What a picture shows, where that is known without the network.
    func picture(of node: XMLNode) -> [UInt8]? {
        node.attribute("src").flatMap { EmbeddedPictures.picture(inLink: $0) ?? page.pictures[$0] }
    }

    /// What surrounds the content of an element; nil where the page does not show the element at all.
    func entering(_ node: XMLNode, _ name: String, _ traits: ElementTraits) -> PageContext? {
        let (style, scope) = page.styles.declarations(for: node, in: scope)
        // Scripts show a body that its sheet hides.
        let isPage = name == "body" || name == "html"
        if (style.isRemoved ?? Self.isClosed(node, name)) || style.isAway == true, !isPage { return nil }
        if isInCell, style.isCutToNothing, style.isBox ?? traits.contains(.block) { return nil }
        var inner = self
        inner.scope = scope
        inner.isInvisible = style.isInvisible ?? isInvisible
        inner.isSizeless = style.isSizeless ?? isSizeless
        inner.isFaint = isFaint || style.isFaint == true && !isPage
        inner.isTurned = isTurned || style.isTurned == true || style.isReplaced == true
        inner.isDoubtful = isDoubtful || style.isDoubtful == true || style.isUnclear && !isPage
        inner.takeColours(of: node, name, traits, style)
        inner.look.isHidden =
            inner.isInvisible || inner.isSizeless || inner.isFaint
            || inner.sight == .unseen
        inner.look.isStruck = look.isStruck || (style.isStruck ?? traits.contains(.struck))
        if !traits.contains(.aligned) {
            inner.look.isRaised = look.isRaised || (style.isRaised ?? traits.contains(.raised))
        }
        let written = style.writtenAttribute.flatMap { node.attribute(named: $0) }
        inner.hasWrittenNumber = style.writesNumber == true || written?.contains(where: \.isWholeNumber) == true
        inner.takeLink(node, name)
        inner.isApart = style.isApart == true || partsAreApart
        inner.partsAreApart = style.partsAreApart == true
        return inner
    }

    /// Whether browsers do not show an element before somebody opens it.
    private static func isClosed(_ node: XMLNode, _ name: String) -> Bool {
        node.attribute("hidden") != nil || node.attribute("popover") != nil
            || name == "dialog" && node.attribute("open") == nil
    }

    private mutating func takeLink(_ node: XMLNode, _ name: String) {
        if name == "h1" { (isInHeading, isInLink) = (true, false) }
        guard name == "a", !isInHeading, node.attribute("href") != nil else { return }
        isInLink = LinkMark.mayName(Array(node.text.utf8))
    }

    // MARK: Colours

    private mutating func takeColours(
        of node: XMLNode, _ name: String, _ traits: ElementTraits, _ style: StyleDeclarations
    ) {
        let around = ink
        if let own = style.ink {
            ink = own
        } else if name == "a" {
            ink = .unknown
        } else if name == "font" || name == "body", let written = node.attribute(name == "font" ? "color" : "text") {
            ink = TextColour(css: Self.colour(written)) ?? ink
        }
        fill = style.fill ?? fill
        if style.isPlaced == true { ground = .unknown }
        if let own = style.ground {
            ground = own
        } else if traits.contains(.grounded) {
            if node.attribute("background") != nil {
                ground = .unknown
            } else if let written = node.attribute("bgcolor") {
                ground = TextColour(ground: Self.colour(written)) ?? ground
            }
        }
        let sight = sight
        if style.perhapsInks.contains(where: { TextColour.sight(of: $0 ?? around, on: ground) != sight }) {
            (ink, fill, isDoubtful) = (.unknown, nil, true)
        }
    }

    /// A colour of an attribute as a style sheet writes it: there, digits need no `#` (HTML, 2.3.6 legacy colours).
    private static func colour(_ written: String) -> String {
        let word = written.lowercased()
        return [3, 6].contains(word.count) && word.allSatisfy(\.isHexDigit) ? "#\(word)" : word
    }
}
