/// What style declarations say about whether and how text is read; nil where they say nothing.
struct StyleDeclarations: Equatable {
    /// `display: none`
    var isRemoved: Bool?
    /// Whether a part is moved out of the page, or cut down to nothing.
    var isAway: Bool?
    var isInvisible: Bool?
    /// Whether a part is so transparent that nothing of it is seen, whatever its own parts say.
    var isFaint: Bool?
    var isSizeless: Bool?
    var isStruck: Bool?
    var isRaised: Bool?
    /// Of what comes before or after an element: whether a number is shown there that the page does not hold as text.
    var writesNumber: Bool?
    /// The attribute that is shown there.
    var writtenAttribute: String?
    /// Whether text is turned round or mirrored.
    var isTurned: Bool?
    /// Whether its signs run the other way, or others are seen in their places: dots, a mask.
    var isReplaced: Bool?
    /// Whether a rule that perhaps holds may hide or change it.
    var isDoubtful: Bool?
    /// Whether a part stands by itself in a line or beside it, or its parts do, so that what comes before it in the
    /// source need not be seen before it.
    var isApart: Bool?
    var partsAreApart: Bool?
    /// Whether it is a box, which may be too small for its text, and whether what does not fit is not shown.
    var isBox: Bool?
    var width = StyleExtent()
    var height = StyleExtent()
    var cutsOverflow: Bool?
    /// Whether it lies wherever the page puts it, over any ground.
    var isPlaced: Bool?
    var ink: TextColour?
    /// What rules that perhaps hold make of the ink.
    var perhapsInks: [TextColour] = []
    var ground: TextColour?

    var isEmpty: Bool { self == StyleDeclarations() }

    /// Whether the part is a box with no room for its text.
    var isCutToNothing: Bool { cutsOverflow == true && (width.isNarrow || height.isNarrow) }

    /// What makes text missing, or another one, where it is true.
    private static var hiding: [WritableKeyPath<StyleDeclarations, Bool?>] {
        [
            \.isRemoved, \.isAway, \.isInvisible, \.isFaint, \.isSizeless, \.isStruck, \.isRaised, \.isTurned,
            \.isReplaced,
        ]
    }

    private var hides: Bool { isCutToNothing || Self.hiding.contains { self[keyPath: $0] == true } }

    /// Whether they say anything that decides whether text is seen, either way.
    var isAboutSight: Bool {
        ink != nil || cutsOverflow != nil || width != StyleExtent() || height != StyleExtent()
            || Self.hiding.contains { self[keyPath: $0] != nil }
    }

    /// What `other` says counts perhaps: what it may hide, or show again, is neither there nor not there.
    mutating func doubt(by other: StyleDeclarations) {
        if other.hides { isDoubtful = true }
        for property in Self.hiding where other[keyPath: property] == false && self[keyPath: property] == true {
            self[keyPath: property] = false
            isDoubtful = true
        }
        if isCutToNothing {
            var changed = self
            changed.override(by: other)
            if !changed.isCutToNothing { (cutsOverflow, isDoubtful) = (false, true) }
        }
        if let ink = other.ink { perhapsInks.append(ink) }
    }

    /// What `other` says counts before this.
    mutating func override(by other: StyleDeclarations) {
        isRemoved = other.isRemoved ?? isRemoved
        isAway = other.isAway ?? isAway
        isInvisible = other.isInvisible ?? isInvisible
        isFaint = other.isFaint ?? isFaint
        isSizeless = other.isSizeless ?? isSizeless
        isStruck = other.isStruck ?? isStruck
        isRaised = other.isRaised ?? isRaised
        writesNumber = other.writesNumber ?? writesNumber
        writtenAttribute = other.writtenAttribute ?? writtenAttribute
        isTurned = other.isTurned ?? isTurned
        isReplaced = other.isReplaced ?? isReplaced
        isDoubtful = other.isDoubtful ?? isDoubtful
        isApart = other.isApart ?? isApart
        partsAreApart = other.partsAreApart ?? partsAreApart
        isBox = other.isBox ?? isBox
        width.override(by: other.width)
        height.override(by: other.height)
        cutsOverflow = other.cutsOverflow ?? cutsOverflow
        isPlaced = other.isPlaced ?? isPlaced
        ink = other.ink ?? ink
        ground = other.ground ?? ground
    }

