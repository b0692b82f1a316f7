import Values

/// The rules of a page's own style sheets that decide whether and how text is seen: that hide, colour, strike out,
/// raise or turn it, or write numbers beside it.
///
/// Sheets for printing or for small screens are left aside. Where a selector says more than is looked at here, or a
/// rule holds under a condition, what it may hide or show is neither there nor not there: a cell with it cannot be
/// read. The same holds where a value cannot be worked out.
struct StyleSheet {
    private(set) var rules: [Rule] = []
    /// The frames of animations that change what is seen, by their names.
    private(set) var frames: [String: [StyleDeclarations]] = [:]
    /// The variables that `@property` is about.
    private(set) var registered: Set<String> = []
    /// Whether a link holds a sheet, which is not looked at, and which may hide anything.
    private(set) var holdsUntold = false

    struct Rule {
        var selector: StyleSelector
        var block: StyleBlock
        /// Whether it holds for all elements that its selector matches.
        var isCertain: Bool
        /// Whether it is of what comes before or after an element.
        var isOfWritten: Bool
    }

    /// Whether the page tells all that its text lies upon: it has no sheet elsewhere, and no rule about grounds that is
    /// left aside. One that holds only while something is done to the page (`:hover`) hides nothing now, but shows that
    /// grounds change; so it counts here.
    private(set) var tellsGrounds = true

    private let limits: Limits
    /// Whether there is more than is looked at.
    private(set) var isTooLong = false
    private var counted = 0

    /// Takes the rules of every `<style>` of a page.
    init(of root: XMLNode, limits: Limits) {
        self.limits = limits
        collect(from: root, depth: 0)
        // A stable order: of two rules that weigh the same, the later counts.
        rules = rules.enumerated().sorted {
            ($0.element.selector.specificity, $0.offset) < ($1.element.selector.specificity, $1.offset)
        }.map(\.element)
    }

    init() { limits = Limits() }

    /// At-rules and rules within one another, as deep as any sheet has them.
    private static let deepest = 16
    /// Bytes of the selector of a rule within others, which may grow with each.
    private static let longestNested = 4096

    /// Where a rule stands.
    private struct Place {
        var depth = 0
        var isCertain = true
        /// The selectors of the rule around.
        var parents: [String] = []

        func within(_ parents: [String]? = nil, isCertain: Bool = true) -> Place {
            Place(depth: depth + 1, isCertain: self.isCertain && isCertain, parents: parents ?? self.parents)
        }
    }

    private mutating func collect(from node: XMLNode, depth: Int) {
        for child in node.elements {
            if child.isNamed("style") {
                let match = StyleMedia.match(child.attribute("media") ?? "all")
                guard match != .never else { continue }
                let css = StyleSyntax.withoutComments(Array(child.text.utf8))
                readSheet(css[...], Place(isCertain: match == .always))
            } else if child.isNamed("link") {
                guard child.attribute("rel")?.lowercased().contains("stylesheet") == true else { continue }
                guard StyleMedia.match(child.attribute("media") ?? "") != .never else { continue }
                noteLink(child.attribute("href") ?? "")
            } else if depth < XMLTree.depthLimit {
                collect(from: child, depth: depth + 1)
            }
        }
    }

    private mutating func noteLink(_ link: String) {
        tellsGrounds = false
        if link.lowercased().contains("data:text/css") { holdsUntold = true }
    }

    private mutating func readSheet(_ css: ArraySlice<UInt8>, _ place: Place) {
        for part in StyleSyntax(css, isSheet: true) where !isTooLong {
            if part.isAtRule {
                readAtRule(part, place)
            } else if let block = part.block {
                readRule(Self.text(part.prelude), block, place)
            }
        }
    }

    private static func text(_ prelude: ArraySlice<UInt8>) -> String {
        StyleSyntax.escaped(String(decoding: prelude, as: UTF8.self)).trimmed
    }

    private mutating func readAtRule(_ part: StyleSyntax.Part, _ place: Place) {
        let prelude = Self.text(part.prelude)
        let name = prelude.dropFirst().prefix { $0.isLetter || $0 == "-" }.lowercased()
        let rest = String(prelude.dropFirst(name.count + 1)).trimmed
        guard let block = part.block else {
            if name == "import" { noteLink(StyleSyntax.plain(rest)) }
            return
        }
        var match = StyleMatch.always
        switch name {
        case "layer", "supports", "container", "scope": match = .perhaps
        case "media", "-moz-document": match = name == "media" ? StyleMedia.match(rest) : .never
        case "keyframes", "-webkit-keyframes", "-moz-keyframes": return readFrames(rest, block)
        case "property":
            registered.insert(StyleSyntax.plain(rest))
            return
        default: return
        }
        guard match != .never else { return }
        let inner = place.within(isCertain: match == .always)
        guard inner.depth <= Self.deepest else {
            isTooLong = true
            return
        }
        if place.parents.isEmpty { readSheet(block, inner) } else { readBlock(block, inner) }
    }

