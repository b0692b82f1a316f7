/// The colour of ink or of a ground, as far as a source tells it.
enum TextColour: Equatable {
    case known(InkColour)
    /// A picture or a shading, of which one colour is known.
    case shaded(InkColour)
    /// Dots on another colour, or lines between which that is seen: what the eye makes of both, and what lies between.
    case patterned(InkColour, on: InkColour)
    /// Something that is not known here.
    case unknown
    /// Something that the source tells and that cannot be worked out: ink may be as its ground.
    case unclear

    enum Sight { case seen, unseen, doubtful }

    /// Whether ink is seen on a ground. Where the ground is not known, what would not be seen on paper is doubtful.
    static func sight(of ink: TextColour, on ground: TextColour) -> Sight {
        if ink == .unclear { return .doubtful }
        guard case .known(let ink) = ink else { return .seen }
        switch ground {
        case .unclear: return .doubtful
        case .known(let ground): return ink.isUnseen(on: ground) ? .unseen : .seen
        case .shaded(let ground): return ink.isUnseen(on: ground) ? .doubtful : .seen
        case .patterned(let mixed, let fill):
            return ink.isUnseen(on: mixed) || ink.isUnseen(on: fill) ? .doubtful : .seen
        case .unknown: return ink.isUnseen(on: .white) ? .doubtful : .seen
        }
    }
}

extension TextColour {
    /// What a style sheet says of ink; nil for what is taken from around, and for what is no colour.
    init?(css value: String) {
        if let colour = InkColour(css: value) {
            self = .known(colour)
        } else if value.contains("(") || Self.isOfSystem(value) {
            self = .unclear
        } else {
            return nil
        }
    }

    /// Whether it names a colour that systems and browsers choose (CSS Color 4, section 6.2 and appendix A).
    private static func isOfSystem(_ value: String) -> Bool {
        value.hasPrefix("-webkit-") || value.hasPrefix("-moz-") || ofSystems.contains(value)
    }

    private static let ofSystems: Set<String> = [
        "accentcolor", "accentcolortext", "activetext", "buttonborder", "buttonface", "buttontext", "canvas",
        "canvastext", "field", "fieldtext", "graytext", "highlight", "highlighttext", "linktext", "mark", "marktext",
        "selecteditem", "selecteditemtext", "visitedtext", "activeborder", "activecaption", "appworkspace",
        "background", "buttonhighlight", "buttonshadow", "captiontext", "inactiveborder", "inactivecaption",
        "inactivecaptiontext", "infobackground", "infotext", "menu", "menutext", "scrollbar", "threeddarkshadow",
        "threedface", "threedhighlight", "threedlightshadow", "threedshadow", "window", "windowframe",
    ]

    /// What a style sheet says of a ground; nil where nothing lies over the ground around.
    init?(ground value: String) {
        if ["none", "inherit", "initial", "unset", "transparent", "revert"].contains(value) { return nil }
        let pictures = ["url(", "gradient(", "image-set(", "image(", "element("]
        let isPicture = pictures.contains(where: value.contains)
        let words = StyleValue.parts(value, by: " ").flatMap { word in
            isPicture ? word.split { "(),".contains($0) || $0 == " " }.map(String.init) + [word] : [word]
        }
        let colour = InkColour(css: value) ?? words.lazy.compactMap { InkColour(css: $0) }.first
        guard let colour else {
            // The colour of the ink, which nobody sees on it, is none that a word tells.
            let isTold = value.contains("(") || words.contains { $0 == "currentcolor" || Self.isOfSystem($0) }
            self = !isPicture && isTold ? .unclear : .unknown
            return
        }
        if colour.opacity <= 0.05, !isPicture { return nil }
        self = isPicture ? .shaded(colour) : colour.opacity >= 0.95 ? .known(colour) : .unknown
    }

    /// - Parameter share: how much of the whole the dots are, from 0 to 1; nil of lines.
    static func patterned(_ dots: InkColour, on fill: InkColour, share: Double?) -> TextColour {
        .patterned(share.map { dots.dotted(on: fill, share: $0) } ?? fill, on: fill)
    }

    /// A colour that is written in hexadecimal digits, as in Word files and workbooks; nil for a word such as `auto`.
    init?(hex: String?) {
        guard let hex, let colour = InkColour(hex: hex) else { return nil }
        self = .known(colour)
    }
}
