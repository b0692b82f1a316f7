/// The colour of ink or of a ground, as far as a source tells it.
enum TextColour: Equatable {
    case known(InkColour)
    /// A picture or a shading, of which one colour is known.
    case shaded(InkColour)
    /// Dots on another colour, or lines between which that is seen: what the eye makes of both, and what lies between.
    case patterned(InkColour, on: InkColour)
    /// Something that is not known here.
    case unknown

    enum Sight { case seen, unseen, doubtful }

    /// Whether ink is seen on a ground. Where the ground is not known, what would not be seen on paper is doubtful.
    static func sight(of ink: TextColour, on ground: TextColour) -> Sight {
        guard case .known(let ink) = ink else { return .seen }
        switch ground {
        case .known(let ground): return ink.isUnseen(on: ground) ? .unseen : .seen
        case .shaded(let ground): return ink.isUnseen(on: ground) ? .doubtful : .seen
        case .patterned(let mixed, let fill):
            return ink.isUnseen(on: mixed) || ink.isUnseen(on: fill) ? .doubtful : .seen
        case .unknown: return ink.isUnseen(on: .white) ? .doubtful : .seen
        }
    }
}

extension TextColour {
    /// What a style sheet says of ink; nil for what is taken from around.
    init?(css value: String) {
        if ["inherit", "unset", "currentcolor", "revert"].contains(value) { return nil }
        self = InkColour(css: value).map(TextColour.known) ?? .unknown
    }

    /// What a style sheet says of a ground; nil where nothing lies over the ground around.
    init?(ground value: String) {
        if ["none", "inherit", "initial", "unset", "transparent", "revert"].contains(value) { return nil }
        let isPicture = value.contains("url(") || value.contains("gradient(")
        let words = value.split { $0 == " " || isPicture && "(),".contains($0) }
        let colour = InkColour(css: value) ?? words.lazy.compactMap { InkColour(css: String($0)) }.first
        guard let colour else {
            self = .unknown
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