    /// Reads a block of declarations, apart from its important ones, which count before those of other rules (CSS
    /// Cascade, 6.4.3).
    static func parse(_ block: ArraySlice<UInt8>) -> (normal: StyleDeclarations, important: StyleDeclarations) {
        var normal = StyleDeclarations()
        var important = StyleDeclarations()
        var (isRelative, isMoved, isReversed, isOverridden) = (false, false, false, false)
        for declaration in block.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = StyleValue.word(declaration[..<colon])
            guard names.contains(name) else { continue }
            var value = StyleValue.word(declaration[(colon + 1)...])
            if let mark = value.firstIndex(of: "!") {
                value = StyleValue.word(Array(value[..<mark].utf8)[...])
                important.note(name, value)
            } else {
                normal.note(name, value)
            }
            if name == "position" { isRelative = value == "relative" }
            if name == "top" || name == "bottom" { isMoved = StyleValue.isHigher(value) }
            if name == "direction" { isReversed = value == "rtl" }
            if name == "unicode-bidi" { isOverridden = value.hasSuffix("override") }
        }
        // Text that is lifted by moving it is raised, too.
        if isRelative, isMoved { normal.isRaised = normal.isRaised ?? true }
        if isOverridden, isReversed { normal.isReplaced = true }
        return (normal, important)
    }

    private static let names: Set<String> = [
        "display", "visibility", "opacity", "filter", "font-size", "font", "zoom", "text-decoration",
        "text-decoration-line", "vertical-align", "mso-text-raise", "mso-hide", "text-indent", "left", "right", "top",
        "bottom", "margin-top", "clip", "clip-path", "content-visibility", "position", "content", "color",
        "-webkit-text-fill-color", "background", "background-color", "background-image", "transform", "rotate",
        "scale", "translate", "direction", "unicode-bidi", "float", "order", "flex-direction", "flex-flow", "width",
        "height", "max-width", "max-height", "min-width", "min-height", "overflow", "overflow-x", "overflow-y",
        "-webkit-text-security", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image",
    ]

    private mutating func note(_ name: String, _ value: String) {
        switch name {
        case "display": noteDisplay(value)
        case "visibility": isInvisible = value == "hidden" || value == "collapse"
        case "opacity": if let opacity = StyleValue.share(value) { isFaint = opacity <= 0.05 }
        // Other filters, and sizes of other properties, take back nothing.
        case "filter":
            if value.hasPrefix("opacity("), (StyleValue.share(value.dropFirst(8)) ?? 1) <= 0.05 { isFaint = true }
        case "font-size": isSizeless = StyleValue.isSizeless(value) ?? isSizeless
        // The size stands before the line's height: `font: 0/0 a`.
        case "font":
            let sizes = value.split(separator: " ").compactMap { $0.split(separator: "/").first }
            isSizeless = sizes.lazy.compactMap { StyleValue.isSizeless(String($0)) }.first ?? isSizeless
        case "zoom": if let size = StyleValue.share(value), size < 0.1 { isSizeless = true }
        case "text-decoration", "text-decoration-line": isStruck = value.contains("line-through")
        case "vertical-align":
            isRaised = ["super", "sub", "text-top", "text-bottom"].contains(value) || StyleValue.isShifted(value)
        case "mso-text-raise": isRaised = StyleValue.isShifted(value)
        case "mso-hide": if value == "all" { isRemoved = true }
        case "text-indent": if StyleValue.isFarLeft(value) { isInvisible = true }
        case "content":
            if StyleValue.writesNumber(value) { writesNumber = true }
            if let name = StyleValue.shownAttribute(value) { writtenAttribute = name }
        case "color", "-webkit-text-fill-color": ink = TextColour(css: value)
        case "background", "background-color", "background-image": ground = TextColour(ground: value) ?? ground
        default: notePlace(name, value)
        }
    }

    private mutating func noteDisplay(_ value: String) {
        isRemoved = value == "none"
        isApart = ["block", "list-item", "table", "flow-root"].contains(value)
        isBox = !["inline", "contents", "none"].contains(value)
    }

    /// What moves, turns or cuts a part.
    private mutating func notePlace(_ name: String, _ value: String) {
        switch name {
        case "left", "right", "top", "bottom", "margin-top": if StyleValue.isFar(value) { isAway = true }
        case "clip", "clip-path": if StyleValue.cutsAll(value) { isAway = true }
        case "content-visibility": if value == "hidden" { isAway = true }
        case "transform", "rotate", "scale", "translate":
            let turn = StyleTransform(name, value)
            if name == "transform" || turn.isTurned { isTurned = turn.isTurned }
            if turn.isAway { isAway = true }
        case "position":
            isPlaced = ["absolute", "fixed"].contains(value)
            if isPlaced == true { (isApart, isBox) = (true, true) }
        case "float" where value != "none": (isApart, isBox) = (true, true)
        case "order": isApart = value != "0"
        case "flex-direction", "flex-flow": partsAreApart = value.contains("reverse")
        case _ where name.hasSuffix("width"): width.note(name, value)
        case _ where name.hasSuffix("height"): height.note(name, value)
        case "overflow", "overflow-x", "overflow-y": cutsOverflow = value.contains("hidden") || value.contains("clip")
        case "-webkit-text-security", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image":
            if value != "none" { isReplaced = true }
        default: break
        }
    }
}