    // MARK: Rules

    /// Whether so many more may be looked at, whatever comes of them.
    private mutating func counts(_ more: Int) -> Bool {
        counted += more
        if counted > limits.styleRules { isTooLong = true }
        return !isTooLong
    }

    private mutating func readRule(_ prelude: String, _ block: ArraySlice<UInt8>, _ place: Place) {
        guard place.depth <= Self.deepest else {
            isTooLong = true
            return
        }
        var selectors = StyleSelectorReader.list(prelude).map(String.init)
        if !place.parents.isEmpty {
            guard counts(selectors.count * place.parents.count) else { return }
            selectors = place.parents.flatMap { parent in
                selectors.map { StyleNesting.selector($0, within: parent) }
            }
            guard selectors.allSatisfy({ $0.utf8.count <= Self.longestNested }) else {
                isTooLong = true
                return
            }
        }
        readBlock(block, place.within(selectors))
    }

    /// Declarations, and rules within the rule.
    private mutating func readBlock(_ block: ArraySlice<UInt8>, _ place: Place) {
        var statements: [ArraySlice<UInt8>] = []
        for part in StyleSyntax(block) where !isTooLong {
            guard let inner = part.block else {
                if !part.isAtRule { statements.append(part.prelude) }
                continue
            }
            add(statements, place)
            statements = []
            if part.isAtRule { readAtRule(part, place) } else { readRule(Self.text(part.prelude), inner, place) }
        }
        add(statements, place)
    }

    private mutating func add(_ statements: [ArraySlice<UInt8>], _ place: Place) {
        guard !statements.isEmpty else { return }
        let block = StyleBlock(statements)
        let content = block.content
        guard !content.isEmpty || block.needsVariables || !block.variables.isEmpty else { return }
        let hasGround = content.normal.ground != nil || content.important.ground != nil || block.needsGround
        guard counts(place.parents.count) else { return }
        for written in place.parents {
            let element = StyleNesting.withoutPseudoElement(written[...])
            let isOfWritten = element != nil
            let selector = StyleSelectorReader.selector((element ?? written)[...])
            let isWhole = place.isCertain && selector?.isLoose == false
            if !isWhole, !isOfWritten, hasGround { tellsGrounds = false }
            guard let selector else { continue }
            if !isOfWritten, !isWhole, !block.isAboutSight { continue }
            rules.append(
                Rule(selector: selector, block: block, isCertain: isWhole || isOfWritten, isOfWritten: isOfWritten))
        }
    }

    // MARK: Animations

    private mutating func readFrames(_ name: String, _ block: ArraySlice<UInt8>) {
        let name = StyleSyntax.plain(name).lowercased().filter { $0 != "\"" && $0 != "'" }
        for part in StyleSyntax(block) {
            guard let inner = part.block else { continue }
            let frame = StyleBlock(StyleSyntax(inner).filter { $0.block == nil }.map(\.prelude)).frame
            guard frame.isAboutSight, counts(1) else { continue }
            frames[name, default: []].append(frame)
        }
    }
}

/// Selectors of rules within rules (CSS Nesting 1), and of what stands before and after elements.
enum StyleNesting {
    /// A selector with what `&` stands for; without `&`, it is about elements within.
    static func selector(_ written: String, within parent: String) -> String {
        let group = ":is(\(parent))"
        guard written.contains("&") else {
            return ">+~".contains(written.first ?? " ") ? "\(parent) \(written)" : "\(group) \(written)"
        }
        if written.first == "&", !written.dropFirst().contains("&") {
            return parent + written.dropFirst()
        }
        return written.replacing("&", with: group)
    }

    /// The element that `::before` or `::after` in a selector is about.
    static func withoutPseudoElement(_ selector: Substring) -> String? {
        let bare = String(selector).trimmed
        let folded = bare.lowercased()
        for name in ["::before", ":before", "::after", ":after", "::marker"] where folded.hasSuffix(name) {
            let element = String(bare.dropLast(name.count))
            return element.isEmpty || element.last?.isWhitespace == true ? element + "*" : element
        }
        return nil
    }
}
