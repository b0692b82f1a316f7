extension StyleDeclarations {
    /// The properties that are looked at, but for variables.
    static let names: Set<String> = [
        "all", "display", "visibility", "opacity", "filter", "font-size", "font", "zoom", "text-decoration",
        "text-decoration-line", "vertical-align", "mso-text-raise", "mso-hide", "text-indent", "left", "right", "top",
        "bottom", "inset", "margin-top", "clip", "clip-path", "-webkit-clip-path", "content-visibility", "position",
        "content", "color", "-webkit-text-fill-color", "background", "background-color", "background-image",
        "transform", "-webkit-transform", "rotate", "scale", "translate", "direction", "unicode-bidi", "float", "order",
        "flex-direction", "flex-flow", "width", "height", "max-width", "max-height", "min-width", "min-height",
        "inline-size", "block-size", "max-inline-size", "max-block-size", "overflow", "overflow-x", "overflow-y",
        "-webkit-text-security", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image", "animation",
        "animation-name", "-webkit-animation", "-webkit-animation-name", "background-clip", "-webkit-background-clip",
    ]

    /// What takes a value from around or from what browsers do.
    private static let general: Set<String> = ["inherit", "initial", "unset", "revert", "revert-layer"]

    mutating func note(_ name: String, _ value: String) {
        if name == "all" { return noteAll(value) }
        if Self.general.contains(value) { return noteGeneral(name, value) }
        switch name {
        case "display": noteDisplay(value)
        case "visibility":
            note(\.isInvisible, value.contains("(") ? nil : ["hidden", "collapse"].contains(value), of: value)
            inherited.remove(.visibility)
        case "opacity": note(\.isFaint, StyleValue.share(value).map { $0 <= 0.05 }, of: value)
        case "filter": noteFilter(value)
        // The size stands before the line's height: `font: 0/0 a`.
        case "font-size", "font":
            let sizes = StyleValue.parts(value, by: " /")
            if let told = sizes.lazy.compactMap({ StyleValue.isSizeless($0) }).first { isSizeless = told }
            if sizes.contains(where: StyleValue.isUnclear) { doubt(\.isSizeless) }
            if isSizeless != nil { inherited.remove(.size) }
        case "zoom":
            if let size = StyleValue.share(value), size < 0.1 { isSizeless = true }
            if StyleValue.isUnclear(value) { doubt(\.isSizeless) }
        case "text-decoration", "text-decoration-line":
            note(\.isStruck, value.contains("var(") ? nil : value.contains("line-through"), of: value)
        case "vertical-align":
            let isMoved = ["super", "sub", "text-top", "text-bottom"].contains(value) || StyleValue.isShifted(value)
            note(\.isRaised, StyleValue.isUnclear(value) ? nil : isMoved, of: value)
        case "mso-text-raise": isRaised = StyleValue.isShifted(value)
        case "mso-hide": if value == "all" { isRemoved = true }
        case "text-indent":
            if StyleValue.isFarLeft(value) { isInvisible = true }
            if StyleValue.isUnclear(value) { doubt(\.isInvisible) }
        case "content":
            if StyleValue.writesNumber(value) { writesNumber = true }
            if let name = StyleValue.shownAttribute(value) { writtenAttribute = name }
        case _ where name.hasSuffix("color") || name.contains("background"): noteColour(name, value)
        case _ where name.contains("animation"): animations = StyleValue.parts(value, by: " ,")
        default: notePlace(name, value)
        }
    }

    /// What cannot be told shows its text, with a doubt.
    private mutating func doubt(_ property: WritableKeyPath<StyleDeclarations, Bool?>) {
        (self[keyPath: property], isDoubtful) = (false, true)
    }

    /// Notes what a value says; one that says nothing is no value, or is worked out from what is not told.
    private mutating func note(
        _ property: WritableKeyPath<StyleDeclarations, Bool?>, _ told: Bool?, of value: String
    ) {
        if let told { self[keyPath: property] = told } else if value.contains("(") { doubt(property) }
    }

    // MARK: Values of every property

    private mutating func noteGeneral(_ name: String, _ value: String) {
        let isTaken = value != "initial"
        switch name {
        case "display":
            isRemoved = false
            isBox = nil
        case "visibility":
            isInvisible = isTaken ? nil : false
            if isTaken { inherited.insert(.visibility) }
        case "font-size", "font":
            isSizeless = isTaken ? nil : false
            if isTaken { inherited.insert(.size) }
        case "color":
            ink = isTaken ? nil : .known(.black)
            if isTaken { inherited.insert(.ink) }
        case "-webkit-text-fill-color": fill = .unclear
        case "opacity": isFaint = false
        case "text-decoration", "text-decoration-line": isStruck = false
        case "vertical-align": isRaised = false
        case "transform": isTurned = false
        case "position": isPlaced = false
        case "overflow", "overflow-x", "overflow-y": cutsOverflow = false
        case _ where name.hasSuffix("width"): width.note(name, "auto")
        case _ where name.hasSuffix("height"): height.note(name, "auto")
        default: break
        }
    }

    private mutating func noteAll(_ value: String) {
        guard Self.general.contains(value) else { return }
        for property in Self.hiding { self[keyPath: property] = false }
        for name in ["visibility", "font-size", "color", "overflow", "position"] { noteGeneral(name, value) }
    }

    // MARK: Kinds of values

    private static let displays: Set<String> = [
        "none", "contents", "block", "inline", "flow-root", "flex", "grid", "table", "list-item", "inline-block",
        "inline-flex", "inline-grid", "inline-table", "table-row", "table-cell", "table-caption", "table-row-group",
        "table-header-group", "table-footer-group", "table-column", "table-column-group", "run-in", "ruby", "math",
        "-webkit-box", "-webkit-inline-box", "-webkit-flex", "-ms-flexbox", "-ms-grid", "-moz-box",
    ]

    private mutating func noteDisplay(_ value: String) {
        guard Self.displays.contains(value) else {
            if value.contains("(") { doubt(\.isRemoved) }
            return
        }
        isRemoved = value == "none"
        isApart = ["block", "list-item", "table", "flow-root"].contains(value)
        isBox = !["inline", "contents", "none"].contains(value)
    }

    /// Filters that leave text to be seen take back nothing.
    private mutating func noteFilter(_ value: String) {
        if value.hasPrefix("progid:") || value.hasPrefix("alpha(") { return }
        for (name, arguments) in StyleValue.functions(value.replacing(")", with: ") ")) {
            if ["grayscale", "sepia", "saturate", "hue-rotate", "drop-shadow"].contains(name) { continue }
            // Pages are grey on days of mourning.
            if name == "url", value.contains("grayscale") { continue }
            let share = name == "opacity" ? arguments.first.flatMap { StyleValue.share($0) } : nil
            if let share { isFaint = isFaint == true || share <= 0.05 } else { doubt(\.isFaint) }
        }
    }

    private mutating func noteColour(_ name: String, _ value: String) {
        switch name {
        case "color":
            if value == "currentcolor" { return noteGeneral(name, "inherit") }
            guard let told = TextColour(css: value) else { return }
            ink = told
            inherited.remove(.ink)
        case "-webkit-text-fill-color": fill = TextColour(css: value) ?? .unclear
        // Letters are cut out of the ground.
        case _ where name.hasSuffix("clip"): if value.contains("text") || value.contains("(") { ground = .unclear }
        default: ground = TextColour(ground: value) ?? ground
        }
    }

    // MARK: Places

    /// Properties whose values are words.
    private static let ofWords: Set<String> = [
        "position", "float", "flex-direction", "flex-flow", "overflow", "overflow-x", "overflow-y", "direction",
        "unicode-bidi",
    ]

    /// What moves, turns or cuts a part.
    private mutating func notePlace(_ name: String, _ value: String) {
        if Self.ofWords.contains(name), value.contains("(") { isDoubtful = true }
        switch name {
        case "left", "right", "top", "bottom", "inset", "margin-top":
            let sides = StyleValue.parts(value, by: " ")
            if sides.contains(where: StyleValue.isFar) { isAway = true }
            if sides.contains(where: StyleValue.isUnclear) { doubt(\.isAway) }
        case "clip", "clip-path", "-webkit-clip-path":
            let cutsAll = StyleValue.cutsAll(value)
            if cutsAll == true { isAway = true } else if cutsAll == nil { doubt(\.isAway) }
        case "content-visibility":
            if value == "hidden" { isAway = true } else if value.contains("(") { doubt(\.isAway) }
        case "transform", "rotate", "scale", "translate", "-webkit-transform":
            let name = name == "-webkit-transform" ? "transform" : name
            let turn = StyleTransform(name, value)
            if name == "transform" || turn.isTurned { isTurned = turn.isTurned }
            if turn.isAway { isAway = true }
            if turn.isUnclear { isDoubtful = true }
        case "position":
            isPlaced = ["absolute", "fixed"].contains(value)
            if isPlaced == true { (isApart, isBox) = (true, true) }
        case "float" where value != "none": (isApart, isBox) = (true, true)
        case "order": isApart = value != "0"
        case "flex-direction", "flex-flow": partsAreApart = value.contains("reverse")
        case "overflow", "overflow-x", "overflow-y": cutsOverflow = value.contains("hidden") || value.contains("clip")
        case "-webkit-text-security", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image":
            if value != "none" { isReplaced = true }
        case _ where name.hasSuffix("width") || name.hasSuffix("inline-size"):
            width.note(name, value)
        case _ where name.hasSuffix("height") || name.hasSuffix("block-size"):
            height.note(name, value)
        default: break
        }
    }
}
