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
    /// Whether a rule that perhaps holds, or a value that cannot be worked out, may hide or change it.
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
    /// The ink of letters alone, which counts before the other.
    var fill: TextColour?
    /// What rules that perhaps hold make of the ink; nil is that of what is around.
    var perhapsInks: [TextColour?] = []
    var ground: TextColour?
    /// Words among which the names of animations are.
    var animations: [String]?
    /// What is said to be as it is around.
    var inherited: StyleInheritance = []

    var isEmpty: Bool { self == StyleDeclarations() }

    /// Whether the part is a box with no room for its text.
    var isCutToNothing: Bool { cutsOverflow == true && (width.isNarrow || height.isNarrow) }

    /// Whether it may change what is seen in a way that cannot be told, such as how much is cut off.
    var isUnclear: Bool {
        isDoubtful == true || cutsOverflow == true && (width.isUnclear == true || height.isUnclear == true)
    }

    /// What makes text missing, or another one, where it is true.
    static var hiding: [WritableKeyPath<StyleDeclarations, Bool?>] {
        [
            \.isRemoved, \.isAway, \.isInvisible, \.isFaint, \.isSizeless, \.isStruck, \.isRaised, \.isTurned,
            \.isReplaced,
        ]
    }

    private var hides: Bool { isCutToNothing || Self.hiding.contains { self[keyPath: $0] == true } }

    /// Whether they say anything that decides whether text is seen, either way.
    var isAboutSight: Bool {
        ink != nil || fill != nil || cutsOverflow != nil || width != StyleExtent() || height != StyleExtent()
            || isDoubtful != nil || !inherited.isEmpty || animations != nil
            || Self.hiding.contains { self[keyPath: $0] != nil }
    }

    /// What `other` says counts perhaps: what it may hide, or show again, is neither there nor not there.
    mutating func doubt(by other: StyleDeclarations) {
        if other.hides || other.isUnclear { isDoubtful = true }
        for property in Self.hiding where self[keyPath: property] == true && other[keyPath: property] == false {
            (self[keyPath: property], isDoubtful) = (false, true)
        }
        if other.inherited.contains(.visibility), isInvisible != nil { (isInvisible, isDoubtful) = (false, true) }
        if other.inherited.contains(.size), isSizeless != nil { (isSizeless, isDoubtful) = (false, true) }
        if cutsOverflow == true || other.cutsOverflow == true {
            var changed = self
            changed.override(by: other)
            if changed.isCutToNothing != isCutToNothing { (cutsOverflow, isDoubtful) = (false, true) }
            if changed.isUnclear { isDoubtful = true }
        }
        if let ink = other.fill ?? other.ink { perhapsInks.append(ink) }
        if other.inherited.contains(.ink), ink != nil { perhapsInks.append(nil) }
        if let names = other.animations { animations = (animations ?? []) + names }
        if other.writesNumber == true { writesNumber = true }
        writtenAttribute = writtenAttribute ?? other.writtenAttribute
    }

    /// What `other` says counts before this.
    mutating func override(by other: StyleDeclarations) {
        takeBack(of: other)
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
        fill = other.fill ?? fill
        ground = other.ground ?? ground
        animations = other.animations ?? animations
        inherited.formUnion(other.inherited)
    }

    /// What `other` says is as around is no more as this says, and the other way round.
    private mutating func takeBack(of other: StyleDeclarations) {
        if other.inherited.contains(.visibility) { isInvisible = nil }
        if other.inherited.contains(.size) { isSizeless = nil }
        if other.inherited.contains(.ink) { ink = nil }
        if other.isInvisible != nil { inherited.remove(.visibility) }
        if other.isSizeless != nil { inherited.remove(.size) }
        if other.ink != nil { inherited.remove(.ink) }
    }
}

/// What of an element's look is said to be as it is around.
struct StyleInheritance: OptionSet {
    let rawValue: UInt8

    static let visibility = StyleInheritance(rawValue: 1)
    static let size = StyleInheritance(rawValue: 2)
    static let ink = StyleInheritance(rawValue: 4)
}
