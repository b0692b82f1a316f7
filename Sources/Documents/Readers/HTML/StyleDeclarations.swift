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
    /// The ink of letters alone, which counts before the other.
    var fill: TextColour?
    /// What rules that perhaps hold make of the ink; nil is that of what is around.
    var perhapsInks: [TextColour?] = []
    var ground: TextColour?
    var animation = StyleAnimation()
    /// What is said, and cannot be told.
    var unclear: StyleAspects = []
    /// What is said to be as it is around.
    var inherited: StyleAspects = []

    var isEmpty: Bool { self == StyleDeclarations() }

    /// Whether the part is a box with no room for its text.
    var isCutToNothing: Bool { cutsOverflow == true && (width.isNarrow || height.isNarrow) }

    /// Whether what is cut off cannot be told, or anything else.
    var isUnclear: Bool {
        !unclear.isEmpty || cutsOverflow == true && (width.isUnclear == true || height.isUnclear == true)
    }

    /// What makes text missing, or another one, where it is true.
    private static var hiding: [(StyleAspects, WritableKeyPath<StyleDeclarations, Bool?>)] {
        [
            (.removed, \.isRemoved), (.away, \.isAway), (.invisible, \.isInvisible), (.faint, \.isFaint),
            (.sizeless, \.isSizeless), (.struck, \.isStruck), (.raised, \.isRaised), (.turned, \.isTurned),
            (.replaced, \.isReplaced),
        ]
    }

    private var hides: Bool { isCutToNothing || Self.hiding.contains { self[keyPath: $0.1] == true } }

    /// Whether they say anything that decides whether text is seen, either way.
    var isAboutSight: Bool {
        ink != nil || fill != nil || cutsOverflow != nil || width != StyleExtent() || height != StyleExtent()
            || !unclear.isEmpty || !inherited.isEmpty || animation != StyleAnimation()
            || Self.hiding.contains { self[keyPath: $0.1] != nil }
    }

    /// What `other` says counts perhaps: what it may hide, or show again, is neither there nor not there.
    mutating func doubt(by other: StyleDeclarations) {
        if other.hides || other.isUnclear { isDoubtful = true }
        for (aspect, property) in Self.hiding where self[keyPath: property] != nil {
            let isShown = other[keyPath: property] == false && self[keyPath: property] == true
            guard isShown || other.inherited.contains(aspect) else { continue }
            self[keyPath: property] = false
            isDoubtful = true
        }
        if isCutToNothing {
            var changed = self
            changed.override(by: other)
            if !changed.isCutToNothing { (cutsOverflow, isDoubtful) = (false, true) }
        }
        if let ink = other.fill ?? other.ink { perhapsInks.append(ink) }
        if other.inherited.contains(.ink), ink != nil { perhapsInks.append(nil) }
        if other.animation != StyleAnimation() { animation.doubt(by: other.animation) }
        if other.writesNumber == true { writesNumber = true }
        writtenAttribute = writtenAttribute ?? other.writtenAttribute
    }

    /// What `other` says counts before this.
    mutating func override(by other: StyleDeclarations) {
        if !(unclear.isEmpty && inherited.isEmpty && other.inherited.isEmpty) { takeBack(other.told) }
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
        animation.override(by: other.animation)
        unclear.formUnion(other.unclear)
        inherited.formUnion(other.inherited)
    }

    /// What is told anew is as unclear as it is told.
    private mutating func takeBack(_ told: StyleAspects) {
        unclear.subtract(told)
        inherited.subtract(told)
        if told.contains(.invisible) { isInvisible = nil }
        if told.contains(.sizeless) { isSizeless = nil }
        if told.contains(.ink) { ink = nil }
    }

    /// What they say anything about.
    private var told: StyleAspects {
        var told = unclear.union(inherited)
        for (aspect, property) in Self.hiding where self[keyPath: property] != nil { told.insert(aspect) }
        if ink != nil { told.insert(.ink) }
        return told
    }
}

/// What of an element's look declarations are about.
struct StyleAspects: OptionSet {
    let rawValue: UInt16

    static let removed = StyleAspects(rawValue: 1)
    static let away = StyleAspects(rawValue: 1 << 1)
    static let invisible = StyleAspects(rawValue: 1 << 2)
    static let faint = StyleAspects(rawValue: 1 << 3)
    static let sizeless = StyleAspects(rawValue: 1 << 4)
    static let struck = StyleAspects(rawValue: 1 << 5)
    static let raised = StyleAspects(rawValue: 1 << 6)
    static let turned = StyleAspects(rawValue: 1 << 7)
    static let replaced = StyleAspects(rawValue: 1 << 8)
    static let ink = StyleAspects(rawValue: 1 << 9)
}
